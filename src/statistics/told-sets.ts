import { isTold } from './safe-split.js';

/** How scopes lie in one another. */
export interface Nesting {
  /** Those that come first are told first. */
  readonly scopes: readonly string[];
  /** The scopes that hold the whole of a scope. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  /** What lies wholly in a scope: lists of scopes of one kind, which do not overlap. */
  readonly families: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * Which counts of people may be told where one person may be counted in many scopes, as candidates are who would work in
 * several places. Scopes lie in one another, so that a difference is the count of those who are in the larger one only: it
 * has to be 0 or 5 at least as well, and so has what is left of a scope without all of one kind that is told in it.
 * `within` holds the counts of a larger set of people, already told, that these people are part of.
 */
export function toldSets(
  counts: ReadonlyMap<string, number>,
  { scopes, holders, families }: Nesting,
  within?: ReadonlyMap<string, number>,
): Map<string, number> {
  const told = new Map<string, number>();
  const of = (scope: string): number => counts.get(scope) ?? 0;
  for (const scope of scopes) {
    const all = within?.get(scope);
    if (!isTold(of(scope)) || (within && (all === undefined || !isTold(all - of(scope))))) continue;
    told.set(scope, of(scope));
    const touched = [scope, ...(holders.get(scope) ?? []).filter((holder) => told.has(holder))];
    if (!touched.every(leavesEnough)) told.delete(scope);
  }
  return told;

  /** Whether nothing small is left of a scope without any, or without all of one kind, that is told in it. */
  function leavesEnough(holder: string): boolean {
    return (families.get(holder) ?? []).every((family) => {
      const inside = family.filter((scope) => told.has(scope)).map(of);
      const rest = inside.reduce((left, count) => left - count, of(holder));
      return inside.every((count) => isTold(of(holder) - count)) && (rest < 0 || isTold(rest));
    });
  }
}
