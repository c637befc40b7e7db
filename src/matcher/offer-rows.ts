import { contractTypes, missionCategories, remoteWorks } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';
import { bytesOf, type Columns, columnsOf } from './columns.js';
import { Codes } from './codes.js';
import { dayNumber } from './days.js';
import { Lists } from './lists.js';
import type { OfferRow } from './read-rows.js';
import { Uuids } from './uuids.js';

/** Study levels, and one more for "does not say". */
export const levelCount = studyLevels.length + 1;
export const noLevel = studyLevels.length;
/** In `contractLevel`, of a slot that holds no offer. */
export const noOffer = 255;
export const noPay = -1;
export const unknownAnswering = -1;

const kinds = {
  /** contract × levelCount + level. */
  contractLevel: Uint8Array,
  mission: Uint8Array,
  remote: Uint8Array,
  green: Uint8Array,
  /** 0 for none, else one more than its number. */
  occupation: Uint16Array,
  starts: Int32Array,
  /** The last day on which it is open. */
  expires: Int32Array,
  payLow: Int32Array,
  payHigh: Int32Array,
  answering: Int16Array,
  published: Float64Array,
  company: Uint32Array,
  skillsAt: Uint32Array,
  skillCount: Uint8Array,
  /** Rarities of what is required and of what is desired, each added up. */
  requiredRarity: Uint16Array,
  desiredRarity: Uint16Array,
  sitesAt: Uint32Array,
  siteCount: Uint8Array,
} as const;

export type OfferColumns = Columns<typeof kinds>;

const never = 0x7fff_ffff;

/** What a score and a filter look at of every open offer, column by column. */
export class OfferRows {
  readonly ids: Uuids;
  readonly skills = new Codes();
  readonly occupations = new Codes();
  readonly companies = new Uuids(1_024);
  readonly communes = new Codes();
  /** Of each offer: twice the number of a skill, and one more when it is required; the weightiest first. */
  readonly skillLists: Lists;
  readonly siteLists: Lists;
  /** Slots by the number of a commune; an offer of several sites stands in several. */
  readonly byCommune: number[][] = [];
  readonly fullyRemote = new Set<number>();
  /** By the number of a skill. */
  readonly rarities: number[] = [];
  columns: OfferColumns;
  count = 0;

  constructor(
    expected: number,
    private readonly rarity: (skill: string) => number,
    private readonly communeToday: (code: string) => string | undefined,
  ) {
    this.ids = new Uuids(expected);
    this.columns = columnsOf(kinds, Math.max(expected, 64));
    this.columns.contractLevel.fill(noOffer);
    this.skillLists = new Lists(expected * 6);
    this.siteLists = new Lists(expected * 2);
  }

  get bytes(): number {
    const lists = this.byCommune.reduce((sum, slots) => sum + slots.length * 8, 0);
    return bytesOf(this.columns) + this.ids.bytes + this.skillLists.bytes + this.siteLists.bytes + lists;
  }

  put(row: OfferRow): void {
    this.remove(row.id);
    this.add(row);
  }

  /** One that is not there yet. */
  add(row: OfferRow): void {
    const slot = this.ids.add(row.id);
    if (slot >= this.columns.mission.length) this.widen();
    this.count += 1;
    this.putPlain(slot, row);
    this.putSkills(slot, row);
    this.putSites(slot, row);
  }

  remove(id: string): void {
    const slot = this.ids.slotOf(id);
    if (slot < 0) return;
    const { contractLevel, skillsAt, skillCount, sitesAt, siteCount } = this.columns;
    contractLevel[slot] = noOffer;
    for (let at = 0; at < siteCount[slot]!; at += 1) {
      const slots = this.byCommune[this.siteLists.values[sitesAt[slot]! + at]!]!;
      slots[slots.indexOf(slot)] = slots.at(-1)!;
      slots.pop();
    }
    this.fullyRemote.delete(slot);
    this.skillLists.take(skillsAt[slot]!, skillCount[slot]!);
    this.siteLists.take(sitesAt[slot]!, siteCount[slot]!);
    this.ids.remove(id);
    this.count -= 1;
  }

  private putPlain(slot: number, row: OfferRow): void {
    const { columns } = this;
    const level = row.studyLevel === null ? noLevel : studyLevels.indexOf(row.studyLevel);
    columns.contractLevel[slot] = contractTypes.indexOf(row.contractType) * levelCount + level;
    columns.mission[slot] = missionCategories.indexOf(row.missionCategory);
    columns.remote[slot] = remoteWorks.indexOf(row.remoteWork);
    columns.green[slot] = row.greenMission ? 1 : 0;
    columns.occupation[slot] = row.occupationCode === null ? 0 : this.occupations.of(row.occupationCode) + 1;
    columns.starts[slot] = dayNumber(row.startsOn);
    columns.expires[slot] = row.expiresOn === null ? never : dayNumber(row.expiresOn);
    columns.payLow[slot] = row.salaryMin ?? row.salaryMax ?? noPay;
    columns.payHigh[slot] = row.salaryMax ?? row.salaryMin ?? noPay;
    columns.answering[slot] = row.responsiveness ?? unknownAnswering;
    columns.published[slot] = row.publishedAt;
    columns.company[slot] = this.companies.numberOf(row.companyId);
    if (row.remoteWork === 'FULL') this.fullyRemote.add(slot);
  }

  private putSkills(slot: number, { requiredSkills, desiredSkills }: OfferRow): void {
    const required = this.skillNumbers(requiredSkills, []);
    const desired = this.skillNumbers(desiredSkills, required);
    const { columns } = this;
    columns.requiredRarity[slot] = this.sumOf(required);
    columns.desiredRarity[slot] = this.sumOf(desired);
    columns.skillCount[slot] = required.length + desired.length;
    columns.skillsAt[slot] = this.skillLists.put([
      ...required.map((one) => one * 2 + 1),
      ...desired.map((one) => one * 2),
    ]);
  }

  private putSites(slot: number, { communeCodes }: OfferRow): void {
    const sites: number[] = [];
    for (const code of communeCodes) {
      const today = this.communeToday(code);
      const site = today === undefined ? undefined : this.communes.of(today);
      if (site === undefined || sites.includes(site)) continue;
      sites.push(site);
      (this.byCommune[site] ??= []).push(slot);
    }
    this.columns.sitesAt[slot] = this.siteLists.put(sites);
    this.columns.siteCount[slot] = sites.length;
  }

  /** The rarest first, so that it soon shows whether an offer can still come near the best. */
  private skillNumbers(codes: readonly string[], but: readonly number[]): number[] {
    const numbers: number[] = [];
    for (const code of codes) {
      const number = this.skillNumber(code);
      if (!numbers.includes(number) && !but.includes(number)) numbers.push(number);
    }
    return numbers.sort((one, other) => this.rarities[other]! - this.rarities[one]!);
  }

  private skillNumber(code: string): number {
    const number = this.skills.of(code);
    if (number === this.rarities.length) this.rarities.push(this.rarity(code));
    return number;
  }

  private sumOf(skills: readonly number[]): number {
    let sum = 0;
    for (const skill of skills) sum += this.rarities[skill]!;
    return sum;
  }

  private widen(): void {
    const before = this.columns.mission.length;
    this.columns = columnsOf(kinds, Math.ceil(before * 1.5), this.columns);
    this.columns.contractLevel.fill(noOffer, before);
  }
}
