import type { CandidateFacts } from '../scoring/score-facts.js';
import { full, type Weights } from '../scoring/weights.js';
import { sumFor } from './points.js';

/** The weight of all that the candidate says something about, skills apart: no offer has more to be compared by. */
export function weightOfOthers(facts: CandidateFacts, { criteria }: Weights): number {
  const said: [boolean, number][] = [
    [facts.contractTypes.length > 0, criteria.CONTRACT],
    [facts.studyLevel !== null, criteria.STUDY_LEVEL],
    [facts.availableFrom !== null, criteria.AVAILABILITY],
    [facts.hasPlaces, criteria.DISTANCE],
    [facts.missionCategories.length > 0, criteria.MISSION],
    [facts.remoteWork.length > 0, criteria.REMOTE_WORK],
    [facts.occupationCodes.length > 0, criteria.OCCUPATION],
    [facts.salaryAtLeast !== null, criteria.SALARY],
  ];
  return said.reduce((sum, [says, weight]) => sum + (says ? weight : 0), 0);
}

/**
 * The share of the skills asked for, in ten-thousandths and a little less, that an offer must find covered to reach so many
 * tenths when all else is perfect: the more else there is, the less; and a company that answers well adds to it.
 */
export function coverFor(floor: number, others: number, weights: Weights): number {
  if (floor < 0) return -1;
  const weight = others + weights.criteria.SKILLS;
  const least = Math.min(sumFor(floor, weight, -1, weights), sumFor(floor, weight, full, weights));
  return (least - others * full) / weights.criteria.SKILLS - 1;
}
