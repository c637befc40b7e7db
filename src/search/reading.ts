import type { ReadFilter } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { studyRank } from '../skills/study-level.js';
import type { Place } from '../territories/place.js';
import type { PlaceInput } from '../territories/place.input.js';
import type { Understanding } from '../understanding/understood.js';

/** One way to read a search; a cursor keeps it, so that later pages are read as the first one was. */
export interface Reading {
  /** The plain words, although places, contracts or levels were recognised in them. */
  literal: boolean;
  /** The places of the telling words left out. */
  left: readonly number[];
  /** Kilometres added around the communes recognised in the words. */
  aroundKm: number | null;
  /** The last word is only the beginning of one. */
  begun: boolean;
  /** For a skill that was named, the occupations whose core it is: "comptabilité" for those who look for an accountant. */
  callings: boolean;
}

export const firstReading: Reading = { literal: false, left: [], aroundKm: null, begun: false, callings: false };
export const literally: Reading = { ...firstReading, literal: true };

export const aroundSteps = [10, 20, 30, 50, 75, 100];

/** Whether anything recognised in the words would act as a filter. */
export const isNarrowing = ({ places, contractTypes, studyLevel }: Understanding): boolean =>
  places.length > 0 || contractTypes.length > 0 || studyLevel !== null;

/** The places recognised in the words, their communes with so much around them. */
export const placesAround = ({ places }: Understanding, km: number | null): Place[] =>
  km === null
    ? places
    : places.map((place) => (place.commune ? { commune: { code: place.commune.code, radiusKm: km } } : place));

/**
 * The filter of the client and what was recognised in the words, both to be met; null when they exclude each other. A level
 * is what the candidate has: of two the lower one counts.
 */
export function narrowed(
  { said, places }: ReadFilter,
  { contractTypes, studyLevel }: Understanding,
  recognised: ReadFilter['places'],
): ReadFilter | null {
  const filter: OfferFilter = { ...said };
  if (contractTypes.length > 0) {
    const asked = said.contractTypes?.length ? said.contractTypes : null;
    filter.contractTypes = asked ? asked.filter((type) => contractTypes.includes(type)) : [...contractTypes];
    if (filter.contractTypes.length === 0) return null;
  }
  if (studyLevel) {
    const lower = !said.studyLevel || studyRank(studyLevel) < studyRank(said.studyLevel);
    filter.studyLevel = lower ? studyLevel : said.studyLevel!;
  }
  if (!recognised) return { said: filter, places };
  const both = places ? places.intersect(recognised) : recognised;
  return both.communes.size > 0 ? { said: filter, places: both } : null;
}

/** The client's places, or else those of the words: what facets show as chosen, and distances are counted from. */
export const placesSaid = (
  { said }: ReadFilter,
  understanding: Understanding,
  aroundKm: number | null,
): PlaceInput[] | null | undefined => (said.places?.length ? said.places : placesAround(understanding, aroundKm));
