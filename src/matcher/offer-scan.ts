import { acceptsFullRemote, remoteFit, salaryFit } from '../scoring/score-criteria.js';
import { toleranceDays } from '../scoring/gates.js';
import type { CandidateFacts } from '../scoring/score-facts.js';
import { full, rounded, type Weights } from '../scoring/weights.js';
import type { Best } from './best.js';
import { noDay } from './days.js';
import type { OfferRows } from './offer-rows.js';
import type { OfferTables } from './offer-tables.js';
import { sumFor, tenthsOf } from './points.js';
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
  const { rows, facts, wished } = scan;
  const look = looker(scan, best);
  if (wished.everywhere) {
    let passing = 0;
    const fit = facts.hasPlaces ? full : -1;
    for (let slot = 0; slot < rows.ids.slots; slot += 1) passing += look(slot, fit, farAway);
    return passing;
  }
  return scanWished(scan, look);
}

/** `fit` of the distance, below 0 where the candidate says nothing of places; 1 when the offer passes the gates. */
type Look = (slot: number, fit: number, hectometres: number) => 0 | 1;

function scanWished({ rows, facts, wished, weights }: OfferScan, look: Look): number {
  const { sitesAt, siteCount, remote } = rows.columns;
  const sites = rows.siteLists.values;
  const anywhere = acceptsFullRemote(facts) ? remoteFit(facts, weights) : -1;
  let passing = 0;
  for (const commune of wished.communes) {
    const slots = rows.byCommune[commune];
    if (!slots) continue;
    const [fitHere, kmHere] = [wished.fits[commune]!, wished.hectometres[commune]!];
    for (const slot of slots) {
      let [fit, hectometres] = [fitHere, kmHere];
      if (siteCount[slot]! > 1) {
        const from = sitesAt[slot]!;
        const best = bestSite(sites, from, from + siteCount[slot]!, wished);
        if (best !== commune) continue;
        [fit, hectometres] = [wished.fits[best]!, wished.hectometres[best]!];
      }
      if (remote[slot] === fullRemote && anywhere > fit) fit = anywhere;
      passing += look(slot, fit, hectometres);
    }
  }
  if (anywhere < 0) return passing;
  for (const slot of rows.fullyRemote) {
    const from = sitesAt[slot]!;
    if (bestSite(sites, from, from + siteCount[slot]!, wished) < 0) passing += look(slot, anywhere, farAway);
  }
  return passing;
}

const fullRemote = 2;

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

function looker({ rows, facts, tables, weights, today, keeps }: OfferScan, best: Best): Look {
  const { contractLevel, mission, remote, occupation, starts, expires, payLow, payHigh, answering } = rows.columns;
  const { skillsAt, skillCount, requiredRarity, desiredRarity } = rows.columns;
  const lists = rows.skillLists.values;
  const { rarities } = rows;
  const { passes, sums, weights: counted, workStudy, missions, remotes, occupations, covers, waits } = tables;
  const { criteria } = weights;
  const { desired } = weights.skills;
  const { availableFrom, diplomaLimits } = tables;
  const lastWait = waits.length - 1;
  const wish = facts.salaryAtLeast !== null && facts.salaryAtLeast > 0 ? facts.salaryAtLeast : null;
  const isScored = facts.skills.length > 0;

  return (slot, distance, hectometres) => {
    const kind = contractLevel[slot]!;
    if (passes[kind] === 0 || expires[slot]! < today) return 0;
    const start = starts[slot]!;
    const waited = start === noDay || availableFrom === noDay ? -1 : start - availableFrom + toleranceDays;
    if (waited < 0 && start !== noDay && availableFrom !== noDay) return 0;
    if (diplomaLimits.length > 0 && workStudy[kind] === 0 && isTooOld(start === noDay ? today : start)) return 0;
    if (keeps !== null && !keeps(slot)) return 0;
    if (!isScored) {
      best.offer(slot, 0, hectometres);
      return 1;
    }
    let sum = sums[kind]!;
    let weight = counted[kind]!;
    if (waited >= 0) {
      sum += waits[waited < lastWait ? waited : lastWait]!;
      weight += criteria.AVAILABILITY;
    }
    if (distance >= 0) {
      sum += criteria.DISTANCE * distance;
      weight += criteria.DISTANCE;
    }
    if (missions !== null) {
      sum += missions[mission[slot]!]!;
      weight += criteria.MISSION;
    }
    if (remotes !== null) {
      sum += remotes[remote[slot]!]!;
      weight += criteria.REMOTE_WORK;
    }
    if (occupations !== null && occupation[slot] !== 0) {
      sum += occupations[occupation[slot]!]!;
      weight += criteria.OCCUPATION;
    }
    if (wish !== null && payLow[slot]! >= 0) {
      sum += criteria.SALARY * salaryFit(payLow[slot]!, payHigh[slot]!, wish, weights.salary);
      weight += criteria.SALARY;
    }
    const whole = 100 * requiredRarity[slot]! + desired * desiredRarity[slot]!;
    const { floor } = best;
    if (whole > 0) {
      weight += criteria.SKILLS;
      const fit = coveredOf(slot, whole, floor < 0 ? 0 : coverFor(floor, sum, weight, answering[slot]!, whole));
      if (fit < 0) return 1;
      sum += criteria.SKILLS * fit;
    }
    const tenths = tenthsOf(sum, weight, answering[slot]!, weights);
    if (tenths >= floor) best.offer(slot, tenths, hectometres);
    return 1;
  };

  function isTooOld(start: number): boolean {
    let limit = diplomaLimits[0]!;
    for (const one of diplomaLimits) if (one.from <= start) limit = one;
    return start >= limit.tooOldFrom;
  }

  /** The cover that skills must reach for the offer to enter the best; a little less at most. */
  function coverFor(floor: number, sum: number, weight: number, answered: number, whole: number): number {
    const fit = (sumFor(floor, weight, answered, weights) - sum) / criteria.SKILLS;
    return (fit - 0.5) * whole - 1;
  }

  /** The share of what is asked that is covered, 0 to 10,000; below 0 as soon as `needed` is out of reach. */
  function coveredOf(slot: number, whole: number, needed: number): number {
    let covered = 0;
    let within = full * whole;
    if (within < needed) return -1;
    const from = skillsAt[slot]!;
    const until = from + skillCount[slot]!;
    for (let at = from; at < until; at += 1) {
      const entry = lists[at]!;
      const skill = entry >>> 1;
      const weight = ((entry & 1) === 1 ? 100 : desired) * rarities[skill]!;
      const cover = covers[skill]!;
      covered += weight * cover;
      within -= weight * (full - cover);
      if (within < needed) return -1;
    }
    return rounded(covered, whole);
  }
}
