import { OfferFilter } from '../offers/offer-filter.input.js';
import type { Place } from '../territories/place.js';
import type { ConceptKind } from '../understanding/concept-kind.js';
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

/**
 * What of the words is to be heeded beside a filter: where the client chose in a field, that choice stands, and what the
 * words say of it is neither searched for nor a filter. So the counts of a facet are what choosing finds.
 */
export function heeded(understanding: Understanding, filter: OfferFilter | null | undefined): Understanding {
  const chosen = {
    places: Boolean(filter?.places?.length),
    contracts: Boolean(filter?.contractTypes?.length),
    level: Boolean(filter?.studyLevel),
  };
  const isChosen = (kind: ConceptKind): boolean =>
    kind === 'CONTRACT_TYPE' ? chosen.contracts : kind === 'STUDY_LEVEL' ? chosen.level : chosen.places;
  return {
    ...understanding,
    places: chosen.places ? [] : understanding.places,
    contractTypes: chosen.contracts ? [] : understanding.contractTypes,
    studyLevel: chosen.level ? null : understanding.studyLevel,
    concepts: understanding.concepts.map((concept) => ({
      ...concept,
      applied: concept.applied && !isChosen(concept.kind),
    })),
  };
}

/** Whether anything recognised in the words acts as a filter. */
export const isNarrowing = ({ places, contractTypes, studyLevel }: Understanding): boolean =>
  places.length > 0 || contractTypes.length > 0 || studyLevel !== null;

/** The client's filter with what was recognised in the words; recognised communes with so much around them. */
export function narrowed(
  filter: OfferFilter | null | undefined,
  { places, contractTypes, studyLevel }: Understanding,
  aroundKm: number | null,
): OfferFilter {
  return Object.assign(new OfferFilter(), filter, {
    ...(contractTypes.length > 0 && { contractTypes }),
    ...(studyLevel && { studyLevel }),
    ...(places.length > 0 && { places: places.map((place) => around(place, aroundKm)) }),
  });
}

const around = (place: Place, km: number | null): Place =>
  place.commune && km !== null
    ? { commune: { code: place.commune.code, radiusKm: Math.max(km, place.commune.radiusKm ?? 0) } }
    : place;
