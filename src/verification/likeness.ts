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

/** Whether what was chosen of a domain recalls one of those: a word that means something, the whole, or its first letters. */
export function speaksOfName(label: string, names: readonly string[]): boolean {
  const parts = label.split('-');
  const said = parts.join('');
  return names.some((one) => {
    const words = meaningful(one);
    const initials = [words, wordsOf(one)].map((each) => each.map(([letter]) => letter).join(''));
    return (
      words.some((word) => word.length >= 5 && said.includes(word)) ||
      (glued(words).length >= 3 && said.includes(glued(words))) ||
      initials.some((letters) => letters.length >= 3 && parts.includes(letters))
    );
  });
}

const wordsOf = (name: string): string[] => fold(name).split(/[^a-z0-9]+/).filter(Boolean);

function meaningful(name: string): string[] {
  const words = wordsOf(name);
  const left = words.filter((word) => !empty.has(word));
  return left.length > 0 ? left : words;
}

const glued = (words: readonly string[]): string => words.join('');
