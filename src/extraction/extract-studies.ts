import { levelsByYears, type StudyLevel, studyLevels, studyRank } from '../skills/study-level.js';
import { levelMentions } from '../understanding/levels.js';
import { saidWords } from '../understanding/said-words.js';
import type { Unit } from './extract-layout.js';
import type { ProposedValue, TextKind } from './proposal.js';
import type { SourceText } from './extract-source.js';
import { isGivenUp, isOtherLicence, masters } from './extract-diplomas.js';

export interface LevelMention {
  level: StudyLevel;
  start: number;
  end: number;
  confidence: number;
}

const further: [StudyLevel, RegExp][] = [
  ['DOCTORATE', /(?<!\p{L})(?:docteure? (?:en|ès)|doctorat|ph\.?\s?d)(?!\p{L})/giu],
  [
    'BAC_5',
    /(?<!\p{L})(?:ing[ée]nieur(?:e|·e)? dipl[ôo]m[ée]e?|(?:cycle|titre d['’]|[ée]l[èe]ve[- ]|dipl[ôo]me? d['’]?)ing[ée]nieur(?:e|·e)?|engineering degree|programme grande [ée]cole|(?:[ée]coles? de commerce|business school|grande [ée]cole|[ée]cole de management)|[ée]coles? d['’]ing[ée]nieurs?|dess|dea|formation (?:d['’])?ing[ée]nieur|ing[ée]nieur (?:[ée]nerg[ée]ticien|chimiste|m[ée]canicien))(?!\p{L})/giu,
  ],
  ['BAC_3', /(?<!\p{L})(?:[Ll]icences? (?!iv)(?:de|en|[A-Zé-])|L3|BUT(?= [A-Z])|bachelor)/gu],
  ['BAC_3', masters],
  ['BAC_2', /(?<!\p{L})(?:DUT|BTSA?|DEUST|DEUG|CPGE|classes? pr[ée]paratoires?)(?!\p{L})/gu],
  [
    'BAC',
    /(?<!\p{L})(?:bac(?:calaur[ée]at)? (?:pro|techno|g[ée]n[ée]ral|stg|stmg|sti2d|s|es)\p{L}*|baccalaur[ée]at)(?!\p{L})/giu,
  ],
  ['CAP_BEP', /(?<!\p{L})(?:CAP(?=\s?(?:\/|[\p{Lu}d]))|BEP)(?!\p{L})/gu],
];
/** "Polytech Nantes, ingénieur", "Ingénieure ENSIAME": a diploma in the part about studies. */
const engineer = /(?<!\p{L})ing[ée]nieur(?:e|·e)?(?!\p{L})/giu;
const numbered = /(?<!\p{L})(?:titre|rncp|certification)[^.,;\n]{0,40}niveau\s(?:[1-8]|I{1,3}V?|IV|V)(?!\p{L})/giu;
const ofNumber: Record<string, StudyLevel> = {
  '3': 'CAP_BEP',
  '4': 'BAC',
  '5': 'BAC_2',
  '6': 'BAC_3',
  '7': 'BAC_5',
  '8': 'DOCTORATE',
};
/** A diploma someone is on the way to, not there yet. */
const sought = /(?:pr[ée]parer|int[ée]grer|poursuivre|admission|encadrement|tuteur|tutrice)[^.;]{0,25}$/iu;
const squares = /\d\s?$/;

const mayBeLevel =
  /bac|b\.?t\.?s|d\.?u\.?t|cap|bep|but|deug|deust|brevet|certif|ma[sî]|mba|licence|ing[ée]nieur|doct|th[èe]se|ph\.?\s?d|dess|dea|l3|m[12]|[ée]cole|school|degree|cpge|classe|titre|rncp|dipl|universit/iu;

/** The levels of study that a unit names. "Bac+3 à Bac+5" asks for the lower one. */
export function levelsOf(unit: Unit, kind: TextKind): LevelMention[] {
  const { text, section, start: at } = unit;
  if (section === 'HOBBIES' || section === 'CONTACT' || section === 'LANGUAGES' || section === 'BENEFITS') return [];
  if (!mayBeLevel.test(text)) return [];
  const confidence = kind === 'OFFER' ? 0.9 : section === 'EDUCATION' ? 0.95 : section === 'EXPERIENCE' ? 0.4 : 0.75;
  const found: LevelMention[] = [];
  const add = (level: StudyLevel, start: number, end: number): void => {
    if (kind === 'CV' && section !== 'EDUCATION' && sought.test(text.slice(0, start))) return;
    if (kind === 'CV' && isGivenUp(text, start, end)) return;
    if (isOtherLicence(unit, start, end)) return;
    if (!found.some((one) => one.start === at + start && one.level === level))
      found.push({ level, start: at + start, end: at + end, confidence });
  };
  for (const { 0: words, 1: low, index } of text.matchAll(
    /(?<!\p{L})bac\s?\+\s?([1-8])(?:\s?(?:\/|à|ou|-)\s?(?:bac\s?)?\+?\s?([1-8]))?/giu,
  )) {
    const high = /([1-8])$/.exec(words)![1]!;
    add(levelsByYears[Number(kind === 'OFFER' ? low : high)]!, index, index + words.length);
  }
  const said = saidWords(text);
  for (const mention of levelMentions(said)) {
    if (mention.kind !== 'LEVEL') continue;
    const [start, end] = [said[mention.from]!.start, said[mention.until - 1]!.end];
    const words = text.slice(start, end);
    if (/^m[12]$/i.test(words) && squares.test(text.slice(0, start))) continue;
    if (/^cap$/i.test(words) && words !== 'CAP') continue;
    if (!/^bac\W*\d/iu.test(words)) add(mention.level, start, end);
  }
  for (const [level, pattern] of further) {
    for (const { 0: words, index } of text.matchAll(pattern)) add(level, index, index + words.length);
  }
  if (section === 'EDUCATION' && kind === 'CV') {
    for (const { 0: words, index } of text.matchAll(engineer)) add('BAC_5', index, index + words.length);
  }
  for (const { 0: words, index } of text.matchAll(numbered)) {
    const level = ofNumber[/\d/.exec(words)?.[0] ?? ''];
    if (level) add(level, index, index + words.length);
  }
  return found;
}

/** Of a CV the highest that is surely theirs, of an offer the lowest asked for. */
export function studyLevelOf(
  mentions: readonly LevelMention[],
  kind: TextKind,
  source: SourceText,
): ProposedValue<StudyLevel> | null {
  const surest = Math.max(0, ...mentions.map(({ confidence }) => confidence));
  const sure = mentions.filter(({ confidence }) => confidence >= Math.min(surest, 0.75));
  const ranks = sure.map(({ level }) => studyRank(level));
  if (ranks.length === 0) return null;
  const value = studyLevels[kind === 'CV' ? Math.max(...ranks) : Math.min(...ranks)]!;
  const same = sure.filter(({ level }) => level === value);
  return {
    value,
    confidence: same[0]!.confidence,
    found: same.slice(0, 3).map(({ start, end }) => source.found(start, end)),
  };
}
