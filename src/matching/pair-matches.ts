import { Injectable } from '@nestjs/common';
import type { Candidate } from '../candidates/candidate.entity.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen } from '../offers/offer-status.js';
import type { GateJudged } from '../scoring/explain-gates.js';
import { profileOf } from '../scoring/facts-of.js';
import { MatchCheck } from '../scoring/match-check.js';
import { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import { discreetGates, discreetMatch } from './discreet.js';
import { type ExplainedMatch, explained } from './explained-match.js';
import { PairAccess } from './pair-access.js';
import { PairScores } from './pair-scores.js';
import { ShownMatches } from './shown-matches.js';

export interface PairExplained {
  passes: boolean;
  gates: GateJudged[];
  match: ExplainedMatch;
}

export type WhyNot = Pick<PairExplained, 'passes' | 'gates'> & { match: ExplainedMatch | null };

/** One offer and one candidate, looked at on their own. */
@Injectable()
export class PairMatches {
  constructor(
    private readonly access: PairAccess,
    private readonly facts: OfferFactsReader,
    private readonly check: MatchCheck,
    private readonly scores: PairScores,
    private readonly shown: ShownMatches,
    private readonly clock: Clock,
  ) {}

  /** Null when the offer was never public. Throws UNAUTHENTICATED or FORBIDDEN for all but candidates. */
  async whyNot(offerId: string, context: RequestContext): Promise<WhyNot | null> {
    const pair = await this.access.oncePublic(offerId, context);
    if (!pair) return null;
    const { offer, candidate, onlooker } = pair;
    const { passes, gates, match } = await this.explained(offer, candidate);
    if (!isOpen(offer, this.clock.today()))
      return { passes, gates: gates.filter(({ gate }) => gate === 'OPEN'), match: null };
    if (!passes) return { passes, gates, match: null };
    this.shown.note(onlooker, [{ offerId: offer.id, candidateId: candidate.id, scored: match }]);
    return { passes, gates, match };
  }

  /** Null when the caller may not look, and when there is no such pair. Throws RATE_LIMITED for companies. */
  async between(offerId: string, candidateId: string, context: RequestContext): Promise<PairExplained | null> {
    const pair = await this.access.visible(offerId, candidateId, context);
    if (!pair) return null;
    const { offer, candidate, onlooker } = pair;
    const { passes, gates, match } = await this.explained(offer, candidate);
    this.shown.note(onlooker, [{ offerId: offer.id, candidateId: candidate.id, scored: match }]);
    return onlooker.shownTo === 'CANDIDATE'
      ? { passes, gates, match }
      : { passes, gates: discreetGates(gates), match: discreetMatch(match) };
  }

  private async explained(offer: Offer, candidate: Candidate): Promise<PairExplained> {
    const sides = { offer: await this.facts.ofOne(offer), profile: profileOf(candidate) };
    const gates = this.scores.gates(sides, isOpen(offer, this.clock.today()));
    const { scored } = this.check.between(sides.offer, sides.profile);
    return {
      passes: gates.every(({ passed }) => passed),
      gates,
      match: explained(scored, sides.offer, sides.profile),
    };
  }
}
