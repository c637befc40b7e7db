import { Injectable } from '@nestjs/common';
import type { GraphQLError } from 'graphql';
import { Clock } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import type { InputProblem } from '../common/refusal.js';
import { studyLevels, studyRank, type StudyLevel } from '../skills/study-level.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { checkPlaces } from '../territories/place-check.js';
import { type PlaceSet, resolvePlaces } from '../territories/place-set.js';
import type { Aid } from './aid-names.js';
import { filterProblems } from './filter-problems.js';
import type { OfferFilter } from './offer-filter.input.js';

/** A filter with its places found; `places` is null when none was asked for. */
export interface ReadFilter {
  said: OfferFilter;
  places: PlaceSet | null;
}

/** Study levels an offer may ask for so that someone of this level is enough. */
export const levelsUpTo = (level: StudyLevel): StudyLevel[] => studyLevels.slice(0, studyRank(level) + 1);

/** A list that sets a condition: absent, null and empty lists set none. */
export const asked = <Value>(list: readonly Value[] | null | undefined): readonly Value[] | null =>
  list && list.length > 0 ? list : null;

/**
 * A filter in two parts: the one SQL can judge, and the aids, on which the rules of a later room give the verdict. Whoever
 * reads offers by `inSql` keeps among them those that get one of the aids.
 */
export function apartFromAids({ said, places }: ReadFilter): { filter: ReadFilter; aids: readonly Aid[] | null } {
  const { aids, ...others } = said;
  return { filter: { said: others, places }, aids: asked(aids) };
}

/** The engine passes over case and width, SQL does not: codes are asked for as offers have them. */
function withCodesAsKept(filter: OfferFilter): OfferFilter {
  const { occupationCodes, skillCodes } = filter;
  const plain = (code: string): string => code.normalize('NFKC').trim();
  return {
    ...filter,
    ...(occupationCodes && { occupationCodes: occupationCodes.map((code) => plain(code).toUpperCase()) }),
    ...(skillCodes && { skillCodes: skillCodes.map((code) => plain(code).toLowerCase()) }),
  };
}

const refused = (problems: readonly InputProblem[]): GraphQLError =>
  badInput(problems.map(({ path, text }) => `${path.join('.')} : ${text.fr} (${text.en})`).join(' '));

@Injectable()
export class OfferFilters {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** Everything that keeps a filter from being judged by, each fault at its path. */
  problems(given: OfferFilter): InputProblem[] {
    const places = checkPlaces(this.gazetteer, given.places ?? [], ['filter', 'places']);
    return [...filterProblems(withCodesAsKept(given)), ...places];
  }

  /** Throws BAD_USER_INPUT, naming every field at fault, for a filter that no offer could be judged by. */
  read(given: OfferFilter | null | undefined): ReadFilter {
    if (!given) return { said: {}, places: null };
    const said = withCodesAsKept(given);
    const places = asked(said.places);
    const resolved = places && resolvePlaces(this.gazetteer, [...places], ['filter', 'places']);
    const problems = filterProblems(said);
    if (Array.isArray(resolved)) throw refused([...problems, ...resolved]);
    if (problems.length > 0) throw refused(problems);
    return { said, places: resolved };
  }

  /**
   * The filter as a condition on `offer o`; values are pushed on `parameters`. It is the truth the engine's own filter is
   * tested against, and what matching uses. Refuses a filter on aids rather than forget it: see `apartFromAids`.
   */
  inSql({ said, places }: ReadFilter, parameters: unknown[]): string {
    if (asked(said.aids)) throw new Error('SQL cannot judge aids: take them apart first');
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions: string[] = [];
    const anyOf = (column: string, list: readonly string[] | null): void => {
      if (list) conditions.push(`${column} = ANY(${bind(list)}::text[])`);
    };
    anyOf('o.contract_type', asked(said.contractTypes));
    anyOf('o.mission_category', asked(said.missionCategories));
    anyOf('o.occupation_code', asked(said.occupationCodes));
    anyOf('o.remote_work', asked(said.remoteWork));
    if (places) conditions.push(siteIn(bind([...places.communes.keys()])));
    if (said.studyLevel) {
      conditions.push(`(o.study_level IS NULL OR o.study_level = ANY(${bind(levelsUpTo(said.studyLevel))}::text[]))`);
    }
    const skills = asked(said.skillCodes);
    if (skills) {
      const list = bind(skills);
      conditions.push(`(o.required_skill_codes && ${list}::text[] OR o.desired_skill_codes && ${list}::text[])`);
    }
    if (typeof said.salaryAtLeast === 'number') {
      conditions.push(`coalesce(o.salary_max, o.salary_min, 2147483647) >= ${bind(said.salaryAtLeast)}::int`);
    }
    if (said.startsFrom) conditions.push(`(o.starts_on IS NULL OR o.starts_on >= ${bind(said.startsFrom)}::date)`);
    if (said.startsUntil) conditions.push(`(o.starts_on IS NULL OR o.starts_on <= ${bind(said.startsUntil)}::date)`);
    const months = asked(said.startMonths);
    if (months) {
      conditions.push(`(o.starts_on IS NULL OR to_char(o.starts_on, 'YYYY-MM') = ANY(${bind(months)}::text[]))`);
    }
    if (typeof said.inTerritoireIndustrie === 'boolean') {
      conditions.push(`${said.inTerritoireIndustrie ? '' : 'NOT '}${siteIn(bind(this.communesInTerritories()))}`);
    }
    if (typeof said.greenMission === 'boolean') conditions.push(`o.green_mission = ${bind(said.greenMission)}`);
    if (said.companyId) conditions.push(`o.company_id = ${bind(said.companyId)}`);
    if (said.publishedSince) conditions.push(`o.published_at >= ${bind(said.publishedSince)}`);
    return conditions.length > 0 ? conditions.join(' AND ') : 'true';
  }

  private communesInTerritories(): string[] {
    const territories = this.gazetteer.territoriesInForce(this.clock.today());
    return territories.flatMap(({ id }) => this.gazetteer.communesOfTerritory(id).map(({ code }) => code));
  }
}

const siteIn = (communes: string): string =>
  `EXISTS (SELECT 1 FROM offer_site s WHERE s.offer_id = o.id AND s.commune_code IN (SELECT unnest(${communes}::text[])))`;
