import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { type Advice, adviceFor } from '../scoring/advice.js';
import { allGates, type GateJudged } from '../scoring/explain-gates.js';
import type { Place } from '../scoring/score-facts.js';
import type { Profile } from '../scoring/match-check.js';
import { SkillKnowledge } from '../scoring/skill-knowledge.js';
import { currentWeights } from '../scoring/weights.js';
import { Wishes } from '../scoring/wishes.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Sides } from './explained-match.js';

/** What is worked out of a single pair, and would be too dear for every one of a ranking. */
@Injectable()
export class PairScores {
  /** Read once for all offers of a page. */
  private readonly wishes = new WeakMap<Profile, Wishes>();

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly knowledge: SkillKnowledge,
    private readonly clock: Clock,
  ) {}

  /** Every gate, that of being open first, by the rules of today. */
  gates(sides: Sides, open: boolean): GateJudged[] {
    return allGates({ ...sides.offer, open }, sides.profile.facts, this.place(sides), this.clock.today());
  }

  /** What would raise the score most, that first. */
  advice(sides: Sides): Advice[] {
    const { closeness, rarity, occupations } = this.knowledge;
    const know = { closeness, rarity, occupations, weights: currentWeights };
    return adviceFor(sides.offer, sides.profile.facts, this.place(sides), know);
  }

  private place({ offer, profile }: Sides): Place {
    const wishes = this.wishes.get(profile) ?? new Wishes(this.gazetteer, profile.places, currentWeights);
    this.wishes.set(profile, wishes);
    return wishes.best(offer.communeCodes);
  }
}
