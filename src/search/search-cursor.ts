import { decodeCursor, encodeCursor } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import type { OfferSort } from './offer-search.type.js';

/** Every word must be found; only when that finds nothing may the least telling words be missing. */
export type Strategy = 'all' | 'frequency';

/** How far a list was read, and how it was come by: later pages repeat what the first one had to try. */
export interface SearchPlace {
  sort: OfferSort;
  offset: number;
  strategy: Strategy;
  widenedToKm: number | null;
}

const kind = 'search';

export const searchCursor = ({ sort, offset, strategy, widenedToKm }: SearchPlace): string =>
  encodeCursor([kind, sort, offset, strategy, widenedToKm ?? 0]);

/** Where the page after the cursor begins; throws BAD_USER_INPUT for the cursor of another list or another order. */
export function searchPlace(after: string | null | undefined, sort: OfferSort): SearchPlace {
  if (!after) return { sort, offset: 0, strategy: 'all', widenedToKm: null };
  const [from, order, offset, strategy, km] = decodeCursor(after);
  const known = from === kind && order === sort && (strategy === 'all' || strategy === 'frequency');
  if (known && isWhole(offset, 1_000_000) && isWhole(km, 100)) {
    return { sort, offset, strategy, widenedToKm: km === 0 ? null : km };
  }
  throw badInput('after : ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
