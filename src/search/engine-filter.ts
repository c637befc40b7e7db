import { Injectable } from '@nestjs/common';
import { levelsUpTo, asked, type ReadFilter } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { CommuneFacts } from '../territories/facts.js';
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
  | 'companyId'
  | 'startMonths'
  | 'aids'
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
    anyOf('aids', 'aids');
    if (places && without !== 'places') conditions.push(this.placedIn(places));
    if (said.studyLevel && without !== 'studyLevel') {
      conditions.push(orUnsaid('level', inList('level', levelsUpTo(said.studyLevel))));
    }
    if (typeof said.greenMission === 'boolean' && without !== 'greenMission') {
      conditions.push(`green = ${said.greenMission}`);
    }
    const months = asked(said.startMonths);
    if (months && without !== 'startMonths') conditions.push(orUnsaid('startMonth', inList('startMonth', months)));
    if (said.companyId && without !== 'companyId') {
      conditions.push(inList('companyId', [said.companyId.toLowerCase()]));
    }
    return [...conditions, ...boundsOf(said)];
  }

  /** Orders after which the offers that say what the filter asks about stand before those it keeps because they do not say. */
  silenceOrder({ said }: ReadFilter): string[] {
    return [
      ...(said.studyLevel ? ['saysLevel:desc'] : []),
      ...(typeof said.salaryAtLeast === 'number' ? ['saysSalary:desc'] : []),
      ...(said.startsFrom || said.startsUntil || asked(said.startMonths) ? ['saysStart:desc'] : []),
    ];
  }

  /** Exactly the offers with a site in one of the communes; worked out once for each set. */
  placedIn(places: PlaceSet): string {
    let condition = this.placed.get(places);
    if (condition === undefined) {
      condition = this.inPlaces(places);
      this.placed.set(places, condition);
    }
    return condition;
  }

  /**
   * Whole departments and whole cells where the set holds all of their communes, the rest one by one. A circle of 50 km
   * becomes about a hundred cells and two hundred communes.
   */
  private inPlaces({ members }: PlaceSet): string {
    const departments = whole(
      members,
      ({ departmentCode }) => departmentCode,
      (code) => this.gazetteer.communesOfDepartment(code),
    );
    const apart = ({ departmentCode }: CommuneFacts): boolean => !departments.has(departmentCode);
    const outside = members.filter(({ commune }) => apart(commune));
    const cells = whole(
      outside,
      ({ cell }) => cell,
      (cell) => this.gazetteer.communesOfCell(cell).filter(apart),
    );
    const alone = outside.filter(({ commune }) => !cells.has(commune.cell));
    const either = [
      ...(departments.size > 0 ? [inList('departments', departments)] : []),
      ...(cells.size > 0 ? [inList('cells', cells)] : []),
      ...(alone.length > 0
        ? [
            inList(
              'communes',
              alone.map(({ commune }) => commune.code),
            ),
          ]
        : []),
    ];
    return either.length > 0 ? `(${either.join(' OR ')})` : NOTHING;
  }
}

/** The groups of two communes or more that lie in the set whole: those it holds as many communes of as there are. */
function whole(
  members: PlaceSet['members'],
  groupOf: (commune: CommuneFacts) => string,
  communesOf: (group: string) => readonly CommuneFacts[],
): Set<string> {
  const held = new Map<string, number>();
  for (const { commune } of members) {
    const group = groupOf(commune);
    held.set(group, (held.get(group) ?? 0) + 1);
  }
  const complete = new Set<string>();
  for (const [group, count] of held) {
    if (count > 1 && communesOf(group).length === count) complete.add(group);
  }
  return complete;
}

/** A condition that no document meets. */
const NOTHING = 'companyId IN []';

function boundsOf(said: OfferFilter): string[] {
  const conditions: string[] = [];
  if (typeof said.salaryAtLeast === 'number') conditions.push(orUnsaid('salary', `salary >= ${said.salaryAtLeast}`));
  if (said.startsFrom) conditions.push(orUnsaid('starts', `starts >= ${dayNumber(said.startsFrom)}`));
  if (said.startsUntil) conditions.push(orUnsaid('starts', `starts <= ${dayNumber(said.startsUntil)}`));
  if (typeof said.inTerritoireIndustrie === 'boolean') conditions.push(`inTerritory = ${said.inTerritoireIndustrie}`);
  if (said.publishedSince) conditions.push(`published >= ${said.publishedSince.valueOf()}`);
  return conditions;
}

export const inList = (attribute: string, values: Iterable<string>): string =>
  `${attribute} IN [${Array.from(values, quoted).join(', ')}]`;

/** The engine's own escapes; a filter is otherwise broken out of by a quote. */
const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

const orUnsaid = (attribute: string, condition: string): string => `(${condition} OR ${attribute} NOT EXISTS)`;
