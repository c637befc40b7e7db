import { createHash } from 'node:crypto';
import { fold } from '../common/fold.js';
import { decodeCursor, encodeCursor } from '../common/connection.js';
import { badInput } from '../common/errors.js';
import type { OfferSearchArgs, OfferSort } from './offer-search.type.js';
import type { Reading } from './reading.js';

/** How far a list was read, and how it was come by: later pages repeat what the first one had to try. */
export interface SearchPlace {
  sort: OfferSort;
  /** How many offers stood up to here when the page was read. */
  offset: number;
  /** The beginnings of the ids of the last ones, the last first: where they stand now, the next page begins. */
  anchors: string[];
  reading: Reading;
  widenedToKm: number | null;
}

const kind = 'search2';

type AskedList = Pick<OfferSearchArgs, 'words' | 'filter' | 'literal' | 'sort'>;

/** Tells lists apart: a cursor of one search says nothing about another. */
export const listName = ({ words, filter, literal, sort }: AskedList): string =>
  createHash('sha256')
    .update(JSON.stringify([fold(words ?? ''), ordered(filter ?? {}), literal === true, sort ?? 'RELEVANCE']))
    .digest('base64url')
    .slice(0, 8);

/** The same filter has one name, in whatever order a client writes its fields. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const fields = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return fields.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => [name, ordered(one)]);
};

export const anchorOf = (id: string): string => id.slice(0, 8);
const mostAnchors = 3;

export const searchCursor = (name: string, { offset, anchors, reading, widenedToKm }: SearchPlace): string =>
  encodeCursor([
    kind,
    name,
    offset,
    (reading.literal ? 1 : 0) + (reading.begun ? 2 : 0) + (reading.callings ? 4 : 0),
    reading.left.join('.'),
    reading.aroundKm ?? 0,
    widenedToKm ?? 0,
    ...anchors.slice(0, mostAnchors),
  ]);

/** Where the page after the cursor begins; throws BAD_USER_INPUT for the cursor of another list or another order. */
export function searchPlace(after: string, list: AskedList): SearchPlace {
  const [from, name, offset, how, left, around, km, ...anchors] = decodeCursor(after);
  if (
    from === kind &&
    name === listName(list) &&
    isWhole(offset, 10_000_000) &&
    isWhole(how, 7) &&
    typeof left === 'string' &&
    /^(\d(\.\d)*)?$/.test(left) &&
    isWhole(around, 100) &&
    isWhole(km, 100) &&
    anchors.length <= mostAnchors &&
    anchors.every((anchor): anchor is string => typeof anchor === 'string' && /^[0-9a-f]{8}$/.test(anchor))
  ) {
    const reading: Reading = {
      literal: how % 2 === 1,
      begun: (how & 2) > 0,
      callings: (how & 4) > 0,
      left: left === '' ? [] : left.split('.').map(Number),
      aroundKm: around || null,
    };
    return { sort: list.sort ?? 'RELEVANCE', offset, anchors, reading, widenedToKm: km || null };
  }
  throw badInput('after : ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
