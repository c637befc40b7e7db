import { addMonths } from '../common/clock.js';
import { diplomaPeriods } from '../offers/vte-in-use.js';
import { toleranceDays } from '../scoring/gates.js';
import { heldCover, relatedCover } from '../scoring/score-skills.js';
import { levelFit, remoteWorkFit, waiting } from '../scoring/score-criteria.js';
import type { CandidateFacts } from '../scoring/score-facts.js';
import { full, type Weights } from '../scoring/weights.js';
import { type SkillLevel, skillLevels } from '../candidates/skill-level.js';
import { contractTypes, missionCategories, remoteWorks, workStudyTypes } from '../offers/offer-words.js';
import { studyLevels, studyRank } from '../skills/study-level.js';
import { dayNumber, noDay } from './days.js';
import { levelCount, noLevel, type OfferRows } from './offer-rows.js';
import type { Close } from '../scoring/occupation-closeness.js';

/** What is known of skills and occupations, from the side of what someone has. */
export interface HeldKnowledge {
  closeTo(has: string): readonly Close[];
  closeOccupations(wished: string): readonly Close[];
}

/** What one candidate makes of each value of a column: gates, and weight × fit with the weight that counts. */
export interface OfferTables {
  /** By contract × level; 0 where a gate excludes. */
  passes: Uint8Array;
  sums: Int32Array;
  weights: Uint8Array;
  /** By contract × level: whether the age of the diploma is of no matter. */
  workStudy: Uint8Array;
  missions: Int32Array | null;
  remotes: Int32Array | null;
  /** By number of the occupation, one more; null when none is wished for. */
  occupations: Int32Array | null;
  /** By the number of a skill: how much of it is covered. */
  covers: Uint16Array;
  availableFrom: number;
  /** By days from the first free day to the start, `toleranceDays` before it first; the last one stands for all later. */
  waits: Int32Array;
  /** The first day of a start on which the diploma is too old, by the day from which on a rule is in force. */
  diplomaLimits: { from: number; tooOldFrom: number }[];
}

export function offerTables(
  rows: OfferRows,
  facts: CandidateFacts,
  know: HeldKnowledge,
  weights: Weights,
): OfferTables {
  return {
    ...contractsAndLevels(facts, weights),
    missions:
      facts.missionCategories.length === 0
        ? null
        : Int32Array.from(missionCategories, (one) =>
            facts.missionCategories.includes(one) ? weights.criteria.MISSION * full : 0,
          ),
    remotes:
      facts.remoteWork.length === 0
        ? null
        : Int32Array.from(
            remoteWorks,
            (one) => weights.criteria.REMOTE_WORK * remoteWorkFit(one, facts.remoteWork, weights),
          ),
    occupations: occupationTable(rows, facts, know, weights),
    covers: coverTable(rows, facts, know, weights),
    availableFrom: dayNumber(facts.availableFrom),
    waits: waitTable(weights),
    diplomaLimits: facts.diplomaOn === null ? [] : limitsOf(facts.diplomaOn),
  };
}

function contractsAndLevels(
  { contractTypes: accepted, studyLevel }: CandidateFacts,
  weights: Weights,
): Pick<OfferTables, 'passes' | 'sums' | 'weights' | 'workStudy'> {
  const tables = {
    passes: new Uint8Array(256),
    sums: new Int32Array(256),
    weights: new Uint8Array(256),
    workStudy: new Uint8Array(256),
  };
  const { CONTRACT: ofContract, STUDY_LEVEL: ofLevel } = weights.criteria;
  for (const [contract, type] of contractTypes.entries()) {
    for (let level = 0; level < levelCount; level += 1) {
      const at = contract * levelCount + level;
      const above =
        level === noLevel || studyLevel === null ? null : studyRank(studyLevel) - studyRank(studyLevels[level]!);
      const says = accepted.length > 0;
      tables.passes[at] = (!says || accepted.includes(type)) && (above === null || above >= 0) ? 1 : 0;
      tables.sums[at] = (says ? ofContract * full : 0) + (above === null ? 0 : ofLevel * levelFit(above, weights));
      tables.weights[at] = (says ? ofContract : 0) + (above === null ? 0 : ofLevel);
      tables.workStudy[at] = workStudyTypes.includes(type) ? 1 : 0;
    }
  }
  return tables;
}

function occupationTable(
  { occupations }: OfferRows,
  { occupationCodes }: CandidateFacts,
  know: HeldKnowledge,
  { criteria }: Weights,
): Int32Array | null {
  if (occupationCodes.length === 0) return null;
  const table = new Int32Array(occupations.size + 1);
  const note = (code: string, fit: number): void => {
    const number = occupations.known(code);
    if (number !== undefined) table[number + 1] = Math.max(table[number + 1]!, criteria.OCCUPATION * fit);
  };
  for (const wished of occupationCodes) {
    for (const { asked, closeness } of know.closeOccupations(wished)) note(asked, closeness);
    note(wished, full);
  }
  return table;
}

function coverTable({ skills }: OfferRows, facts: CandidateFacts, know: HeldKnowledge, weights: Weights): Uint16Array {
  const covers = new Uint16Array(skills.size);
  const held = new Map<string, SkillLevel>();
  for (const { code, level } of facts.skills) {
    const known = held.get(code);
    if (!known || skillLevels.indexOf(level) > skillLevels.indexOf(known)) held.set(code, level);
  }
  for (const [has, level] of held) {
    for (const { asked, closeness } of know.closeTo(has)) {
      const number = skills.known(asked);
      if (number !== undefined) {
        covers[number] = Math.max(covers[number]!, relatedCover(closeness, level, { weights }));
      }
    }
  }
  for (const [has, level] of held) {
    const number = skills.known(has);
    if (number !== undefined) covers[number] = heldCover(level, { weights });
  }
  return covers;
}

function waitTable(weights: Weights): Int32Array {
  const days = toleranceDays + weights.availability.longWaitDays + 1;
  return Int32Array.from(
    { length: days },
    (_, at) => weights.criteria.AVAILABILITY * waiting(at - toleranceDays, weights.availability),
  );
}

const limitsOf = (diplomaOn: string): { from: number; tooOldFrom: number }[] =>
  diplomaPeriods().map(({ from, underMonths }, at) => ({
    from: at === 0 ? noDay : dayNumber(from),
    tooOldFrom: dayNumber(addMonths(diplomaOn, underMonths)),
  }));
