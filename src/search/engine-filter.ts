import { Injectable } from '@nestjs/common';
import { levelsUpTo, asked, type ReadFilter } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceSet } from '../territories/place-set.js';
import { dayNumber } from '../indexing/offer-document.js';

/** The parts of a filter that a facet counts the alternatives of. */
export type FacetedField = keyof Pick<
  OfferFilter,
  | 'contractTypes'
  | 'studyLevel'
  | 'missionCategories'
  | 'occupationCodes'
  | 'skillCodes'
  | 'remoteWork'
  | 'greenMission'
  | 'places'
>;

/** A filter in the engine's language. Values are typed or escaped; words of a client never become syntax. */
@Injectable()
export class EngineFilter {
  /** A page, its words and each of its facets ask about the same places. */
  private readonly placed = new WeakMap<PlaceSet, string>();

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Conditions that all must hold; `without` leaves one field out, to count its alternatives. */
  conditions({ said, places }: ReadFilter, without?: FacetedField): string[] {
    const conditions: string[] = [];
    const anyOf = (field: FacetedField, attribute: string): void => {
      const list = field === without ? null : asked(said[field] as string[] | null | undefined);
      if (list) conditions.push(inList(attribute, list));
    };
    anyOf('contractTypes', 'contract');
    anyOf('missionCategories', 'mission');
    anyOf('occupationCodes', 'occupationCode');
    anyOf('skillCodes', 'skillCodes');
    anyOf('remoteWork', 'remote');
    if (places && without !== 'places') conditions.push(this.placedIn(places));
    if (said.studyLevel && without !== 'studyLevel') {
      conditions.push(orUnsaid('level', inList('level', levelsUpTo(said.studyLevel))));
    }
    if (typeof said.greenMission === 'boolean' && without !== 'greenMission') {
      conditions.push(`green = ${said.greenMission}`);
    }
    return [...conditions, ...boundsOf(said)];
  }

  private placedIn(places: PlaceSet): string {
    const condition = this.placed.get(places) ?? this.inPlaces(places);
    this.placed.set(places, condition);
    return condition;
  }

  /**
   * Exactly the offers with a site in one of the communes: whole departments and whole cells where the set holds all of
   * their communes, the rest one by one. A circle of 50 km becomes about a hundred cells and two hundred communes.
   */
  private inPlaces({ communes }: PlaceSet): string {
    const rest = new Set(communes.keys());
    const departments = this.whole(rest, (code) => {
      const { departmentCode } = this.gazetteer.commune(code)!;
      return [departmentCode, this.gazetteer.communesOfDepartment(departmentCode)];
    });
    const cells = this.whole(rest, (code) => {
      const { cell } = this.gazetteer.commune(code)!;
      return [cell, this.gazetteer.communesOfCell(cell)];
    });
    const either = [
      ...(departments.length > 0 ? [inList('departments', departments)] : []),
      ...(cells.length > 0 ? [inList('cells', cells)] : []),
      ...(rest.size > 0 ? [inList('communes', [...rest])] : []),
    ];
    return either.length > 0 ? `(${either.join(' OR ')})` : NOTHING;
  }

  /** Takes out of `rest` the groups it holds whole, and names them. */
  private whole(rest: Set<string>, groupOf: (code: string) => [string, readonly { code: string }[]]): string[] {
    const groups = new Map([...rest].map(groupOf));
    const complete = [...groups].filter(
      ([, members]) => members.length > 1 && members.every(({ code }) => rest.has(code)),
    );
    for (const { code } of complete.flatMap(([, members]) => members)) rest.delete(code);
    return complete.map(([name]) => name);
  }
}

/** A condition that no document meets. */
const NOTHING = 'companyId IN []';

function boundsOf(said: OfferFilter): string[] {
  const conditions: string[] = [];
  if (typeof said.salaryAtLeast === 'number') conditions.push(orUnsaid('salary', `salary >= ${said.salaryAtLeast}`));
  if (said.startsFrom) conditions.push(orUnsaid('starts', `starts >= ${dayNumber(said.startsFrom)}`));
  if (said.startsUntil) conditions.push(orUnsaid('starts', `starts <= ${dayNumber(said.startsUntil)}`));
  if (typeof said.inTerritoireIndustrie === 'boolean') conditions.push(`inTerritory = ${said.inTerritoireIndustrie}`);
  if (said.companyId) conditions.push(inList('companyId', [said.companyId.toLowerCase()]));
  if (said.publishedSince) conditions.push(`published >= ${said.publishedSince.valueOf()}`);
  return conditions;
}

const inList = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`;

/** The engine's own escapes; a filter is otherwise broken out of by a quote. */
const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

const orUnsaid = (attribute: string, condition: string): string => `(${condition} OR ${attribute} NOT EXISTS)`;
