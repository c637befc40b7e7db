import { fold } from '../common/fold.js';
import { grammarWords } from './silent-words.js';
import { stem } from './stem.js';

/** A word of a text: as it is written and where, and the words it is compared by. */
export interface TextWord {
  written: string;
  start: number;
  end: number;
  /** One word, two for "iso9001", none for a word of grammar. */
  normal: readonly string[];
}

/** Names made of signs, and numbers that belong to the word before: each is one word. */
const names: [name: RegExp, word: string][] = [
  [/c\s?(?:\+\+|plus plus|p{2}(?![\p{L}\p{N}]))/iuy, 'cpp'],
  [/c#/iuy, 'csharp'],
  [/r\s?&\s?d(?!\p{L})/iuy, 'rd'],
  [/recherche\s?(?:et|&)\s?d[ée]veloppement/iuy, 'rd'],
  [/r\s?et\s?d(?!\p{L})/iuy, 'rd'],
  // One name: "vert" alone is a colour, and VTE alone says nothing.
  [/VTE vert(?![\p{L}\p{N}])/iuy, 'vtevert'],
  // The software of workshops; in small letters it is "my".
  [/MES(?![\p{L}\p{N}])/uy, 'mes'],
];
const level = /bac\s?\+\s?(\d)/iuy;
/** "H/F", "(F/H)", "h-f": said of every offer. */
const sexes = /\(?(?:[hf]\s?[/-]\s?[hf]|[hf]\s?[/]\s?[hf]\s?[/]\s?[xn])\)?(?![\p{L}\p{N}])/iuy;
/** "Q.S.E." */
const dotted = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/uy;
/** "chargé·e", "technicien(ne)s", "opérateur.trice", "acheteur-euse": the masculine stands for both. */
const inclusive =
  /(\p{L}{3,})(?:[·•]|\(|[-‑](?=(?:e|ne|fe|euse|rice|trice|ère|ière|ive)s?(?![\p{L}\p{N}]))|\.(?=\p{L}+(?:\.s)?(?![\p{L}\p{N}])))(?:e|ne|le|fe|se|te|euse|rice|trice|ère|ière|ive)(?:s\)?|\)s?|[·•.]s)?(?![\p{L}\p{N}])/iuy;
/** Every such form of a text. */
export const inclusiveForms = new RegExp(inclusive.source, 'giu');
const word = /[\p{L}\p{N}]+/uy;

const silent = new Set(grammarWords.map(fold));

/** What titles and queries shorten. */
export const abbreviations = new Map<string, string>([
  ['resp', 'responsable'],
  ['ing', 'ingenieur'],
  ['inge', 'ingenieur'],
  ['dir', 'directeur'],
  ['asst', 'assistant'],
  ['assist', 'assistant'],
  ['maint', 'maintenance'],
  ['meca', 'mecanique'],
  ['indu', 'industriel'],
  ['log', 'logistique'],
  ['prod', 'production'],
  ['proj', 'projet'],
]);
/** Words of their own too, as in "high tech": only with a full stop, or before other words at the beginning. */
export const abbreviationsAtFirst = new Map<string, string>([
  ['tech', 'technicien'],
  ['op', 'operateur'],
  ['com', 'commercial'],
]);

/**
 * The words of a French text as offers and queries are compared by them: without accents, elisions and hyphens apart, in
 * the masculine singular, common abbreviations written out; words of grammar tell nothing and are left out.
 */
export const normalWords = (text: string): string[] => textWords(text).flatMap(({ normal }) => normal);

/** The same with each word's place in the text, for marking it there. */
export function textWords(text: string): TextWord[] {
  const found: TextWord[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nextWord(text, at, found.length === 0);
    if (next) found.push(next);
    at = next ? next.end : at + 1;
  }
  return found;
}

/** Which patterns a word may begin by its first letter: most words begin none. */
function specialWord(text: string, at: number): { length: number; normal: readonly string[] } | null {
  switch (text[at]) {
    case '(':
    case 'h':
    case 'H':
    case 'f':
    case 'F': {
      const sexed = matchAt(sexes, text, at);
      return sexed && { length: sexed[0].length, normal: [] };
    }
    case 'b':
    case 'B': {
      const bac = matchAt(level, text, at);
      return bac && { length: bac[0].length, normal: [`bac${bac[1]!}`] };
    }
    case 'c':
    case 'C':
    case 'r':
    case 'R':
    case 'M':
    case 'v':
    case 'V':
      for (const [name, normal] of names) {
        const match = matchAt(name, text, at);
        if (match) return { length: match[0].length, normal: [normal] };
      }
  }
  return null;
}

function nextWord(text: string, at: number, first: boolean): TextWord | null {
  const made = (length: number, normal: readonly string[]): TextWord => ({
    written: text.slice(at, at + length),
    start: at,
    end: at + length,
    normal,
  });
  const special = specialWord(text, at);
  if (special) return made(special.length, special.normal);
  const plain = matchAt(word, text, at);
  if (!plain) return null;
  const end = at + plain[0].length;
  const sign = text[end];
  if (sign === '.' && plain[0].length === 1) {
    const initials = matchAt(dotted, text, at);
    if (initials) return made(initials[0].length, normalOf(initials[0].replaceAll('.', '')));
  }
  if (sign === '·' || sign === '•' || sign === '(' || sign === '.' || sign === '-' || sign === '‑') {
    const both = matchAt(inclusive, text, at);
    if (both) return made(both[0].length, normalOf(both[1]!));
  }
  const stop = sign === '.';
  const normal = normalOf(plain[0]);
  if (plain[0].length > 6) return made(plain[0].length, normal);
  const atFirst = stop || (first && end < text.length);
  const whole = abbreviated(normal[0] ?? '', atFirst);
  return made(plain[0].length, whole === undefined ? normal : [whole]);
}

const abbreviated = (normal: string, atFirst: boolean): string | undefined =>
  abbreviations.get(normal) ?? (atFirst ? abbreviationsAtFirst.get(normal) : undefined);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Texts repeat their words: what was worked out once is kept, up to some tens of megabytes. */
const known = new Map<string, readonly string[]>();
const mostKnown = 200_000;

function normalOf(written: string): readonly string[] {
  const before = known.get(written);
  if (before) return before;
  const normal = fold(written)
    .replace(/^(\p{L}{3,})(\d{2,})$/u, '$1 $2')
    .split(' ')
    .filter((folded) => folded !== '' && !silent.has(folded))
    .map(stem);
  if (known.size >= mostKnown) known.clear();
  if (written.length <= 40) known.set(written, normal);
  return normal;
}
