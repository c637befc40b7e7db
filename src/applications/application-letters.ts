import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';
import type { Letter } from '../mail/letter.js';
import { Mailer } from '../mail/mailer.js';
import { CompanyResponsiveness } from '../companies/responsiveness.entity.js';
import { type ClosedBecause, closedLetter, undecidedClosedForCompany } from './closed-letter.js';
import { ApplicationParties, type Parties } from './application-parties.js';
import { declineReasonLabels, type Said } from './application-reasons.js';
import type { ApplicationStatus } from './application-status.js';

export interface Moved extends Required<Said> {
  from: ApplicationStatus;
  to: ApplicationStatus;
  because: ClosedBecause;
}

type Words = Pick<Letter, 'kind' | 'subject' | 'paragraphs'>;

/** Where the pages of the front end show an application, below PUBLIC_URL. */
export const applicationPath = (id: string): string => `/candidatures/${id}`;
export const companyApplicationPath = (id: string): string => `/entreprise/candidatures/${id}`;

/** What each side is told when the other moved an application. That it was opened is shown, not written. */
@Injectable()
export class ApplicationLetters {
  constructor(
    private readonly parties: ApplicationParties,
    private readonly mailer: Mailer,
  ) {}

  async moved(tx: EntityManager, id: string, moved: Moved): Promise<void> {
    const between = (await this.parties.of(tx, [id])).get(id);
    if (!between) return;
    if (moved.to === 'WITHDRAWN') return this.toCompany(tx, between, withdrawn(between));
    if (moved.to === 'CLOSED_UNANSWERED') return this.closed(tx, between, moved.because);
    const words = toCandidate[moved.to]?.(between, moved);
    if (words) await this.toCandidate(tx, between, words);
  }

  private async closed(tx: EntityManager, between: Parties, because: ClosedBecause): Promise<void> {
    const known = await tx.findOneBy(CompanyResponsiveness, { companyId: between.companyId });
    await this.mailer.write(tx, {
      ...closedLetter(between, because, known),
      to: { accountId: between.candidateAccountId },
    });
    if (because === 'UNDECIDED') await this.toCompany(tx, between, undecidedClosedForCompany(between));
  }

  async toCandidate(tx: EntityManager, { applicationId, candidateAccountId }: Parties, words: Words): Promise<void> {
    await this.mailer.write(tx, {
      ...words,
      to: { accountId: candidateAccountId },
      link: { label: { fr: 'Voir ma candidature', en: 'See my application' }, path: applicationPath(applicationId) },
    });
  }

  /** To every owner and recruiter. Nothing in it is the candidate’s own, and it goes with them when they are erased. */
  async toCompany(tx: EntityManager, between: Parties, words: Words): Promise<void> {
    const { applicationId, companyId, candidateAccountId } = between;
    await this.toMembers(tx, companyId, {
      ...words,
      about: candidateAccountId,
      link: {
        label: { fr: 'Voir la candidature', en: 'See the application' },
        path: companyApplicationPath(applicationId),
      },
    });
  }

  /** The same about anything; `once` is told apart by reader. */
  async toMembers(tx: EntityManager, companyId: string, letter: Omit<Letter, 'to'>): Promise<void> {
    for (const accountId of await this.parties.members(tx, companyId)) {
      const once = letter.once && { once: `${letter.once}:${accountId}` };
      await this.mailer.write(tx, { ...letter, ...once, to: { accountId } });
    }
  }
}

const toCandidate: Partial<Record<ApplicationStatus, (between: Parties, moved: Moved) => Words>> = {
  INTERVIEW: (between, moved) => ({
    kind: 'application-interview',
    subject: {
      fr: `${between.companyName} souhaite vous rencontrer`,
      en: `${between.companyName} would like to meet you`,
    },
    paragraphs: [
      {
        fr: `${between.companyName} souhaite vous rencontrer au sujet de votre candidature à « ${between.offerTitle} ».`,
        en: `${between.companyName} would like to meet you about your application to “${between.offerTitle}”.`,
      },
      ...inTheirWords(moved),
    ],
  }),
  ACCEPTED: (between, moved) => ({
    kind: 'application-accepted',
    subject: { fr: `${between.companyName} a retenu votre candidature`, en: `${between.companyName} chose you` },
    paragraphs: [
      {
        fr: `Bonne nouvelle : ${between.companyName} a retenu votre candidature à « ${between.offerTitle} ».`,
        en: `Good news: ${between.companyName} has accepted your application to “${between.offerTitle}”.`,
      },
      ...inTheirWords(moved),
    ],
  }),
  DECLINED: (between, moved) => ({
    kind: 'application-declined',
    subject: {
      fr: `Réponse à votre candidature chez ${between.companyName}`,
      en: `An answer to your application at ${between.companyName}`,
    },
    paragraphs: [
      {
        fr: `${between.companyName} n’a pas retenu votre candidature à « ${between.offerTitle} ».`,
        en: `${between.companyName} has not accepted your application to “${between.offerTitle}”.`,
      },
      {
        fr: `Motif : ${declineReasonLabels[moved.reason!].fr}`,
        en: `Reason: ${declineReasonLabels[moved.reason!].en}`,
      },
      ...inTheirWords(moved),
    ],
  }),
};

const withdrawn = ({ offerTitle }: Parties): Words => ({
  kind: 'application-withdrawn',
  subject: { fr: `Candidature retirée : ${offerTitle}`, en: `Application withdrawn: ${offerTitle}` },
  paragraphs: [
    {
      fr: `Une candidature à « ${offerTitle} » a été retirée. Vous n’avez plus à y répondre.`,
      en: `An application to “${offerTitle}” was withdrawn. No answer is needed any more.`,
    },
  ],
});

/** What they added, and under which name if they gave one. */
function inTheirWords({ words, signedAs }: Required<Said>): Text[] {
  const said = words ? [{ fr: `« ${words} »`, en: `“${words}”` }] : [];
  return signedAs ? [...said, { fr: `— ${signedAs}`, en: `— ${signedAs}` }] : said;
}
