import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { same, type Text } from '../common/text.js';
import { linkPath } from '../mail/link-pages.js';
import { Mailer } from '../mail/mailer.js';
import { reasonSentences, type SuspensionReason } from './moderation-words.js';
import type { Suspendable } from './suspensions.service.js';

/** The kind of the page on which those concerned answer. */
export const answerPage = 'repondre-a-une-suspension';

/** What those concerned by a suspension read: the members of the company, or the owner of the account. */
@Injectable()
export class SuspensionLetters {
  constructor(private readonly mailer: Mailer) {}

  async suspended(
    tx: EntityManager,
    kind: Suspendable,
    id: string,
    { reason, words, token }: { reason: SuspensionReason; words: string; token: string },
  ): Promise<void> {
    const what = await this.nameOf(tx, kind, id);
    const said = reasonSentences[reason];
    await this.write(tx, kind, id, {
      kind: 'suspended',
      subject: { fr: `${what.fr} : suspension`, en: `${what.en}: suspended` },
      paragraphs: [
        {
          fr: `${what.fr} : nous avons suspendu la publication ou l’accès. Motif : ${said.fr}.`,
          en: `${what.en}: we suspended its publication or access. Reason: ${said.en}.`,
        },
        ...teamsWords(words),
        effects[kind],
        {
          fr: 'Si c’est une erreur, ou si vous avez corrigé ce qui devait l’être, répondez-nous par la page ci-dessous : une personne de l’équipe lira votre réponse.',
          en: 'If this is a mistake, or if you corrected what had to be, answer us on the page below: a person of the team will read it.',
        },
      ],
      link: { label: { fr: 'Répondre', en: 'Answer' }, path: linkPath(answerPage, token) },
    });
  }

  async lifted(tx: EntityManager, kind: Suspendable, id: string): Promise<void> {
    const what = await this.nameOf(tx, kind, id);
    await this.write(tx, kind, id, {
      kind: 'suspension-lifted',
      subject: { fr: `${what.fr} : suspension levée`, en: `${what.en}: suspension lifted` },
      paragraphs: [{ fr: `${what.fr} : la suspension est levée.`, en: `${what.en}: it is not suspended any more.` }],
    });
  }

  /** Nothing when someone lifted it meanwhile: those concerned were told so. */
  async upheld(tx: EntityManager, kind: Suspendable, id: string, words: string): Promise<void> {
    const [holds] = await tx.query<unknown[]>(
      'SELECT FROM suspension WHERE coalesce(offer_id, company_id, account_id) = $1 AND lifted_at IS NULL',
      [id],
    );
    if (!holds) return;
    const what = await this.nameOf(tx, kind, id);
    await this.write(tx, kind, id, {
      kind: 'suspension-upheld',
      subject: { fr: `${what.fr} : suspension maintenue`, en: `${what.en}: suspension upheld` },
      paragraphs: [
        {
          fr: `${what.fr} : nous avons lu votre réponse ; la suspension est maintenue.`,
          en: `${what.en}: we read your answer; the suspension stays.`,
        },
        ...teamsWords(words),
      ],
    });
  }

  async warned(
    tx: EntityManager,
    kind: Suspendable,
    id: string,
    reason: SuspensionReason,
    words: string,
  ): Promise<void> {
    const what = await this.nameOf(tx, kind, id);
    await this.write(tx, kind, id, {
      kind: 'moderation-warning',
      subject: { fr: `${what.fr} : un signalement`, en: `${what.en}: a report` },
      paragraphs: [
        {
          fr: `${what.fr} : on nous a signalé ceci, et nous vous demandons d’y remédier : ${reasonSentences[reason].fr}.`,
          en: `${what.en}: this was reported to us, and we ask you to put it right: ${reasonSentences[reason].en}.`,
        },
        ...teamsWords(words),
      ],
    });
  }

  private async write(
    tx: EntityManager,
    kind: Suspendable,
    id: string,
    letter: Omit<Parameters<Mailer['write']>[1], 'to'>,
  ): Promise<void> {
    const concerned = await tx.query<{ accountId: string }[]>(
      `SELECT account_id AS "accountId" FROM company_member
        WHERE company_id = ${kind === 'OFFER' ? '(SELECT company_id FROM offer WHERE id = $1)' : '$1'}
       UNION SELECT id FROM account WHERE id = $1`,
      [id],
    );
    for (const { accountId } of concerned) await this.mailer.write(tx, { ...letter, to: { accountId } });
  }

  private async nameOf(tx: EntityManager, kind: Suspendable, id: string): Promise<Text> {
    if (kind === 'ACCOUNT') return { fr: 'Votre compte', en: 'Your account' };
    const column = kind === 'OFFER' ? 'title' : 'name';
    const [row] = await tx.query<{ name: string }[]>(
      `SELECT ${column} AS name FROM ${kind === 'OFFER' ? 'offer' : 'company'} WHERE id = $1`,
      [id],
    );
    const name = row?.name ?? '';
    return kind === 'OFFER'
      ? { fr: `Votre offre « ${name} »`, en: `Your offer “${name}”` }
      : { fr: `Votre entreprise « ${name} »`, en: `Your company “${name}”` };
  }
}

const teamsWords = (words: string): Text[] =>
  words === '' ? [] : [{ fr: 'L’équipe précise :', en: 'The team adds:' }, same(words)];

const effects: Record<Suspendable, Text> = {
  OFFER: {
    fr: 'L’offre n’est plus visible des candidats ; les candidatures reçues restent dans votre espace.',
    en: 'Candidates do not see the offer any more; the applications you received stay where they are.',
  },
  COMPANY: {
    fr: 'Les offres de l’entreprise ne sont plus visibles des candidats ; les candidatures reçues restent dans votre espace.',
    en: 'Candidates do not see the offers of the company any more; the applications you received stay where they are.',
  },
  ACCOUNT: {
    fr: 'Vous ne pouvez plus vous connecter, et vos sessions ont pris fin.',
    en: 'You cannot sign in any more, and your sessions have ended.',
  },
};
