import { toleranceDays } from '../scoring/gates.js';
import { salaryFit, waiting } from '../scoring/score-criteria.js';
import type { OfferFacts } from '../scoring/score-facts.js';
import { full, rounded, type Weights } from '../scoring/weights.js';
import { type CandidateRows, isThere, isVisible, saysPlaces } from './candidate-rows.js';
import type { CandidateTables } from './candidate-tables.js';
import { noDay } from './days.js';
import type { PlaceWorths } from './place-book.js';
import { tenthsOf, sumFor } from './points.js';
import { farAway } from './wished-communes.js';

export interface CandidateScan {
  rows: CandidateRows;
  offer: OfferFacts;
  tables: CandidateTables;
  worths: PlaceWorths;
  weights: Weights;
  /** Only those who agreed to be seen by companies. */
  visibleOnly: boolean;
  /** Slots that are passed over. */
  without: ReadonlySet<number>;
}

/** Who takes in candidates with their scores; `floor` is the score below which none is wanted any more. */
export interface Taker {
  readonly floor: number;
  offer(slot: number, tenths: number, evidence: number, hectometres: number): void;
}

const most = 3;

/** Looks at every candidate and hands on those who pass the gates, with their exact scores; answers how many pass. */
export function scanCandidates(scan: CandidateScan, taker: Taker): number {
  const { rows, offer, tables, worths, weights, visibleOnly, without } = scan;
  const { is, level, contracts, missions, remotes, diploma, available, pay } = rows.columns;
  const { skillsAt, skillCount, occupationsAt, occupationCount, placesAt, placeCount } = rows.columns;
  const [skillLists, otherLists] = [rows.skillLists.values, rows.otherLists.values];
  const { criteria } = weights;
  const { start, diplomaAfter, occupationSums, skillPlaces, covers, askedWeights, whole } = tables;
  const wanted = isThere | (visibleOnly ? isVisible : 0);
  const [low, high] = [offer.salaryMin ?? offer.salaryMax, offer.salaryMax ?? offer.salaryMin];
  const answering = offer.responsiveness ?? -1;
  const best = new Int32Array(askedWeights.length);
  let passing = 0;

  for (let slot = 0; slot < rows.ids.slots; slot += 1) {
    const said = is[slot]!;
    if ((said & wanted) !== wanted) continue;
    const accepted = contracts[slot]!;
    if (accepted !== 0 && (accepted & tables.contractBit) === 0) continue;
    if (tables.levelPasses[level[slot]!] === 0) continue;
    if (diploma[slot] !== noDay && diplomaAfter !== noDay && diploma[slot]! < diplomaAfter) continue;
    const waits = start !== noDay && available[slot] !== noDay;
    if (waits && available[slot]! > start + toleranceDays) continue;

    let [distance, hectometres] = [-1, farAway];
    if ((said & saysPlaces) !== 0) {
      distance = placeCount[slot] === 0 ? full : -1;
      for (let at = placesAt[slot]!; at < placesAt[slot]! + placeCount[slot]!; at += 1) {
        const place = otherLists[at]!;
        const fit = worths.fits[place]!;
        if (fit < distance || (fit === distance && worths.hectometres[place]! >= hectometres)) continue;
        distance = fit;
        hectometres = worths.hectometres[place]!;
      }
      if (tables.remoteIsFull && (remotes[slot] === 0 || (remotes[slot]! & 4) !== 0)) {
        const anywhere = remotes[slot] === 0 ? weights.distance.remoteNotAskedFor : full;
        if (distance < anywhere) distance = anywhere;
      }
      if (distance < 0) continue;
    }
    if (without.has(slot)) continue;
    passing += 1;

    if (skillCount[slot] === 0) {
      if (taker.floor <= 0) taker.offer(slot, 0, 0, hectometres);
      continue;
    }
    let sum = tables.levelSums[level[slot]!]!;
    let weight = tables.levelCounts[level[slot]!]!;
    if (accepted !== 0) {
      sum += criteria.CONTRACT * full;
      weight += criteria.CONTRACT;
    }
    if (waits) {
      sum += criteria.AVAILABILITY * waiting(start - available[slot]!, weights.availability);
      weight += criteria.AVAILABILITY;
    }
    if (distance >= 0) {
      sum += criteria.DISTANCE * distance;
      weight += criteria.DISTANCE;
    }
    if (missions[slot] !== 0) {
      sum += (missions[slot]! & tables.missionBit) === 0 ? 0 : criteria.MISSION * full;
      weight += criteria.MISSION;
    }
    if (remotes[slot] !== 0) {
      sum += tables.remoteSums[remotes[slot]!]!;
      weight += criteria.REMOTE_WORK;
    }
    if (occupationSums !== null && occupationCount[slot] !== 0) {
      let fitting = 0;
      for (let at = occupationsAt[slot]!; at < occupationsAt[slot]! + occupationCount[slot]!; at += 1) {
        const one = occupationSums[otherLists[at]!]!;
        if (one > fitting) fitting = one;
      }
      sum += fitting;
      weight += criteria.OCCUPATION;
    }
    if (low !== null && high !== null && pay[slot]! > 0) {
      sum += criteria.SALARY * salaryFit(low, high, pay[slot]!, weights.salary);
      weight += criteria.SALARY;
    }
    const { floor } = taker;
    if (whole > 0) {
      weight += criteria.SKILLS;
      if (floor > 0 && sum + criteria.SKILLS * full < sumFor(floor, weight, answering, weights) - 1) continue;
      sum += criteria.SKILLS * rounded(coveredBy(slot), whole);
    }
    const tenths = tenthsOf(sum, weight, answering, weights);
    if (tenths >= floor) taker.offer(slot, tenths, weight, hectometres);
  }
  return passing;

  function coveredBy(slot: number): number {
    best.fill(0);
    for (let at = skillsAt[slot]!; at < skillsAt[slot]! + skillCount[slot]!; at += 1) {
      const entry = skillLists[at]!;
      let run = skillPlaces[entry >>> 2]!;
      if (run === 0) continue;
      for (run -= 1; covers[run]! >= 0; run += most + 1) {
        const cover = covers[run + 1 + (entry & 3)]!;
        if (cover > best[covers[run]!]!) best[covers[run]!] = cover;
      }
    }
    let covered = 0;
    for (let at = 0; at < best.length; at += 1) covered += askedWeights[at]! * best[at]!;
    return covered;
  }
}
