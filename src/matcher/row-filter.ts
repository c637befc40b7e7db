import { asked, levelsUpTo, type ReadFilter } from '../offers/offer-filter.js';
import { contractTypes, missionCategories, remoteWorks } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { resolvePlaces } from '../territories/place-set.js';
import { dateOfDay, dayNumber, noDay } from './days.js';
import { levelCount, noPay, type OfferRows } from './offer-rows.js';

/** A filter as it crosses to the thread: its places are found again there. Aids are judged elsewhere. */
export type SaidFilter = Omit<ReadFilter['said'], 'aids'>;

type Keeps = (slot: number) => boolean;

/** The filter as a condition on rows, with the meaning of `OfferFilters.inSql`; null when it keeps every offer. */
export function rowFilter(rows: OfferRows, gazetteer: Gazetteer, said: SaidFilter, today: string): Keeps | null {
  const { columns } = rows;
  const conditions: Keeps[] = [];
  const anyOf = (list: readonly boolean[], value: (slot: number) => number): void => {
    conditions.push((slot) => list[value(slot)]!);
  };
  const contracts = asked(said.contractTypes);
  if (contracts) {
    anyOf(
      contractTypes.map((one) => contracts.includes(one)),
      (slot) => Math.floor(columns.contractLevel[slot]! / levelCount),
    );
  }
  const missions = asked(said.missionCategories);
  if (missions) {
    anyOf(
      missionCategories.map((one) => missions.includes(one)),
      (slot) => columns.mission[slot]!,
    );
  }
  const remotes = asked(said.remoteWork);
  if (remotes) {
    anyOf(
      remoteWorks.map((one) => remotes.includes(one)),
      (slot) => columns.remote[slot]!,
    );
  }
  if (said.studyLevel) {
    const enough = levelsUpTo(said.studyLevel);
    anyOf(
      [...studyLevels.map((one) => enough.includes(one)), true],
      (slot) => columns.contractLevel[slot]! % levelCount,
    );
  }
  const occupations = asked(said.occupationCodes);
  if (occupations) {
    const numbers = new Set(occupations.flatMap((code) => numberOf(rows.occupations.known(code), 1)));
    conditions.push((slot) => numbers.has(columns.occupation[slot]!));
  }
  const skills = asked(said.skillCodes);
  if (skills) {
    const numbers = new Set(skills.flatMap((code) => numberOf(rows.skills.known(code), 0)));
    const lists = rows.skillLists.values;
    conditions.push((slot) => {
      const until = columns.skillsAt[slot]! + columns.skillCount[slot]!;
      for (let at = columns.skillsAt[slot]!; at < until; at += 1) if (numbers.has(lists[at]! >>> 1)) return true;
      return false;
    });
  }
  const pay = said.salaryAtLeast;
  if (typeof pay === 'number') {
    conditions.push((slot) => columns.payHigh[slot] === noPay || columns.payHigh[slot]! >= pay);
  }
  starts(said, columns.starts, conditions);
  places(rows, gazetteer, said, today, conditions);
  if (typeof said.greenMission === 'boolean') {
    const green = said.greenMission ? 1 : 0;
    conditions.push((slot) => columns.green[slot] === green);
  }
  if (said.companyId) {
    const company = rows.companies.slotOf(said.companyId);
    conditions.push((slot) => columns.company[slot] === company);
  }
  if (said.publishedSince) {
    const since = said.publishedSince.valueOf();
    conditions.push((slot) => columns.published[slot]! >= since);
  }
  if (conditions.length === 0) return null;
  return (slot) => conditions.every((keeps) => keeps(slot));
}

/** Offers without a day are kept. */
function starts(said: SaidFilter, startsOn: Int32Array, conditions: Keeps[]): void {
  if (said.startsFrom) {
    const from = dayNumber(said.startsFrom);
    conditions.push((slot) => startsOn[slot] === noDay || startsOn[slot]! >= from);
  }
  if (said.startsUntil) {
    const until = dayNumber(said.startsUntil);
    conditions.push((slot) => startsOn[slot]! <= until);
  }
  const months = asked(said.startMonths);
  if (months) {
    conditions.push((slot) => startsOn[slot] === noDay || months.includes(dateOfDay(startsOn[slot]!).slice(0, 7)));
  }
}

function places(rows: OfferRows, gazetteer: Gazetteer, said: SaidFilter, today: string, conditions: Keeps[]): void {
  const { sitesAt, siteCount } = rows.columns;
  const sites = rows.siteLists.values;
  const siteAmong = (communes: Iterable<string>): Keeps => {
    const wanted = new Uint8Array(rows.communes.size);
    for (const code of communes) {
      const number = rows.communes.known(code);
      if (number !== undefined) wanted[number] = 1;
    }
    return (slot) => {
      const until = sitesAt[slot]! + siteCount[slot]!;
      for (let at = sitesAt[slot]!; at < until; at += 1) if (wanted[sites[at]!] === 1) return true;
      return false;
    };
  };
  const wished = asked(said.places);
  if (wished) {
    const resolved = resolvePlaces(gazetteer, wished, []);
    conditions.push(siteAmong(Array.isArray(resolved) ? [] : resolved.communes.keys()));
  }
  if (typeof said.inTerritoireIndustrie === 'boolean') {
    const inside = siteAmong(
      gazetteer
        .territoriesInForce(today)
        .flatMap(({ id }) => gazetteer.communesOfTerritory(id).map(({ code }) => code)),
    );
    conditions.push(said.inTerritoireIndustrie ? inside : (slot) => !inside(slot));
  }
}

const numberOf = (number: number | undefined, plus: number): number[] => (number === undefined ? [] : [number + plus]);
