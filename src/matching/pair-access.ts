import { Injectable } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { may } from '../permissions/may.js';
import { type Audience, audiences } from '../matchlog/match-log.entity.js';
import { CompanyPairs } from './company-pairs.js';
import type { Onlooker } from './shown-matches.js';

/** An offer and a candidate that the caller may look at together. */
export interface Pair {
  offer: Offer;
  candidate: Candidate;
  onlooker: Onlooker;
}

/**
 * Who may look at an offer and a candidate together: the candidate, and members of the company of the offer while that
 * company may see the candidate. To everyone else, administrators among them, it looks as if the pair did not exist.
 */
@Injectable()
export class PairAccess {
  constructor(
    private readonly viewers: Viewers,
    private readonly offerAccess: OfferAccess,
    private readonly offers: OffersRepository,
    private readonly profiles: CandidatesRepository,
    private readonly companyPairs: CompanyPairs,
  ) {}

  /** Null when the caller may not look, and when there is no such pair. */
  async visible(offerId: string, candidateId: string, context: RequestContext): Promise<Pair | null> {
    const viewer = await this.viewers.of(context);
    const candidate = viewer && (await this.profile(candidateId));
    if (!candidate) return null;
    const shownTo = may(viewer, 'match.readPair', { ownerId: candidate.accountId }) ? 'CANDIDATE' : 'COMPANY';
    const offer =
      shownTo === 'CANDIDATE'
        ? await this.offerAccess.visible(offerId, context)
        : await this.companyPairs.open(offerId, candidate, viewer);
    return offer && { offer, candidate, onlooker: { accountId: viewer.id, shownTo } };
  }

  /** The signed-in candidate and an offer that is or was public; null for any other. Throws for all but candidates. */
  async oncePublic(offerId: string, context: RequestContext): Promise<Pair | null> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, 'match.explain')) throw forbidden();
    const offer = isUuid(offerId) ? await this.offers.byId(offerId) : null;
    if (!offer?.publishedAt) return null;
    const candidate = await this.profiles.ofAccount(viewer.id);
    return { offer, candidate, onlooker: { accountId: viewer.id, shownTo: 'CANDIDATE' } };
  }

  /** To whom it must have been shown for the caller to read that it was; nobody when the caller may read nothing. */
  async historyOf(offerId: string, candidateId: string, context: RequestContext): Promise<readonly Audience[]> {
    const viewer = isUuid(offerId) ? await this.viewers.of(context) : null;
    const candidate = viewer && (await this.profile(candidateId));
    if (!candidate) return [];
    if (may(viewer, 'match.readPair', { ownerId: candidate.accountId })) return audiences;
    return (await this.companyPairs.any(offerId, candidate, viewer)) ? ['COMPANY'] : [];
  }

  private async profile(id: string): Promise<Candidate | null> {
    return isUuid(id) ? this.profiles.byId(id) : null;
  }
}
