import type { Names } from '../scoring/explain.js';
import type { Scored } from '../scoring/score-facts.js';

/** A score, and what of its words is not worked out from it alone. */
export interface ExplainedMatch extends Scored {
  /** What its codes were called when it was shown; those of today are used when left out. */
  names?: Names;
}
