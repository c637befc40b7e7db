import { fold } from '../common/fold.js';
import type { RegisterAnswer } from './company-register.js';

/** Words that say what kind of company it is, or nothing. */
const empty = new Set(
  'de du des le la les et en au aux sur sous un une a l d sa sas sasu sarl eurl sci snc scop scic ei gie groupe group holding societe ste ets etablissements entreprise compagnie cie france international industrie industries the of and'.split(
    ' ',
  ),
);

/** Under which names the register knows it. */
export const namesOf = ({ name, otherNames }: Pick<RegisterAnswer, 'name' | 'otherNames'>): string[] =>
  [name, ...otherNames].filter((one): one is string => one !== null && wordsOf(one).length > 0);

/** Whether the name reads like one of those: the words that mean something in the shorter are in the longer, and are half of it. */
export function isLikeName(name: string, names: readonly string[]): boolean {
  const own = meaningful(name);
  return names.some((one) => {
    const other = meaningful(one);
    const [few, many] = own.length <= other.length ? [own, other] : [other, own];
    const within = few.every((word) => many.includes(word)) && 2 * glued(few).length >= glued(many).length;
    return glued(own) === glued(other) || (few.length > 0 && within);
  });
}

/**
 * Whether what was chosen of a domain is one of those names and nothing else, so that “acme-recrutement” is not Acme’s: all of
 * its words that mean something, in their order, with or without the others. Shorter than three letters it is anybody’s.
 */
export function isNamedAfter(label: string, names: readonly string[]): boolean {
  const said = label.replaceAll('-', '');
  return names.some((name) => {
    const kept = new Set(meaningful(name));
    let ends = new Set([0]);
    for (const word of wordsOf(name)) {
      const after = [...ends].flatMap((end) => (said.startsWith(word, end) ? [end + word.length] : []));
      ends = new Set(kept.has(word) ? after : [...ends, ...after]);
    }
    return glued([...kept]).length >= 3 && ends.has(said.length);
  });
}

/** “S.A.S.” is one word, and “&” is said. */
const wordsOf = (name: string): string[] =>
  fold(name.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1').replaceAll('&', ' et '))
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

function meaningful(name: string): string[] {
  const words = wordsOf(name);
  const left = words.filter((word) => !empty.has(word));
  return left.length > 0 ? left : words;
}

const glued = (words: readonly string[]): string => words.join('');
