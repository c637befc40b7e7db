import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceInput } from '../territories/place.input.js';
import { type GateFailed, gates } from './gates.js';
import { score } from './score.js';
import type { CandidateFacts, OfferFacts, Scored } from './score-facts.js';
import { SkillKnowledge } from './skill-knowledge.js';
import { currentWeights, type Weights } from './weights.js';
import { Wishes } from './wishes.js';

/** One who looks for an offer: what a score may see, and the places they would work in. */
export interface Profile {
  facts: CandidateFacts;
  places: readonly PlaceInput[];
}

export interface Checked {
  /** What keeps them apart; empty when nothing does. */
  failures: GateFailed[];
  scored: Scored;
}

/** One offer against one profile, by the rules of today. */
@Injectable()
export class MatchCheck {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly knowledge: SkillKnowledge,
    private readonly clock: Clock,
  ) {}

  /** For many offers against one profile, whose places are then read once. */
  of({ facts, places }: Profile, weights: Weights = currentWeights): (offer: OfferFacts) => Checked {
    const wishes = new Wishes(this.gazetteer, places, weights);
    const { closeness, rarity, occupations } = this.knowledge;
    return (offer) => {
      const place = wishes.best(offer.communeCodes);
      return {
        failures: gates(offer, facts, place, this.clock.today()),
        scored: score(offer, facts, place, { closeness, rarity, occupations, weights }),
      };
    };
  }

  between(offer: OfferFacts, profile: Profile, weights?: Weights): Checked {
    return this.of(profile, weights)(offer);
  }
}
