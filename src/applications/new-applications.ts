import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Candidate } from '../candidates/candidate.entity.js';
import { addDays, Clock } from '../common/clock.js';
import { StoredFiles } from '../files/stored-files.js';
import type { Offer } from '../offers/offer.entity.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';
import { AnsweringRepository } from './answering.repository.js';
import type { Application } from './application.entity.js';
import { ApplicationLetters } from './application-letters.js';
import { ApplicationParties, type Parties } from './application-parties.js';
import { ApplicationsRepository } from './applications.repository.js';
import { OfferQuota } from './offer-quota.js';

/** The account has no such file to send; takes the application back with it. */
export class NoSuchFile extends Error {}

/** Makes an application, and does what follows of it: both sides are written to, an offer for which enough wait pauses. */
@Injectable()
export class NewApplications {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly answering: AnsweringRepository,
    private readonly files: StoredFiles,
    private readonly parties: ApplicationParties,
    private readonly letters: ApplicationLetters,
    private readonly quota: OfferQuota,
    private readonly clock: Clock,
  ) {}

  /** People, candidate and offer are held. Throws NoSuchFile. */
  async make(
    tx: EntityManager,
    candidate: Candidate,
    offer: Offer,
    { message, cvFileId }: { message: string; cvFileId: string | null },
  ): Promise<Application> {
    const made = await this.applications.insert(tx, {
      offerId: offer.id,
      candidateId: candidate.id,
      message,
      sentAt: this.clock.now(),
      answerDueOn: addDays(this.clock.today(), await this.answering.answerDays(tx, offer.companyId)),
    });
    if (cvFileId !== null && !(await this.files.attachTo(tx, cvFileId, candidate.accountId, made.id))) {
      throw new NoSuchFile();
    }
    const between = (await this.parties.of(tx, [made.id])).get(made.id)!;
    await this.letters.toCandidate(tx, between, sent(between, made.answerDueOn));
    await this.letters.toCompany(tx, between, received(between, made.answerDueOn));
    await this.quota.pauseWhenFull(tx, offer.id);
    return made;
  }
}

const sent = ({ offerTitle, companyName }: Parties, dueOn: string) => ({
  kind: 'application-sent',
  subject: { fr: `Candidature envoyée : ${offerTitle}`, en: `Application sent: ${offerTitle}` },
  paragraphs: [
    {
      fr: `Votre candidature à « ${offerTitle} » est arrivée chez ${companyName}.`,
      en: `Your application to “${offerTitle}” has reached ${companyName}.`,
    },
    {
      fr: `L’entreprise s’engage à vous répondre d’ici au ${frenchDate(dueOn)}. Passé ce jour, nous vous le dirons.`,
      en: `The company has promised an answer by ${englishDate(dueOn)}. If that day passes, we will tell you.`,
    },
  ],
});

const received = ({ offerTitle }: Parties, dueOn: string) => ({
  kind: 'application-received',
  subject: { fr: `Nouvelle candidature : ${offerTitle}`, en: `New application: ${offerTitle}` },
  paragraphs: [
    {
      fr: `Une candidature à « ${offerTitle} » vient d’arriver.`,
      en: `Someone has applied to “${offerTitle}”.`,
    },
    {
      fr: `Une réponse est attendue d’ici au ${frenchDate(dueOn)}, même négative : c’est l’engagement pris envers les candidats.`,
      en: `An answer is due by ${englishDate(dueOn)}, even a negative one: that is what candidates were promised.`,
    },
  ],
});
