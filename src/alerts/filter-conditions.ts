import { dayNumber } from '../indexing/offer-document.js';
import type { OfferDocument } from '../indexing/offer-document.js';
import { levelsUpTo } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { setsCondition } from './kept-filter.js';
import type { Requirement } from './requirements.js';

/** Places are looked at by where a site lies: see place-conditions.ts. */
type Field = Exclude<keyof OfferFilter, 'places'>;
type Makers = { [F in Field]: (value: NonNullable<OfferFilter[F]>) => (offer: OfferDocument) => boolean };

const oneOf = (list: readonly string[], of: (offer: OfferDocument) => string) => {
  const wanted = new Set(list);
  return (offer: OfferDocument): boolean => wanted.has(of(offer));
};
const anyOf = (list: readonly string[], of: (offer: OfferDocument) => readonly string[]) => {
  const wanted = new Set(list);
  return (offer: OfferDocument): boolean => of(offer).some((value) => wanted.has(value));
};

/** What an offer does not say keeps it from nobody, as in a search. */
const makers: Required<Makers> = {
  contractTypes: (list) => oneOf(list, ({ contract }) => contract),
  missionCategories: (list) => oneOf(list, ({ mission }) => mission),
  remoteWork: (list) => oneOf(list, ({ remote }) => remote),
  occupationCodes: (list) =>
    anyOf(list, ({ occupationCode }) => (occupationCode === undefined ? [] : [occupationCode])),
  skillCodes: (list) => anyOf(list, ({ skillCodes }) => skillCodes),
  aids: (list) => anyOf(list, ({ aids }) => aids),
  studyLevel: (held) => {
    const enough = new Set<string>(levelsUpTo(held));
    return ({ level }) => level === undefined || enough.has(level);
  },
  salaryAtLeast:
    (least) =>
    ({ salary }) =>
      salary === undefined || salary >= least,
  startsFrom: (from) => {
    const day = dayNumber(from);
    return ({ starts }) => starts === undefined || starts >= day;
  },
  startsUntil: (until) => {
    const day = dayNumber(until);
    return ({ starts }) => starts === undefined || starts <= day;
  },
  startMonths: (months) => {
    const wanted = new Set(months);
    return ({ startMonth }) => startMonth === undefined || wanted.has(startMonth);
  },
  inTerritoireIndustrie:
    (wanted) =>
    ({ inTerritory }) =>
      inTerritory === wanted,
  greenMission:
    (wanted) =>
    ({ green }) =>
      green === wanted,
  companyId: (id) => {
    const wanted = id.toLowerCase();
    return ({ companyId }) => companyId === wanted;
  },
  publishedSince: (moment) => {
    const since = moment.valueOf();
    return ({ published }) => published >= since;
  },
};

/** The conditions of a filter, as SQL and the engine have them, on the document of an offer; all must hold. */
export function conditionsOf(filter: OfferFilter): Requirement[] {
  return (Object.keys(makers) as Field[]).flatMap((field) => {
    const value = filter[field];
    if (!setsCondition(value)) return [];
    const holds = makers[field](value as never);
    return [{ name: `${field} ${JSON.stringify(value)}`, holds: ({ document }) => holds(document) }];
  });
}
