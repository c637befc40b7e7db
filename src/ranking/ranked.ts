import { decodeCursor, encodeCursor, type PageArgs, type PageInfo, pageInfo } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import { isUuid } from '../common/node.js';

/** Something that passes every gate, and its place in the ranking. */
export interface Ranked {
  id: string;
  /** 0 to 1,000: tenths of a point; 0 without a score. */
  tenths: number;
  /** The weight of what could be compared, 0 to 100; 0 without a score. */
  evidence: number;
  /** From the nearest wished place it lies in; `farAway` when it lies in none or none has a point. */
  km: number;
}

/** Further than any place in France from another. */
export const farAway = 99_999;

/**
 * Best score first; of equal ones the better proven, so that saying nothing gains no place, then the nearest, then by id, so
 * that the order is total and pages never overlap.
 */
export const compareRanked = (one: Ranked, other: Ranked): number =>
  other.tenths - one.tenths ||
  other.evidence - one.evidence ||
  one.km - other.km ||
  (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** A page of a ranking, and how many it ranks in all. */
export interface RankedPage {
  entries: { ranked: Ranked; cursor: string }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** What a page is made of: one more than it shows, when there are more. */
export interface Top {
  ranked: readonly Ranked[];
  total: number;
}

/** After what the page begins. Throws BAD_USER_INPUT for a cursor of another list. */
export function afterOf({ after }: PageArgs): Ranked | null {
  if (!after) return null;
  const [tenths, evidence, km, id] = decodeCursor(after);
  const numbers = [tenths, evidence, km].every((one) => typeof one === 'number');
  if (numbers && typeof id === 'string' && isUuid(id)) return { tenths, evidence, km, id } as Ranked;
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

/** The page out of the `first + 1` best that come after `after`. */
export function pageOf({ ranked, total }: Top, { first, after }: PageArgs): RankedPage {
  const entries = ranked
    .slice(0, first)
    .map((one) => ({ ranked: one, cursor: encodeCursor([one.tenths, one.evidence, one.km, one.id]) }));
  return {
    entries,
    pageInfo: pageInfo(entries, ranked.length > first, Boolean(after)),
    totalCount: total,
  };
}

/** The best so many of all, after one of them. */
export function topOf(all: readonly Ranked[], most: number, after: Ranked | null): Top {
  const rest = after ? all.filter((one) => compareRanked(one, after) > 0) : all;
  return { ranked: [...rest].sort(compareRanked).slice(0, most), total: all.length };
}
