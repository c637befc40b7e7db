import type { SearchSuggestion } from './suggest.type.js';

/** How close a name comes to what was typed, from the closest. */
export const likeness = { exact: 0, prefix: 1, inside: 2 } as const;
export type Likeness = (typeof likeness)[keyof typeof likeness];

export interface Suggested extends SearchSuggestion {
  likeness: Likeness;
}

/** How close a folded name comes to what was typed, folded; null when none of its words begins like that. */
export function likenessOf(name: string, typed: string): Likeness | null {
  if (name === typed) return likeness.exact;
  if (name.startsWith(typed)) return likeness.prefix;
  return name.includes(` ${typed}`) ? likeness.inside : null;
}

/**
 * Several lists, each best first, as one: the closest first, in turns among the equally close. No list takes more than half
 * of the places as long as another has something to offer.
 */
export function mixed(lists: readonly (readonly Suggested[])[], first: number): Suggested[] {
  const half = Math.max(1, Math.floor(first / 2));
  const capped = inTurns(lists.map((list) => list.slice(0, half))).slice(0, first);
  const beyond = inTurns(lists.map((list) => list.slice(half))).slice(0, first - capped.length);
  return [...capped, ...beyond].sort((one, other) => one.likeness - other.likeness);
}

function inTurns(lists: readonly (readonly Suggested[])[]): Suggested[] {
  const mixed: Suggested[] = [];
  for (const close of Object.values(likeness)) {
    const equals = lists.map((list) => list.filter((one) => one.likeness === close));
    const longest = Math.max(0, ...equals.map(({ length }) => length));
    for (let turn = 0; turn < longest; turn += 1) mixed.push(...equals.flatMap((list) => list[turn] ?? []));
  }
  return mixed;
}
