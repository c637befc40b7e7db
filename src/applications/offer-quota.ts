import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { Outbox } from '../outbox/outbox.js';
import { ApplicationLetters } from './application-letters.js';
import { ApplicationParties } from './application-parties.js';
import { CompanyAnswering } from './company-answering.entity.js';

/** The bounds of how many may wait before an offer pauses by itself. */
export const fewestWaiting = 1;
export const mostWaiting = 500;

/** Whether a paused offer goes online again: at most half of the quota waits. */
const isHalfAnswered = ({ waitingApplications, pauseAtWaiting }: Offer): boolean =>
  waitingApplications * 2 <= pauseAtWaiting;

/** Pauses offers for which too many wait, and lets them go. The offer is held, and the count is that of the database. */
@Injectable()
export class OfferQuota {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly parties: ApplicationParties,
    private readonly offers: OffersRepository,
    private readonly outbox: Outbox,
    private readonly letters: ApplicationLetters,
    private readonly clock: Clock,
  ) {}

  async pauseWhenFull(tx: EntityManager, offerId: string): Promise<void> {
    const offer = await this.offers.byId(offerId, tx);
    if (offer?.status !== 'OPEN' || offer.waitingApplications < offer.pauseAtWaiting) return;
    await this.offers.setStatus(tx, offerId, 'PAUSED', { pausedBecause: 'TOO_MANY_WAITING' });
    await this.outbox.mark(tx, 'offer', offerId);
    await this.letters.toMembers(tx, offer.companyId, full(offer));
  }

  /** In a transaction of its own; its company is written to, so that its members are held before the offer. */
  reopen(offerId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const offer = await this.offers.byId(offerId, tx);
      if (!offer) return false;
      await this.parties.hold(tx, [], ...(await this.parties.members(tx, offer.companyId)));
      return this.reopenWhenAnswered(tx, offerId);
    });
  }

  /** Offers that lapsed meanwhile have expired; those of a company that is silent stay offline until it answers. */
  async reopenWhenAnswered(tx: EntityManager, offerId: string): Promise<boolean> {
    const offer = await this.offers.locked(tx, offerId);
    if (offer?.status !== 'PAUSED' || offer.pausedBecause !== 'TOO_MANY_WAITING' || !isHalfAnswered(offer))
      return false;
    if (offer.expiresOn !== null && offer.expiresOn < this.clock.today()) {
      await this.offers.setStatus(tx, offerId, 'EXPIRED');
      return false;
    }
    const answering = await tx.findOneBy(CompanyAnswering, { companyId: offer.companyId });
    if (answering?.pausedOn) {
      await this.offers.setStatus(tx, offerId, 'PAUSED', { pausedBecause: 'UNANSWERED' });
      return false;
    }
    await this.offers.setStatus(tx, offerId, 'OPEN');
    await this.outbox.mark(tx, 'offer', offerId);
    await this.letters.toMembers(tx, offer.companyId, online(offer));
    return true;
  }
}

const full = ({ title, waitingApplications }: Offer) => ({
  kind: 'offer-paused-waiting',
  subject: { fr: `Offre en pause : ${title}`, en: `Offer paused: ${title}` },
  paragraphs: [
    {
      fr: `Candidatures en attente d’une réponse : ${waitingApplications}. L’offre « ${title} » est en pause, afin que chacune puisse être lue.`,
      en: `Applications that wait for an answer: ${waitingApplications}. The offer “${title}” is paused, so that each can be read.`,
    },
    {
      fr: 'Elle sera remise en ligne d’elle-même dès que la moitié aura reçu une réponse. Vous pouvez aussi relever le plafond.',
      en: 'It goes online again by itself once half of them are answered. You can also allow more to wait.',
    },
  ],
});

const online = ({ title }: Offer) => ({
  kind: 'offer-online-again',
  subject: { fr: `Offre de nouveau en ligne : ${title}`, en: `Offer online again: ${title}` },
  paragraphs: [
    {
      fr: `La moitié des candidatures à « ${title} » a reçu une réponse : l’offre est de nouveau en ligne.`,
      en: `Half of the applications to “${title}” are answered: the offer is online again.`,
    },
  ],
});
