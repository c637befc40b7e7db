import { type SkillLevel, skillLevels } from '../candidates/skill-level.js';
import { remoteWorks } from '../offers/offer-words.js';
import { addMonths } from '../common/clock.js';
import { diplomaPeriods } from '../offers/vte-in-use.js';
import { acceptsFullRemote, levelFit, remoteFit, remoteWorkFit } from '../scoring/score-criteria.js';
import type { CandidateFacts } from '../scoring/score-facts.js';
import { heldCover, relatedCover } from '../scoring/score-skills.js';
import type { SkillKnowledge } from '../scoring/skill-knowledge.js';
import { full, type Weights } from '../scoring/weights.js';
import type { Wishes } from '../scoring/wishes.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { levelsUpTo } from '../offers/offer-filter.js';
import { studyLevels, studyRank } from '../skills/study-level.js';
import { type PlaceTable, placeTable } from './sql-places.js';

/** Codes and what each is worth, as two columns of the same length. */
export interface Table {
  codes: string[];
  values: number[];
}

/** What the score asks of a candidate, worked out as far as no offer is needed; fits and covers are 0 to 10,000. */
export interface SqlProfile {
  facts: CandidateFacts;
  /** What is covered of a skill asked for, by the skill itself or by the nearest one held. */
  covers: Table;
  occupations: Table;
  /** By the place in `studyLevels` of the level asked; null when the candidate's is not said. */
  levelFits: number[] | null;
  levels: string[] | null;
  /** By the place in `remoteWorks` of what is offered; null when nothing is wished for. */
  remoteFits: number[] | null;
  acceptsRemote: boolean;
  remoteFit: number;
  everywhere: boolean;
  places: PlaceTable;
  /** For starts from a day on: the first day on which the diploma is too old. The latest rule first; null without a diploma. */
  diplomaUntil: { from: string; before: string }[] | null;
}

export function sqlProfile(
  facts: CandidateFacts,
  wishes: Wishes,
  gazetteer: Gazetteer,
  knowledge: Pick<SkillKnowledge, 'closeTo' | 'closeOccupations'>,
  weights: Weights,
): SqlProfile {
  const { studyLevel: level, diplomaOn, remoteWork } = facts;
  return {
    facts,
    covers: coversOf(facts, knowledge, weights),
    occupations: occupationsOf(facts, knowledge),
    levelFits: level && studyLevels.map((asked) => levelFit(studyRank(level) - studyRank(asked), weights)),
    levels: level && levelsUpTo(level),
    remoteFits: remoteWork.length > 0 ? remoteWorks.map((one) => remoteWorkFit(one, remoteWork, weights)) : null,
    acceptsRemote: acceptsFullRemote(facts),
    remoteFit: remoteFit(facts, weights),
    everywhere: wishes.everywhere,
    places: placeTable(gazetteer, wishes),
    diplomaUntil:
      diplomaOn === null
        ? null
        : diplomaPeriods()
            .map((rule) => ({ from: rule.from, before: addMonths(diplomaOn, rule.underMonths) }))
            .reverse(),
  };
}

function coversOf({ skills }: CandidateFacts, { closeTo }: Pick<SkillKnowledge, 'closeTo'>, weights: Weights): Table {
  const held = new Map<string, SkillLevel>();
  for (const { code, level } of skills) {
    const known = held.get(code);
    if (!known || skillLevels.indexOf(level) > skillLevels.indexOf(known)) held.set(code, level);
  }
  const covers = new Map<string, number>();
  for (const [has, level] of held) {
    for (const { asked, closeness } of closeTo(has)) {
      covers.set(asked, Math.max(covers.get(asked) ?? 0, relatedCover(closeness, level, { weights })));
    }
  }
  for (const [code, level] of held) covers.set(code, heldCover(level, { weights }));
  return tableOf(covers);
}

function occupationsOf(
  { occupationCodes }: CandidateFacts,
  { closeOccupations }: Pick<SkillKnowledge, 'closeOccupations'>,
): Table {
  const fits = new Map<string, number>();
  for (const { asked, closeness } of occupationCodes.flatMap((wished) => closeOccupations(wished))) {
    fits.set(asked, Math.max(fits.get(asked) ?? 0, closeness));
  }
  for (const code of occupationCodes) fits.set(code, full);
  return tableOf(fits);
}

const tableOf = (map: ReadonlyMap<string, number>): Table => ({ codes: [...map.keys()], values: [...map.values()] });
