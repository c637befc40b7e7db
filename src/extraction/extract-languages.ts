import type { SkillLevel } from '../candidates/skill-level.js';
import { fold } from '../common/fold.js';
import { languageNames } from './extract-language-names.js';
import type { Unit } from './extract-layout.js';
import { isDenied, wishSaid } from './extract-stance.js';
import type { SkillWish, TextKind } from './proposal.js';

export interface LanguageMention {
  label: string;
  start: number;
  end: number;
  level: string | null;
  mastery: SkillLevel | null;
  wish: SkillWish | null;
  confidence: number;
}

const names = new Map(languageNames.map(({ label, words }) => [words, label]));
const pattern = new RegExp(
  `(?<![\\p{L}])(?:langue des signes(?: française)?|fran[çc]ais langue [ée]trang[èe]re|${[
    ...new Set(languageNames.map(({ words }) => words)),
  ]
    .filter((words) => !words.includes(' '))
    .map((words) =>
      [...words].map((letter) => ({ c: '[cç]', e: '[eéèê]', i: '[iï]', a: '[aâ]' })[letter] ?? letter).join(''),
    )
    .join('|')})(?![\\p{L}])`,
  'giu',
);

const framework = /(?<![\p{L}\d])([ABC][12])(?![\p{L}\d])\+?/u;
const toeic = /TOEIC\D{0,12}(\d{3})/iu;
const masteries: [SkillLevel, RegExp][] = [
  [
    'MASTERED',
    /maternel|natif|native|bilingue|bilingual|courant|fluent|langue familiale|excellent|avanc[ée]|ma[îi]tris/iu,
  ],
  [
    'PRACTISED',
    /profession|interm[ée]diaire|technique|correct|bon niveau|\bbon\b|op[ée]rationnel|juridique|conversation/iu,
  ],
  ['NOTION', /notions?|scolaire|d[ée]butant|bases?\b|\blue?\b|lecture|[ée]l[ée]mentaire|beginner/iu],
];
/** "Lu, écrit, parlé". */
const inAllWays =
  /^\s*[:(–—-]?\s*(?=[^;.]{0,30}parl[ée])(?:lu|[ée]crit|parl[ée])(?:\s*(?:,|\/|et|-)\s*(?:et\s)?(?:lu|[ée]crit|parl[ée])){1,2}(?!\p{L})/iu;
const spoken =
  /(?:\ben|langues?|parl\p{L}+|l['’]|ma[îi]tris\p{L}+|niveau|notions? d['’e]|lv[12]|natale|ni|ou|bilingue|test|connaissance de l['’]?)\s*:?\s*$/iu;
const saidAfter =
  /^\s*[:(–—-]?\s*(?:niveau\s)?(?:[ABC][12]|courants?|professionnel|technique|bilingue|scolaire|lu\b|parl[ée]|langue|maternel|natif|native|fluent|notions|d[ée]butant|interm[ée]diaire|exig|souhait|imp[ée]ratif|appr[ée]ci|indispensable|requis|toeic|juridique|avanc|\+|serait|ou\s|et\s\p{L}+\scourants|obligatoire|un plus)/iu;

/** The languages of a unit with their level; "clients allemands" and "nationalité française" are none. */
export function languagesOf(unit: Unit, kind: TextKind): LanguageMention[] {
  const { text, section } = unit;
  if (section === 'CONTACT' || section === 'BENEFITS' || section === 'COMPANY') return [];
  const found = [...text.matchAll(pattern)];
  return found.flatMap(({ 0: written, index }, at): LanguageMention[] => {
    const label = names.get(fold(written));
    const end = index + written.length;
    const [before, after] = [text.slice(0, index), text.slice(end)];
    if (!label || isDenied(before, after)) return [];
    const own = section === 'LANGUAGES';
    const isItem = /(?:^|[,;:/|•·(–—-]|\set)\s*$/u.test(before) && /^\s*(?:$|[,;:/|•·)(–—.-]|et\s)/u.test(after);
    const said = spoken.test(before) || saidAfter.test(after);
    if (!own && !said && !(isItem && (section === 'SKILLS' || section === 'WANTED' || section === 'OTHER'))) return [];
    if (/nationalit[ée]\s*:?\s*$/iu.test(before)) return [];
    const next = found[at + 1];
    const around = text.slice(end, next ? next.index : undefined);
    return [
      {
        label,
        start: unit.start + index,
        end: unit.start + end,
        ...levelOf(around, before, next === undefined ? '' : text.slice(next.index)),
        wish: kind === 'OFFER' ? wishSaid(before, after) : null,
        confidence: own ? 0.95 : section === 'EDUCATION' ? 0.6 : kind === 'OFFER' || said ? 0.85 : 0.7,
      },
    ];
  });
}

/** In what stands after the name up to the next; "anglais et italien courants" say it once for both. */
function levelOf(around: string, before: string, rest: string): { level: string | null; mastery: SkillLevel | null } {
  const clause = around.split(/[.;](?:\s|$)/u)[0]!;
  const own = /^[^,]*/.exec(clause.replace(/^\s*,/, ' '))![0];
  const [, said] = framework.exec(own) ?? [];
  const [, score] = toeic.exec(clause) ?? [];
  const level = said ?? (score === undefined ? null : ofScore(Number(score)));
  if (level) return { level, mastery: level < 'B' ? 'NOTION' : level < 'C' ? 'PRACTISED' : 'MASTERED' };
  if (inAllWays.test(clause)) return { level: null, mastery: 'PRACTISED' };
  const words =
    own.trim() !== '' && !/^\s*(?:et|ou|\/)\s*$/u.test(own)
      ? own
      : `${own} ${/^\p{L}+\s\p{L}+/u.exec(rest)?.[0] ?? ''}`;
  const after = masteries.find(([, pattern]) => pattern.test(words))?.[0];
  return {
    level: null,
    mastery: after ?? masteries.find(([, pattern]) => pattern.test(before.slice(-15)))?.[0] ?? null,
  };
}

/** As the maker of the test places its scores. */
const ofScore = (score: number): string =>
  score >= 945 ? 'C1' : score >= 785 ? 'B2' : score >= 550 ? 'B1' : score >= 225 ? 'A2' : 'A1';
