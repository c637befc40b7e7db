import type { SkillLevel } from '../candidates/skill-level.js';
import type { Section } from './extract-headings.js';
import type { Unit } from './extract-layout.js';
import type { Match } from './extract-match.js';
import { isMuted, type Stretch } from './extract-mute.js';
import type { Bearer } from './extract-names.js';
import { isDenied, isOfAnother, isOnlyLiked, isSurrounding, levelSaid, wishSaid } from './extract-stance.js';
import {
  capitalOnly,
  exceptAfter,
  exceptBefore,
  listedOnly,
  ofPeople,
  smallLetters,
  wordsInCapitals,
} from './extract-weak-names.js';
import type { SkillWish, TextKind } from './proposal.js';

/** A skill that a unit names. */
export interface SkillMention {
  bearer: Bearer;
  start: number;
  end: number;
  confidence: number;
  level: SkillLevel | null;
  wish: SkillWish | null;
}

/** How far a part of a text is believed; parts that are not here tell nothing of skills. */
const trust: Partial<Record<Section, number>> = {
  SKILLS: 0.95,
  WANTED: 0.95,
  EXPERIENCE: 0.85,
  MISSION: 0.9,
  HEAD: 0.85,
  PROFILE: 0.85,
  EDUCATION: 0.75,
  OTHER: 0.7,
  LANGUAGES: 0.6,
  TERMS: 0.6,
  HOBBIES: 0.4,
};

const [listed, aside] = [0.85, 0.4];

export function skillsOf(
  unit: Unit,
  matches: readonly Match[],
  muted: readonly Stretch[],
  kind: TextKind,
): SkillMention[] {
  const base = trust[unit.section];
  if (base === undefined) return [];
  return matches.flatMap((match): SkillMention[] => {
    const { skill, start, end, exactness } = match;
    if (!skill || isMuted(muted, match) || !isMeant(unit, match, skill, kind)) return [];
    const [before, after] = [unit.text.slice(0, start), unit.text.slice(end)];
    if (isDenied(before, after) || (kind === 'CV' && isOfAnother(unit.text.slice(0, end)))) return [];
    const isAside = kind === 'CV' ? isOnlyLiked(before) : isSurrounding(before);
    return [
      {
        bearer: skill,
        start: unit.start + start,
        end: unit.start + end,
        confidence: base * exactness * (listedOnly.has(match.key) ? listed : 1) * (isAside ? aside : 1),
        level: kind === 'CV' ? levelSaid(before, after) : null,
        wish: kind === 'CV' ? null : isAside ? 'DESIRED' : wishSaid(before, after),
      },
    ];
  });
}

/** Whether the words are the name and not everyday words that look like it. */
function isMeant(unit: Unit, { key, start, end, words }: Match, bearer: Bearer, kind: TextKind): boolean {
  const { text } = unit;
  if (exceptBefore.get(key)?.test(text.slice(0, start)) || exceptAfter.get(key)?.test(text.slice(end))) return false;
  if (key.includes(' ')) return true;
  const written = text.slice(start, end);
  if (/^\d+$/.test(key)) return false;
  if (key.length < 2) return /^[A-Z]$/.test(written) && isItem(text, start, end) && /SKILLS|WANTED/.test(unit.section);
  if (isEmployer(unit, start, end, written)) return false;
  if (bearer.acronym && !smallLetters.has(key)) {
    if (ofDiploma.test(text.slice(0, start))) return false;
    if (unit.capitals ? wordsInCapitals.has(key) : !acronymForm.test(written)) return false;
  }
  if (capitalOnly.has(key) && !isProduct(unit, start, end, written)) return false;
  if (ofPeople.has(key)) return speaksOfPeople(unit, kind);
  return !listedOnly.has(key) || (words > 0 && isItem(text, start, end));
}

/** "DUT GMP": the letters are the diploma’s. */
const ofDiploma = /(?<!\p{L})(?:DUT|BUT|IUT|BTSA?|DEUST|DEUG)\s(?:en\s)?$/u;

/** In capitals, or, if it is long enough to be said as a word, with one: "Kuka". */
const acronymForm = /^[\p{Lu}\p{N}&]{2,}s?$|^\p{Lu}\p{Ll}{3,}$|^(?:IoT|EnR|IIoT)$/u;

/** "Fonderie Vauzelle", "Forges de la Marne": a trade and a proper name are a company. */
const isEmployer = ({ text, section }: Unit, start: number, end: number, written: string): boolean =>
  section !== 'SKILLS' &&
  section !== 'WANTED' &&
  /^\p{Lu}\p{Ll}{4,}$/u.test(written) &&
  (start === 0 || /[,;–—(-]\s*$|\d\s$/.test(text.slice(0, start))) &&
  /^\s(?:(?:de|du|des)\s(?:la\s)?|de\sl['’]|d['’])?\p{Lu}\p{Ll}{2,}/u.test(text.slice(end));

function isProduct({ text, section }: Unit, start: number, end: number, written: string): boolean {
  if (/^notions?$/i.test(written) && written !== 'Notion') return false;
  if (isItem(text, start, end)) return section === 'SKILLS' || section === 'WANTED' || /^\p{Lu}/u.test(written);
  if (!/^\p{Lu}/u.test(written)) return section === 'SKILLS' && isNearItem(text, start, end);
  return start > 0 && !/^\p{Lu}+$/u.test(text);
}

const edge = '[,;:|•·()\\[\\]/–—\\n>+]|\\s[-–]\\s|\\.(?:\\s|$)|(?<!\\p{L})et\\s|&';
const before = new RegExp(
  `(?:^|${edge})\\s*(?:(?:bases?|notions?|ma[îi]trise|connaissances?|pratique|bonnes? connaissances?|expertise|initiation)\\s(?:de\\s|en\\s|des?\\s|du\\s|d['’])(?:la\\s|l['’])?)?(?:la\\s|le\\s|les\\s|l['’]|mon\\s|ma\\s|en\\s)?$`,
  'iu',
);
const after = new RegExp(`^\\s*(?:$|${edge}|\\set\\s|et\\s|:)`, 'iu');

/** Whether nothing but commas, brackets and the like stands around, as in a list of skills. */
const isItem = (text: string, start: number, end: number): boolean =>
  before.test(text.slice(0, start)) && after.test(text.slice(end));

/** "word excel outlook" */
const isNearItem = (text: string, start: number, end: number): boolean =>
  /(?:^|[,;:]\s*)(?:\p{L}+\s){0,2}$/u.test(text.slice(0, start)) &&
  /^(?:\s\p{L}+){0,2}\s*(?:$|[,;.])/u.test(text.slice(end));

const speech =
  /(?:je suis|j['’]ai|vous (?:êtes|avez|faites)|tu (?:es|as)|êtes|doté|profil|qualités?|reconnue?|sens (?:de|du)|savoir[- ]être|appréci|votre|ton |bonne?|dynamique|motivé|bon |personnalité|au service|être|atouts)/iu;

function speaksOfPeople({ section, text, bullet }: Unit, kind: TextKind): boolean {
  if (section === 'SKILLS' || section === 'PROFILE' || section === 'WANTED') return true;
  if (kind === 'CV') return section === 'HEAD' && (speech.test(text) || text.includes(','));
  return section !== 'MISSION' && (speech.test(text) || bullet || text.split(/,/).length > 2);
}
