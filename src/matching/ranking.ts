import { checkPage, decodeCursor, encodeCursor, type PageArgs, type PageInfo, pageInfo } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import type { Scored } from '../scoring/score-facts.js';

export interface Ranked {
  id: string;
  scored: Scored;
}

/** Place in the order: best score first, then nearest, then by id, so that the order is total and pages never overlap. */
type Key = readonly [score: number, km: number, id: string];

const farAway = 99_999;

const keyOf = ({ id, scored }: Ranked): Key => [scored.score, scored.distanceKm ?? farAway, id];

const compare = (one: Key, other: Key): number =>
  other[0] - one[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : 0);

/** The page after `page.after` of everything that was ranked, with the cursor of each. */
export function pageOfRanked(
  ranked: Ranked[],
  page: PageArgs,
): { entries: { ranked: Ranked; cursor: string }[]; pageInfo: PageInfo; totalCount: number } {
  checkPage(page);
  const after = page.after ? keyFrom(page.after) : null;
  const sorted = ranked
    .map((one) => ({ ranked: one, key: keyOf(one) }))
    .sort((one, other) => compare(one.key, other.key));
  const rest = after ? sorted.filter(({ key }) => compare(key, after) > 0) : sorted;
  const entries = rest
    .slice(0, page.first)
    .map(({ ranked: one, key }) => ({ ranked: one, node: one, cursor: encodeCursor(key) }));
  return {
    entries,
    pageInfo: pageInfo(entries, rest.length > page.first, after !== null),
    totalCount: ranked.length,
  };
}

function keyFrom(cursor: string): Key {
  const [score, km, id] = decodeCursor(cursor);
  if (typeof score === 'number' && typeof km === 'number' && typeof id === 'string') return [score, km, id];
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}
