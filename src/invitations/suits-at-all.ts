import type { OfferFacts, Scored } from '../scoring/score-facts.js';

/**
 * The score, out of 100, below which nobody is invited who has none of the skills asked for, nor a related one: place,
 * contract and dates alone say that someone could come, not why they should be asked, and people who are asked for no reason
 * soon hide. Those who have any skill of the offer may be invited whatever their score; an offer that asks for no skill tells
 * nothing of who suits it, so anyone may be.
 */
export const leastScore = 30;

type Asked = Pick<OfferFacts, 'requiredSkills' | 'desiredSkills'>;
type Found = Pick<Scored, 'score' | 'matchedSkills' | 'relatedSkills'>;

/** Whether someone who passes every gate suits the offer enough to be invited to it. */
export const suitsAtAll = (
  { requiredSkills, desiredSkills }: Asked,
  { score, matchedSkills, relatedSkills }: Found,
): boolean =>
  score >= leastScore ||
  requiredSkills.length + desiredSkills.length === 0 ||
  matchedSkills.length + relatedSkills.length > 0;
