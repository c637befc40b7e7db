import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { addDays, Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { Outbox } from '../outbox/outbox.js';
import type { Offer } from './offer.entity.js';
import type { OfferEndReason } from './offer-end-reason.js';
import { IllegalOfferMove } from './offer-refusals.js';
import { startPassed } from './offer-rules.js';
import { canBecome, type OfferStatus } from './offer-status.js';
import { OfferWatchers } from './offer-watchers.js';
import { OffersRepository } from './offers.repository.js';
import { daysOpen, notYourOffer } from './offers.service.js';

/** What each move is called when it is refused. */
const acts: Record<Exclude<OfferStatus, 'DRAFT' | 'EXPIRED'>, { fr: string; en: string }> = {
  OPEN: { fr: 'publiée', en: 'published' },
  PAUSED: { fr: 'mise en pause', en: 'paused' },
  FILLED: { fr: 'déclarée pourvue', en: 'marked as filled' },
  CLOSED: { fr: 'clôturée', en: 'closed' },
};

const mostWords = 2_000;

/** What those who still wait are told when an offer ends. */
export interface Told {
  reason?: OfferEndReason | null;
  words?: string | null;
}

const ends = (to: OfferStatus): to is 'FILLED' | 'CLOSED' => to === 'FILLED' || to === 'CLOSED';

/** Words alone would reach nobody: without a reason it is the platform that tells those who wait. */
function wordsProblem(words: string | null, reason: OfferEndReason | null): Text | null {
  if (words === null) return null;
  if (reason === null) return { fr: 'Ces mots demandent un motif.', en: 'These words need a reason.' };
  return [...words].length > mostWords
    ? { fr: 'Le texte compte au plus 2 000 caractères.', en: 'The text has at most 2,000 characters.' }
    : null;
}

/** Moves an offer from one state to another, by its company or by time. */
@Injectable()
export class OfferMovesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly offers: OffersRepository,
    private readonly companies: CompaniesRepository,
    private readonly watchers: OfferWatchers,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Moving to the state an offer is already in changes nothing and is no error, but for a pause by the platform, which
   * becomes the company’s own. Those who still wait are answered when an offer ends, with what the company tells them.
   */
  async move(by: Viewer, id: string, to: keyof typeof acts, told: Told = {}): Promise<Offer | Refusal> {
    const words = plainText(told.words ?? '') || null;
    const problem = wordsProblem(words, told.reason ?? null);
    if (problem) return new InvalidInput([new InputProblem(['words'], problem)]);
    return this.db.transaction(async (tx) => {
      if (ends(to) && isUuid(id)) {
        await this.offers.keepApplicantsOut(tx, id);
        await this.watchers.ending(tx, [id]);
      }
      const offer = isUuid(id) ? await this.offers.locked(tx, id) : null;
      if (!offer || !(await this.companies.may(by, 'offer.manage', offer.companyId, tx))) return notYourOffer();
      if (words !== null && (await this.companies.isSuspended(tx, offer.companyId))) return new CompanySuspended();
      const lapsed = to === 'OPEN' && offer.expiresOn !== null && offer.expiresOn < this.clock.today();
      if (offer.status === to && !lapsed && !(to === 'PAUSED' && offer.pausedBecause)) return offer;
      if (offer.status !== to && !canBecome(offer.status, to)) return new IllegalOfferMove(offer.status, acts[to]);
      const online = to === 'OPEN' ? this.online(offer) : {};
      if (online.publishedAt && offer.startsOn !== null && offer.startsOn < this.clock.today()) {
        return new InvalidInput([startPassed(offer.startsOn)]);
      }
      const kept = to === 'OPEN' ? await this.watchers.keptOffline(tx, offer.companyId, id) : null;
      if (kept) return kept;
      await this.offers.setStatus(tx, id, to, online);
      await this.outbox.mark(tx, 'offer', id);
      const noted = { act: 'offer.manage', objectType: 'Offer', objectId: id, details: { to } };
      await this.audit.noteOfAdministrator(tx, by, noted);
      if (ends(to)) {
        await this.watchers.ended(tx, { offerId: id, to, accountId: by.id, reason: told.reason ?? null, words });
      }
      return (await this.offers.byId(id, tx))!;
    });
  }

  /** Takes offers whose last day has passed offline; called by the worker, again until it answers 0. */
  async expire(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const ids = await this.offers.expire(tx, this.clock.today());
      await this.outbox.mark(tx, 'offer', ...ids);
      return ids.length;
    });
  }

  /** A pause does not make an offer new; being published for the first time or after its end does, and is judged as such. */
  private online(offer: Offer): Partial<Pick<Offer, 'publishedAt' | 'expiresOn'>> {
    const today = this.clock.today();
    const lasts = offer.expiresOn !== null && offer.expiresOn >= today;
    const isNew = offer.publishedAt === null || offer.status === 'EXPIRED' || !lasts;
    return {
      ...(isNew ? { publishedAt: this.clock.now() } : {}),
      ...(lasts ? {} : { expiresOn: addDays(today, daysOpen) }),
    };
  }
}
