import { plainLine } from '../common/plain-text.js';
import type { PlaceInput } from '../territories/place.input.js';
import type { Candidate } from './candidate.entity.js';
import type { CandidateProfileInput } from './candidate.input.js';

/** The columns of a candidate that the profile fills. */
export type ProfileDraft = Pick<
  Candidate,
  | 'firstName'
  | 'lastName'
  | 'school'
  | 'studyLevel'
  | 'diplomaOn'
  | 'skills'
  | 'places'
  | 'contractTypes'
  | 'missionCategories'
  | 'occupationCodes'
  | 'availableFrom'
  | 'salaryAtLeast'
  | 'remoteWork'
  | 'visibleSince'
>;

/** A ROME code as it is kept. */
export const occupationCode = (said: string): string => said.trim().toUpperCase();

/** The profile as it would read with the input: what is left out stays, null empties. */
export function profileWith(before: ProfileDraft, input: CandidateProfileInput, now: Date): ProfileDraft {
  const line = (words: string | null): string | null => (words === null ? null : plainLine(words) || null);
  const list = <Value>(said: Value[] | null | undefined, was: Value[]): Value[] =>
    said === undefined ? was : [...new Set(said ?? [])];
  const skills = input.skills?.map(({ code, level }) => ({
    code: code.trim(),
    level: level ?? ('PRACTISED' as const),
  }));
  return {
    firstName: input.firstName === undefined ? before.firstName : line(input.firstName),
    lastName: input.lastName === undefined ? before.lastName : line(input.lastName),
    school: input.school === undefined ? before.school : line(input.school),
    studyLevel: input.studyLevel === undefined ? before.studyLevel : input.studyLevel,
    diplomaOn: input.diplomaOn === undefined ? before.diplomaOn : input.diplomaOn,
    skills:
      input.skills === undefined ? before.skills : [...new Map(skills?.map((held) => [held.code, held])).values()],
    places: input.places === undefined ? before.places : withoutTwins(input.places ?? []),
    contractTypes: list(input.contractTypes, before.contractTypes),
    missionCategories: list(input.missionCategories, before.missionCategories),
    occupationCodes: list(input.occupationCodes?.map(occupationCode) ?? input.occupationCodes, before.occupationCodes),
    availableFrom: input.availableFrom === undefined ? before.availableFrom : input.availableFrom,
    salaryAtLeast: input.salaryAtLeast === undefined ? before.salaryAtLeast : input.salaryAtLeast,
    remoteWork: list(input.remoteWork, before.remoteWork),
    visibleSince: visibleSince(before.visibleSince, input.visibleToCompanies, now),
  };
}

/** A radius that is null and one left out say the same. */
function withoutTwins(places: PlaceInput[]): PlaceInput[] {
  const keyOf = (place: PlaceInput): string => JSON.stringify(place, (_key, value: unknown) => value ?? undefined);
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

/** Consent is dated when it is given, and kept at its first date while it lasts. */
function visibleSince(before: Date | null, wished: boolean | null | undefined, now: Date): Date | null {
  if (wished === undefined) return before;
  return wished ? (before ?? now) : null;
}
