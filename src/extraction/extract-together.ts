import type { Lexicon } from '../skills/lexicon.js';
import { skillLevels } from '../candidates/skill-level.js';
import type { LanguageMention } from './extract-languages.js';
import type { OccupationMention } from './extract-occupations.js';
import type { PlaceMention } from './extract-places.js';
import type { SkillMention } from './extract-skills.js';
import type { SourceText } from './extract-source.js';
import type {
  Found,
  Proposed,
  ProposedLanguage,
  ProposedOccupation,
  ProposedPlace,
  ProposedSkill,
  SkillWish,
  TextKind,
} from './proposal.js';

interface Mention {
  start: number;
  end: number;
  confidence: number;
}

const mostFound = 5;
const [again, surest] = [0.04, 0.99];
/** Of an offer only the job it is for, unless its title names two. */
const besideTitle = 0.05;

/** What is named several times is one proposal, a little surer each time. */
export function skillsTogether(mentions: readonly SkillMention[], source: SourceText): ProposedSkill[] {
  return together(mentions, ({ bearer }) => bearer.code)
    .map((own) => ({
      code: own[0]!.bearer.code,
      label: own[0]!.bearer.label,
      level: highest(own.map(({ level }) => level)),
      wish: wishOf(own),
      ...proposed(own, source),
    }))
    .sort(bySurest);
}

export function occupationsTogether(
  mentions: readonly OccupationMention[],
  kind: TextKind,
  source: SourceText,
): ProposedOccupation[] {
  const all = together(mentions, ({ bearer }) => bearer.code)
    .map((own) => ({ code: own[0]!.bearer.code, label: own[0]!.bearer.label, ...proposed(own, source) }))
    .sort(bySurest);
  return kind === 'CV' ? all : all.filter(({ confidence }) => confidence >= all[0]!.confidence - besideTitle);
}

/** Languages that the reference data do not hold are left out: no profile could name them. */
export function languagesTogether(
  mentions: readonly LanguageMention[],
  lexicon: Lexicon,
  source: SourceText,
): ProposedLanguage[] {
  const codes = new Map(
    lexicon
      .names()
      .flatMap(({ kind, isLabel, text, code, label }) =>
        kind === 'SKILL' && isLabel && text === label.fr ? [[text, { code, label }]] : [],
      ),
  );
  return together(mentions, ({ label }) => label)
    .flatMap((own): ProposedLanguage[] => {
      const skill = codes.get(own[0]!.label);
      if (!skill) return [];
      return [
        {
          code: skill.code,
          label: skill.label,
          level:
            own
              .map(({ level }) => level)
              .sort()
              .findLast((level) => level !== null) ?? null,
          mastery: highest(own.map(({ mastery }) => mastery)),
          wish: wishOf(own),
          ...proposed(own, source),
        },
      ];
    })
    .sort(bySurest);
}

export function placesTogether(mentions: readonly PlaceMention[], source: SourceText): ProposedPlace[] {
  return together(mentions, ({ label, place }) => JSON.stringify([label, place.commune?.code, place.departmentCode]))
    .map((own) => {
      const best = own.find(({ place }) => place.commune?.radiusKm) ?? own[0]!;
      return { place: best.place, label: best.label, ...proposed(own, source) };
    })
    .sort(bySurest);
}

const wishOf = (own: readonly { wish: SkillWish | null }[]): SkillWish | null =>
  own.some(({ wish }) => wish === 'REQUIRED') ? 'REQUIRED' : own[0]!.wish;

function together<One extends Mention>(mentions: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()];
}

function proposed(own: readonly Mention[], source: SourceText): Proposed {
  const best = Math.max(...own.map(({ confidence }) => confidence));
  const places = new Map(own.map((one): [string, Mention] => [`${one.start} ${one.end}`, one]));
  const found: Found[] = [...places.values()]
    .sort((one, other) => other.confidence - one.confidence || one.start - other.start)
    .slice(0, mostFound)
    .map(({ start, end }) => source.found(start, end));
  const confidence = Math.min(surest, best + again * (places.size - 1));
  return { confidence: Math.round(confidence * 100) / 100, found };
}

const highest = <Level extends (typeof skillLevels)[number]>(levels: readonly (Level | null)[]): Level | null =>
  levels.reduce<Level | null>(
    (best, level) =>
      level !== null && (best === null || skillLevels.indexOf(level) > skillLevels.indexOf(best)) ? level : best,
    null,
  );

/** The surest first, then what stands first in the text. */
const bySurest = (one: Proposed, other: Proposed): number =>
  other.confidence - one.confidence || one.found[0]!.start - other.found[0]!.start;
