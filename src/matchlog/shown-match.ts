import { same, type Text } from '../common/text.js';
import { explain, type Names } from '../scoring/explain.js';
import type { CriterionFacts, CriterionName, Part, Scored } from '../scoring/score-facts.js';

type SkillFacts = CriterionFacts['SKILLS'];

/** What the lists of skills of the whole match do not say already. */
type KeptFacts<C extends CriterionName> = C extends 'SKILLS'
  ? Pick<SkillFacts, 'required' | 'desired' | 'notions'>
  : CriterionFacts[C];

/** Criterion, fit, points won and possible in tenths, facts. */
type KeptPart = {
  [C in CriterionName]: [criterion: C, fit: number, won: number, possible: number, facts: KeptFacts<C>];
}[CriterionName];

/** What the codes in the sentences were called then, in French and in English; communes have one name. */
interface KeptNames {
  skills: Record<string, [string, string]>;
  occupations: Record<string, [string, string]>;
  communes: Record<string, string>;
}

/** A match as it was shown, with all that its sentences need: neither weights nor reference data nor the profile. */
export interface ShownMatch {
  because: Scored['unscoredBecause'];
  parts: KeptPart[];
  matched: string[];
  missing: string[];
  related: [asked: string, has: string, closeness: number][];
  km: number | null;
  names: KeptNames;
}

export const keptMatch = (scored: Scored, names: Names): ShownMatch => ({
  because: scored.unscoredBecause,
  parts: scored.parts.map(keptPart),
  matched: scored.matchedSkills,
  missing: scored.missingSkills,
  related: scored.relatedSkills.map(({ asked, has, closeness }) => [asked, has, closeness]),
  km: scored.distanceKm,
  names: namesSaid(scored.parts, names),
});

/** As it was scored then, save its place in the ranking. */
export function scoredAgain(kept: ShownMatch, tenths: number, scoringVersion: string): Scored {
  const related = kept.related.map(([asked, has, closeness]) => ({ asked, has, closeness }));
  return {
    scored: kept.because === null,
    unscoredBecause: kept.because,
    score: tenths / 10,
    parts: kept.parts.map((part) => partAgain(part, { missing: kept.missing, related })),
    matchedSkills: kept.matched,
    missingSkills: kept.missing,
    relatedSkills: related,
    distanceKm: kept.km,
    rankKm: null,
    scoringVersion,
  };
}

/** What codes were called then; the code itself for one that no sentence named. */
export const namesAgain = ({ names: { skills, occupations, communes } }: ShownMatch): Names => ({
  skill: (code) => textOf(skills[code], code),
  occupation: (code) => textOf(occupations[code], code),
  commune: (code) => communes[code] ?? code,
});

const textOf = (kept: [string, string] | undefined, code: string): Text =>
  kept ? { fr: kept[0], en: kept[1] } : same(code);

function keptPart(part: Part): KeptPart {
  const [won, possible] = [Math.round(part.points * 10), Math.round(part.pointsPossible * 10)];
  if (part.criterion !== 'SKILLS') return [part.criterion, part.fit, won, possible, part.facts] as KeptPart;
  const { required, desired, notions } = part.facts;
  return ['SKILLS', part.fit, won, possible, { required, desired, notions }];
}

function partAgain(kept: KeptPart, skills: Pick<SkillFacts, 'missing' | 'related'>): Part {
  const [criterion, fit, won, possible, facts] = kept;
  const part = { criterion, fit, points: won / 10, pointsPossible: possible / 10 };
  return { ...part, facts: criterion === 'SKILLS' ? { ...facts, ...skills } : facts } as Part;
}

/** Says every sentence once, and keeps the names that came up in them. */
function namesSaid(parts: readonly Part[], names: Names): KeptNames {
  const said: KeptNames = { skills: {}, occupations: {}, communes: {} };
  const heard: Names = {
    skill: (code) => heardText(names.skill(code), (text) => (said.skills[code] = text)),
    occupation: (code) => heardText(names.occupation(code), (text) => (said.occupations[code] = text)),
    commune: (code) => (said.communes[code] = names.commune(code)),
  };
  for (const part of parts) explain(part, heard);
  return said;
}

/** A sentence may be handed more names than it says: one counts when its words are read. */
function heardText({ fr, en }: Text, hear: (text: [string, string]) => void): Text {
  const read = (words: string): string => {
    hear([fr, en]);
    return words;
  };
  return {
    get fr() {
      return read(fr);
    },
    get en() {
      return read(en);
    },
  };
}
