import { same, type Text } from '../common/text.js';
import { explain, type Names } from '../scoring/explain.js';
import type { CriterionFacts, CriterionName, Part, Scored } from '../scoring/score-facts.js';

type SkillFacts = CriterionFacts['SKILLS'];

/** The facts of each criterion in the order in which they are kept, without their names; lists of the whole match are not repeated. */
const keptFacts = {
  SKILLS: ['required', 'desired', 'notions', 'practised'],
  DISTANCE: ['km', 'radiusKm', 'inside', 'communeCode', 'fromCommuneCode', 'remote'],
  OCCUPATION: ['code', 'same', 'fit'],
  STUDY_LEVEL: ['asked', 'has'],
  CONTRACT: ['contractType', 'accepted'],
  AVAILABILITY: ['startsOn', 'availableFrom'],
  MISSION: ['missionCategory', 'wished'],
  SALARY: ['salaryMin', 'salaryMax', 'salaryAtLeast'],
  REMOTE_WORK: ['remoteWork', 'wished'],
  RESPONSIVENESS: ['fit'],
} as const satisfies { [C in CriterionName]: readonly (keyof CriterionFacts[C])[] };

/** Facts that hold codes whose names are said. */
const naming: readonly CriterionName[] = ['SKILLS', 'DISTANCE', 'OCCUPATION'];

/** Fit, points won and possible in tenths. */
type KeptPart = [criterion: CriterionName, fit: number, won: number, possible: number, ...facts: unknown[]];

/** French and English, or one word for both. */
type KeptText = string | [fr: string, en: string];

/** What the codes in the sentences were called then; communes have one name. */
interface KeptNames {
  skills: Record<string, KeptText>;
  occupations: Record<string, KeptText>;
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
    evidence: 0,
    scoringVersion,
  };
}

/** What codes were called then; the code itself for one that no sentence named. */
export const namesAgain = ({ names: { skills, occupations, communes } }: ShownMatch): Names => ({
  skill: (code) => textOf(skills[code], code),
  occupation: (code) => textOf(occupations[code], code),
  commune: (code) => communes[code] ?? code,
});

function textOf(kept: KeptText = '', code: string): Text {
  return typeof kept === 'string' ? same(kept || code) : { fr: kept[0], en: kept[1] };
}

function keptPart({ criterion, fit, points, pointsPossible, facts }: Part): KeptPart {
  const byName = new Map<string, unknown>(Object.entries(facts));
  const [won, possible] = [Math.round(points * 10), Math.round(pointsPossible * 10)];
  return [criterion, fit, won, possible, ...keptFacts[criterion].map((name) => byName.get(name) ?? null)];
}

function partAgain(kept: KeptPart, skills: Pick<SkillFacts, 'missing' | 'related'>): Part {
  const [criterion, fit, won, possible, ...values] = kept;
  const facts = Object.fromEntries(keptFacts[criterion].map((name, at) => [name, values[at]]));
  const part = { criterion, fit, points: won / 10, pointsPossible: possible / 10 };
  return { ...part, facts: criterion === 'SKILLS' ? { ...facts, ...skills } : facts } as Part;
}

/** Says every sentence that has names once, and keeps those that came up. */
function namesSaid(parts: readonly Part[], names: Names): KeptNames {
  const said: KeptNames = { skills: {}, occupations: {}, communes: {} };
  const heard: Names = {
    skill: (code) => heardText(names.skill(code), (text) => (said.skills[code] = text)),
    occupation: (code) => heardText(names.occupation(code), (text) => (said.occupations[code] = text)),
    commune: (code) => (said.communes[code] = names.commune(code)),
  };
  for (const part of parts) if (naming.includes(part.criterion)) explain(part, heard);
  return said;
}

/** A sentence may be handed more names than it says: one counts when its words are read. */
function heardText({ fr, en }: Text, hear: (text: KeptText) => void): Text {
  const read = (words: string): string => {
    hear(fr === en ? fr : [fr, en]);
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
