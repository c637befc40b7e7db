import { skillLevels } from '../candidates/skill-level.js';
import { contractTypes, missionCategories, remoteWorks } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { Codes } from './codes.js';
import { bytesOf, type Columns, columnsOf } from './columns.js';
import { dayNumber } from './days.js';
import { Lists } from './lists.js';
import { noLevel, noPay } from './offer-rows.js';
import { PlaceBook } from './place-book.js';
import type { CandidateRow } from './read-rows.js';
import { Uuids } from './uuids.js';

/** What `is` of a slot says. */
export const isThere = 1;
export const isVisible = 2;
/** Names places, even if none of them means anything any more. */
export const saysPlaces = 4;

const kinds = {
  is: Uint8Array,
  level: Uint8Array,
  /** One bit for each value; 0 when nothing is said. */
  contracts: Uint8Array,
  missions: Uint16Array,
  remotes: Uint8Array,
  diploma: Int32Array,
  available: Int32Array,
  pay: Int32Array,
  skillsAt: Uint32Array,
  skillCount: Uint8Array,
  occupationsAt: Uint32Array,
  occupationCount: Uint8Array,
  placesAt: Uint32Array,
  placeCount: Uint8Array,
} as const;

/** What a score looks at of every candidate, column by column. */
export class CandidateRows {
  readonly ids: Uuids;
  readonly skills = new Codes();
  readonly occupations = new Codes();
  readonly places: PlaceBook;
  /** Of each candidate: four times the number of a skill, and its level. */
  readonly skillLists: Lists;
  readonly otherLists: Lists;
  columns: Columns<typeof kinds>;
  count = 0;

  constructor(expected: number, gazetteer: Gazetteer) {
    this.ids = new Uuids(expected);
    this.columns = columnsOf(kinds, Math.max(expected, 64));
    this.skillLists = new Lists(expected * 8);
    this.otherLists = new Lists(expected * 4);
    this.places = new PlaceBook(gazetteer);
  }

  get bytes(): number {
    return bytesOf(this.columns) + this.ids.bytes + this.skillLists.bytes + this.otherLists.bytes;
  }

  put(row: CandidateRow): void {
    this.remove(row.id);
    this.add(row);
  }

  /** One that is not there yet. */
  add(row: CandidateRow): void {
    const slot = this.ids.add(row.id);
    if (slot >= this.columns.is.length) {
      this.columns = columnsOf(kinds, Math.ceil(this.columns.is.length * 1.5), this.columns);
    }
    this.count += 1;
    this.putPlain(slot, row);
    this.putLists(slot, row);
  }

  remove(id: string): void {
    const slot = this.ids.slotOf(id);
    if (slot < 0) return;
    const { columns } = this;
    columns.is[slot] = 0;
    this.skillLists.take(columns.skillsAt[slot]!, columns.skillCount[slot]!);
    this.otherLists.take(columns.occupationsAt[slot]!, columns.occupationCount[slot]!);
    for (let at = 0; at < columns.placeCount[slot]!; at += 1) {
      this.places.release(this.otherLists.values[columns.placesAt[slot]! + at]!);
    }
    this.otherLists.take(columns.placesAt[slot]!, columns.placeCount[slot]!);
    this.ids.remove(id);
    this.count -= 1;
  }

  private putPlain(slot: number, row: CandidateRow): void {
    const { columns } = this;
    columns.is[slot] = isThere | (row.visible ? isVisible : 0) | (row.places.length > 0 ? saysPlaces : 0);
    columns.level[slot] = row.studyLevel === null ? noLevel : studyLevels.indexOf(row.studyLevel);
    columns.contracts[slot] = bits(row.contractTypes, contractTypes);
    columns.missions[slot] = bits(row.missionCategories, missionCategories);
    columns.remotes[slot] = bits(row.remoteWork, remoteWorks);
    columns.diploma[slot] = dayNumber(row.diplomaOn);
    columns.available[slot] = dayNumber(row.availableFrom);
    columns.pay[slot] = row.salaryAtLeast ?? noPay;
  }

  private putLists(slot: number, row: CandidateRow): void {
    const { columns } = this;
    const held = new Map<number, number>();
    for (const { code, level } of row.skills) {
      const [skill, rank] = [this.skills.of(code), skillLevels.indexOf(level)];
      held.set(skill, Math.max(rank, held.get(skill) ?? 0));
    }
    const skills = Array.from(held, ([skill, level]) => skill * 4 + level);
    const occupations = [...new Set(row.occupationCodes)].map((code) => this.occupations.of(code));
    const places = row.places.flatMap((place) => this.places.take(place) ?? []);
    columns.skillsAt[slot] = this.skillLists.put(skills);
    columns.skillCount[slot] = skills.length;
    columns.occupationsAt[slot] = this.otherLists.put(occupations);
    columns.occupationCount[slot] = occupations.length;
    columns.placesAt[slot] = this.otherLists.put(places);
    columns.placeCount[slot] = places.length;
  }
}

const bits = <Value>(said: readonly Value[], all: readonly Value[]): number =>
  said.reduce((sum, one) => sum | (1 << all.indexOf(one)), 0);
