import { remoteWorks } from '../offers/offer-words.js';
import { acceptsFullRemote, remoteFit, salaryFit } from '../scoring/score-criteria.js';
import { toleranceDays } from '../scoring/gates.js';
import type { CandidateFacts } from '../scoring/score-facts.js';
import { full, rounded, type Weights } from '../scoring/weights.js';
import type { Best } from './best.js';
import { noDay } from './days.js';
import type { OfferRows } from './offer-rows.js';
import type { OfferTables } from './offer-tables.js';
import { coverFor, weightOfOthers } from './offer-bound.js';
import { tenthsOf } from './points.js';
import { farAway, type WishedCommunes } from './wished-communes.js';

export interface OfferScan {
  rows: OfferRows;
  facts: CandidateFacts;
  tables: OfferTables;
  wished: WishedCommunes;
  weights: Weights;
  /** The day on which it is asked. */
  today: number;
  /** Beside the gates; null keeps every offer. */
  keeps: ((slot: number) => boolean) | null;
}

/**
 * Looks at every offer that may pass the gates and hands to `best` those that do, with their exact scores; answers how
 * many pass. An offer is put aside as soon as even the best it could still score would not enter the best.
 */
export function scanOffers(scan: OfferScan, best: Best): number {
  const judge = new Judge(scan, best);
  if (scan.wished.everywhere) {
    judge.takeAll(scan.rows.ids.slots, scan.facts.hasPlaces ? full : -1);
  } else takeWished(scan, judge);
  judge.finish();
  return judge.passing;
}

function takeWished({ rows, facts, wished, weights }: OfferScan, judge: Judge): void {
  const { sitesAt, siteCount, remote } = rows.columns;
  const sites = rows.siteLists.values;
  const anywhere = acceptsFullRemote(facts) ? remoteFit(facts, weights) : -1;
  for (const commune of wished.communes) {
    const slots = rows.byCommune[commune];
    if (!slots) continue;
    const [fit, hectometres] = [wished.fits[commune]!, wished.hectometres[commune]!];
    for (const slot of slots) {
      if (siteCount[slot]! > 1) {
        const from = sitesAt[slot]!;
        if (bestSite(sites, from, from + siteCount[slot]!, wished) !== commune) continue;
      }
      judge.take(slot, remote[slot] === fullRemote && anywhere > fit ? anywhere : fit, hectometres);
    }
  }
  if (anywhere < 0) return;
  for (const slot of rows.fullyRemote) {
    const from = sitesAt[slot]!;
    if (bestSite(sites, from, from + siteCount[slot]!, wished) < 0) judge.take(slot, anywhere, farAway);
  }
}

const fullRemote = remoteWorks.indexOf('FULL');

/** The commune of the site that suits best, the nearest of equals; -1 when none is wished for. */
function bestSite(sites: Uint32Array, from: number, until: number, { fits, hectometres }: WishedCommunes): number {
  let best = -1;
  for (let at = from; at < until; at += 1) {
    const site = sites[at]!;
    const fit = fits[site]!;
    if (fit < 0) continue;
    if (best < 0 || fit > fits[best]! || (fit === fits[best]! && hectometres[site]! < hectometres[best]!)) best = site;
  }
  return best;
}

const batchSize = 4_096;

/** Judges offers batch by batch, so that what is looked up for all of them is looked up once a batch. */
class Judge {
  passing = 0;
  private readonly slots = new Int32Array(batchSize);
  private readonly distances = new Int16Array(batchSize);
  private readonly hectometres = new Int32Array(batchSize);
  private taken = 0;

  constructor(
    private readonly scan: OfferScan,
    private readonly best: Best,
  ) {}

  /** `distance` is its fit, below 0 where the candidate says nothing of places. */
  take(slot: number, distance: number, hectometres: number): void {
    this.slots[this.taken] = slot;
    this.distances[this.taken] = distance;
    this.hectometres[this.taken] = hectometres;
    this.taken += 1;
    if (this.taken === batchSize) this.finish();
  }

  /** Every slot, none of which has a distance. */
  takeAll(slots: number, distance: number): void {
    this.distances.fill(distance);
    for (let from = 0; from < slots; from += batchSize) {
      this.taken = Math.min(batchSize, slots - from);
      for (let at = 0; at < this.taken; at += 1) this.slots[at] = from + at;
      this.hectometres.fill(farAway);
      this.finish();
    }
  }

  /** Judges what was taken since the last time. */
  finish(): void {
    const left = this.pastGates();
    this.passing += left;
    this.score(left);
    this.taken = 0;
  }

  /** Moves those that pass to the front of the batch and answers how many they are. */
  private pastGates(): number {
    const { slots, distances, hectometres, taken } = this;
    const { rows, tables, today, keeps } = this.scan;
    const { contractLevel, starts, expires } = rows.columns;
    const { passes, workStudy, availableFrom, diplomaLimits } = tables;
    const earliest = availableFrom === noDay ? noDay : availableFrom - toleranceDays;
    const hasDiploma = diplomaLimits.length > 0;
    let left = 0;
    for (let at = 0; at < taken; at += 1) {
      const slot = slots[at]!;
      const kind = contractLevel[slot]!;
      if (passes[kind] === 0 || expires[slot]! < today) continue;
      const start = starts[slot]!;
      if (start !== noDay && start < earliest) continue;
      if (hasDiploma && workStudy[kind] === 0 && isTooOld(diplomaLimits, start === noDay ? today : start)) continue;
      if (keeps !== null && !keeps(slot)) continue;
      slots[left] = slot;
      distances[left] = distances[at]!;
      hectometres[left] = hectometres[at]!;
      left += 1;
    }
    return left;
  }

  private score(count: number): void {
    const { slots, distances, hectometres, best } = this;
    const { rows, facts, tables, weights } = this.scan;
    if (facts.skills.length === 0) {
      for (let at = 0; at < count; at += 1) best.offer(slots[at]!, 0, 0, hectometres[at]!);
      return;
    }
    const { contractLevel, mission, remote, occupation, starts, payLow, payHigh, answering } = rows.columns;
    const { skillsAt, skillCount, requiredRarity, desiredRarity } = rows.columns;
    const { sums, weights: counted, missions, remotes, occupations, covers, waits, availableFrom } = tables;
    const lists = rows.skillLists.values;
    const { rarities } = rows;
    const { AVAILABILITY, DISTANCE, MISSION, REMOTE_WORK, OCCUPATION, SALARY, SKILLS } = weights.criteria;
    const { desired } = weights.skills;
    const lastWait = waits.length - 1;
    const hasDay = availableFrom !== noDay;
    const wish = facts.salaryAtLeast !== null && facts.salaryAtLeast > 0 ? facts.salaryAtLeast : 0;
    const others = weightOfOthers(facts, weights);
    let { floor } = best;
    let needed = coverFor(floor, others, weights);

    for (let at = 0; at < count; at += 1) {
      const slot = slots[at]!;
      // Skills first: most offers cover too few of them to come near the best, however perfect all else is.
      const whole = 100 * requiredRarity[slot]! + desired * desiredRarity[slot]!;
      let covered = 0;
      if (whole > 0) {
        const enough = needed * whole - 1;
        let within = full * whole;
        const from = skillsAt[slot]!;
        const until = from + skillCount[slot]!;
        for (let place = from; place < until && within >= enough; place += 1) {
          const entry = lists[place]!;
          const skill = entry >>> 1;
          const weightOfSkill = ((entry & 1) === 1 ? 100 : desired) * rarities[skill]!;
          const cover = covers[skill]!;
          covered += weightOfSkill * cover;
          within -= weightOfSkill * (full - cover);
        }
        if (within < enough) continue;
      }
      const kind = contractLevel[slot]!;
      let sum = sums[kind]!;
      let weight = counted[kind]!;
      const start = starts[slot]!;
      if (hasDay && start !== noDay) {
        sum += waits[Math.min(start - availableFrom + toleranceDays, lastWait)]!;
        weight += AVAILABILITY;
      }
      if (distances[at]! >= 0) {
        sum += DISTANCE * distances[at]!;
        weight += DISTANCE;
      }
      if (missions !== null) {
        sum += missions[mission[slot]!]!;
        weight += MISSION;
      }
      if (remotes !== null) {
        sum += remotes[remote[slot]!]!;
        weight += REMOTE_WORK;
      }
      if (occupations !== null && occupation[slot]! !== 0) {
        sum += occupations[occupation[slot]!]!;
        weight += OCCUPATION;
      }
      if (wish > 0 && payLow[slot]! >= 0) {
        sum += SALARY * salaryFit(payLow[slot]!, payHigh[slot]!, wish, weights.salary);
        weight += SALARY;
      }
      if (whole > 0) {
        sum += SKILLS * rounded(covered, whole);
        weight += SKILLS;
      }
      const tenths = tenthsOf(sum, weight, answering[slot]!, weights);
      if (tenths < floor) continue;
      best.offer(slot, tenths, weight, hectometres[at]!);
      floor = best.floor;
      needed = coverFor(floor, others, weights);
    }
  }
}

function isTooOld(limits: OfferTables['diplomaLimits'], start: number): boolean {
  let limit = limits[0]!;
  for (const one of limits) if (one.from <= start) limit = one;
  return start >= limit.tooOldFrom;
}
