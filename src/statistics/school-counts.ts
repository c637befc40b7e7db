import { fewestTold } from './safe-split.js';

export interface SchoolCandidates {
  school: string;
  candidates: number;
}

export interface ToldSchools {
  /** The most first. */
  schools: SchoolCandidates[];
  /** The candidates of other schools together, and of none; null where they are too few. */
  others: number | null;
}

/**
 * Schools with enough candidates, the most first, and the others together: those of small schools and those who name none.
 * Where the others are too few to be told, the smallest school joins them. `others` is null where even that is too little.
 */
export function tellSchools(counted: readonly SchoolCandidates[], without: number): ToldSchools {
  const schools = counted
    .filter(({ candidates }) => candidates >= fewestTold)
    .sort((one, other) => other.candidates - one.candidates || (one.school < other.school ? -1 : 1));
  let others = counted.reduce((sum, { candidates }) => sum + (candidates < fewestTold ? candidates : 0), without);
  while (others > 0 && others < fewestTold && schools.length > 0) others += schools.pop()!.candidates;
  return { schools, others: others > 0 && others < fewestTold ? null : others };
}
