import { skillLevels } from '../candidates/skill-level.js';
import { addMonths } from '../common/clock.js';
import { diplomaMonths } from '../offers/vte-in-use.js';
import { contractTypes, missionCategories, remoteWorks, workStudyTypes } from '../offers/offer-words.js';
import { levelFit, remoteWorkFit } from '../scoring/score-criteria.js';
import type { OfferFacts } from '../scoring/score-facts.js';
import { askedWeight, heldCover, relatedCover } from '../scoring/score-skills.js';
import { full, type Weights } from '../scoring/weights.js';
import { studyLevels, studyRank } from '../skills/study-level.js';
import type { CandidateRows } from './candidate-rows.js';
import { dateOfDay, dayNumber, noDay } from './days.js';
import { levelCount, noLevel } from './offer-rows.js';

/** What is known of skills and occupations, from the side of what is asked for. */
export interface AskedKnowledge {
  rarity(code: string): number;
  /** Skills that cover a part of the one asked for, with their closeness in hundredths. */
  near(asked: string): ReadonlyMap<string, number>;
  occupations(asked: string, wished: string): number;
}

/** What one offer makes of each value of a candidate. */
export interface CandidateTables {
  /** By level: 0 where the gate excludes; weight × fit, 0 where one side does not say. */
  levelPasses: Uint8Array;
  levelSums: Int32Array;
  levelCounts: Uint8Array;
  contractBit: number;
  missionBit: number;
  /** By the bits of what is accepted. */
  remoteSums: Int32Array;
  remoteIsFull: boolean;
  /** By number; null when the offer names none. */
  occupationSums: Int32Array | null;
  start: number;
  /** The first day a diploma may be of; noDay when its age is of no matter. */
  diplomaAfter: number;
  /** By number of a skill: one more than where `covers` begins for it, 0 for a skill of no use here. */
  skillPlaces: Int32Array;
  /** Runs of: which of the skills asked for, then the cover at each level; each run ended by -1. */
  covers: Int32Array;
  askedWeights: number[];
  whole: number;
}

export function candidateTables(
  rows: CandidateRows,
  offer: OfferFacts,
  today: string,
  know: AskedKnowledge,
  weights: Weights,
): CandidateTables {
  return {
    ...levelTable(offer, weights),
    contractBit: 1 << contractTypes.indexOf(offer.contractType),
    missionBit: 1 << missionCategories.indexOf(offer.missionCategory),
    remoteSums: Int32Array.from({ length: 1 << remoteWorks.length }, (_, said) => {
      const wished = remoteWorks.filter((_one, at) => (said & (1 << at)) !== 0);
      return wished.length === 0 ? 0 : weights.criteria.REMOTE_WORK * remoteWorkFit(offer.remoteWork, wished, weights);
    }),
    remoteIsFull: offer.remoteWork === 'FULL',
    occupationSums: occupationTable(rows, offer, know, weights),
    start: dayNumber(offer.startsOn),
    diplomaAfter: workStudyTypes.includes(offer.contractType) ? noDay : oldestDiploma(offer.startsOn ?? today),
    ...skillTable(rows, offer, know, weights),
  };
}

function levelTable({ studyLevel: asked }: OfferFacts, weights: Weights) {
  const table = {
    levelPasses: new Uint8Array(levelCount).fill(1),
    levelSums: new Int32Array(levelCount),
    levelCounts: new Uint8Array(levelCount),
  };
  for (let level = 0; level < noLevel && asked !== null; level += 1) {
    const above = studyRank(studyLevels[level]!) - studyRank(asked);
    table.levelPasses[level] = above >= 0 ? 1 : 0;
    table.levelSums[level] = weights.criteria.STUDY_LEVEL * levelFit(above, weights);
    table.levelCounts[level] = weights.criteria.STUDY_LEVEL;
  }
  return table;
}

function occupationTable(
  { occupations }: CandidateRows,
  { occupationCode: asked }: OfferFacts,
  know: AskedKnowledge,
  { criteria }: Weights,
): Int32Array | null {
  if (asked === null) return null;
  return Int32Array.from({ length: occupations.size }, (_, number) => {
    const wished = occupations.name(number);
    return criteria.OCCUPATION * (wished === asked ? full : know.occupations(asked, wished));
  });
}

/**
 * The earliest day of a diploma that is not too old at the start. Months are added to the day of the diploma, with the
 * ends of short months: so the day is looked for, within two weeks around the naive one.
 */
function oldestDiploma(start: string): number {
  const months = diplomaMonths(start);
  const fresh = (day: number): boolean => start < addMonths(dateOfDay(day), months);
  let day = dayNumber(addMonths(start, -months)) + 7;
  while (fresh(day - 1)) day -= 1;
  return day;
}

function skillTable(
  { skills }: CandidateRows,
  offer: OfferFacts,
  know: AskedKnowledge,
  weights: Weights,
): Pick<CandidateTables, 'skillPlaces' | 'covers' | 'askedWeights' | 'whole'> {
  const required = new Set(offer.requiredSkills);
  const asked = [...new Set([...offer.requiredSkills, ...offer.desiredSkills])];
  const runs = new Map<number, number[]>();
  const note = (has: string, place: number, coverAt: (level: (typeof skillLevels)[number]) => number): void => {
    const number = skills.known(has);
    if (number === undefined) return;
    const run = runs.get(number) ?? [];
    run.push(place, ...skillLevels.map(coverAt));
    runs.set(number, run);
  };
  for (const [place, code] of asked.entries()) {
    note(code, place, (level) => heldCover(level, { weights }));
    for (const [has, closeness] of know.near(code)) {
      if (has !== code) note(has, place, (level) => relatedCover(closeness, level, { weights }));
    }
  }
  const covers: number[] = [];
  const skillPlaces = new Int32Array(skills.size);
  for (const [number, run] of runs) {
    skillPlaces[number] = covers.length + 1;
    covers.push(...run, -1);
  }
  const askedWeights = asked.map((code) => askedWeight(code, required.has(code), { rarity: know.rarity, weights }));
  return {
    skillPlaces,
    covers: Int32Array.from(covers),
    askedWeights,
    whole: askedWeights.reduce((sum, weight) => sum + weight, 0),
  };
}
