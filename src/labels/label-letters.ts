import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HireParties } from '../hires/hire-parties.js';
import type { Letter } from '../mail/letter.js';
import { Mailer } from '../mail/mailer.js';
import { movedWords, type Said } from './label-letter-words.js';
import type { LabelFile } from './label-views.js';

/** Where the pages of the front end show a label, below PUBLIC_URL. */
const pages = {
  CANDIDATE: (id: string): string => `/labels/${id}`,
  COMPANY: (id: string): string => `/entreprise/labels/${id}`,
  INSTRUCTOR: (): string => '/administration/labels',
};
export type LetterSide = keyof typeof pages;
export type LabelWords = Pick<Letter, 'kind' | 'subject' | 'paragraphs'>;

export interface LabelBetween {
  file: LabelFile;
  between: HireParties;
}

/** Letters about a label, to every owner and recruiter, to the young person while there is one, to administrators. */
@Injectable()
export class LabelLetters {
  constructor(private readonly mailer: Mailer) {}

  async moved(tx: EntityManager, about: LabelBetween, said: Said, once?: string): Promise<void> {
    for (const side of ['COMPANY', 'CANDIDATE'] as const) {
      const words = movedWords(side, about, said);
      if (words) await this.to(tx, side, about, words, once);
    }
  }

  /** `once` is told apart by reader. */
  async to(
    tx: EntityManager,
    side: LetterSide,
    { file, between }: LabelBetween,
    words: LabelWords,
    once?: string,
  ): Promise<void> {
    for (const accountId of await this.readers(tx, side, between)) {
      await this.mailer.write(tx, {
        ...words,
        to: { accountId },
        link: { label: { fr: 'Voir le label', en: 'See the label' }, path: pages[side](file.label.id) },
        ...(side !== 'CANDIDATE' && between.candidateAccountId && { about: between.candidateAccountId }),
        ...(once && { once: `${once}:${accountId}` }),
      });
    }
  }

  private async readers(tx: EntityManager, side: LetterSide, between: HireParties): Promise<string[]> {
    if (side === 'COMPANY') return between.memberAccountIds;
    if (side === 'CANDIDATE') return between.candidateAccountId === null ? [] : [between.candidateAccountId];
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM account WHERE role = 'ADMIN' AND suspended_at IS NULL ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }
}
