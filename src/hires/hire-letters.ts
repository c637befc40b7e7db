import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';
import type { Letter } from '../mail/letter.js';
import { Mailer } from '../mail/mailer.js';
import type { HireParties, HireSide } from './hire-parties.js';

/** Where the pages of the front end show a hire, below PUBLIC_URL. */
export const hirePath = (id: string): string => `/embauches/${id}`;
export const companyHirePath = (id: string): string => `/entreprise/embauches/${id}`;

type Words = Pick<Letter, 'kind' | 'subject' | 'paragraphs' | 'once'>;

/** What each side is told of a hire. Whom it is between is held. */
@Injectable()
export class HireLetters {
  constructor(private readonly mailer: Mailer) {}

  async to(tx: EntityManager, side: HireSide, between: HireParties, words: Words): Promise<void> {
    const { hireId, candidateAccountId, memberAccountIds } = between;
    if (side === 'CANDIDATE') {
      if (candidateAccountId) {
        const link = { label: seeMine, path: hirePath(hireId) };
        await this.mailer.write(tx, {
          ...words,
          ...onceFor(words, 'person'),
          to: { accountId: candidateAccountId },
          link,
        });
      }
      return;
    }
    for (const accountId of memberAccountIds) {
      await this.mailer.write(tx, {
        ...words,
        ...onceFor(words, accountId),
        to: { accountId },
        link: companyLink(hireId),
        ...(candidateAccountId && { about: candidateAccountId }),
      });
    }
  }

  async toBoth(tx: EntityManager, between: HireParties, words: Words): Promise<void> {
    await this.to(tx, 'CANDIDATE', between, words);
    await this.to(tx, 'COMPANY', between, words);
  }
}

const onceFor = ({ once }: Words, reader: string) => (once ? { once: `${once}:${reader}` } : {});

/** What letters to members of the company lead to. */
export const companyLink = (hireId: string) => ({ label: see, path: companyHirePath(hireId) });

const see: Text = { fr: 'Voir l’embauche', en: 'See the hire' };
const seeMine: Text = { fr: 'Voir mon embauche', en: 'See my hire' };
