import type { Names } from '../scoring/explain.js';
import type { Profile } from '../scoring/match-check.js';
import type { OfferFacts, Scored } from '../scoring/score-facts.js';

/** What a match lies between, as the score saw it. */
export interface Sides {
  offer: OfferFacts;
  profile: Profile;
}

/** A score, and what its words need beyond it. */
export interface ExplainedMatch extends Scored {
  /** For what would raise the score; there are none for what was shown in the past. */
  sides?: Sides;
  /** What its codes were called when it was shown; those of today are used when left out. */
  names?: Names;
  /** For a company: told without the candidate's own figures. */
  discreet?: boolean;
}

export const explained = (scored: Scored, offer: OfferFacts, profile: Profile): ExplainedMatch => ({
  ...scored,
  sides: { offer, profile },
});
