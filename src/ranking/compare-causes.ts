import { type CriterionName, criteria, type Scored } from '../scoring/score-facts.js';

/** One match by both ways of scoring. */
export interface ScoredTwice {
  before: Scored;
  after: Scored;
}

/** By how many points each criterion lifted those that rose above those that fell; the greatest first, none below nothing. */
export type Lift = { criterion: CriterionName; points: number };

export const liftsOf = (rose: readonly ScoredTwice[], fell: readonly ScoredTwice[]): Lift[] =>
  criteria
    .map((criterion) => ({ criterion, points: meanGain(rose, criterion) - meanGain(fell, criterion) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points);

function meanGain(matches: readonly ScoredTwice[], criterion: CriterionName): number {
  if (matches.length === 0) return 0;
  const gains = matches.map(({ before, after }) => pointsOf(after, criterion) - pointsOf(before, criterion));
  return gains.reduce((sum, gain) => sum + gain, 0) / matches.length;
}

const pointsOf = ({ parts }: Scored, criterion: CriterionName): number =>
  parts.find((part) => part.criterion === criterion)?.points ?? 0;
