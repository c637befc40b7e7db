import { badInput } from '../common/errors.js';
import { fold } from '../common/fold.js';
import { normalWords } from '../words/normal-form.js';
import { emptyWords, roleWords } from '../words/silent-words.js';
import { stem } from '../words/stem.js';

export const longestQuery = 300;

/** The engine looks for ten words and passes over the others without a word; so which ten is decided here. */
export const mostWords = 10;

const silent = new Set(emptyWords);
const roles = new Set(roleWords);

/** What the client wrote; throws BAD_USER_INPUT when it is too long to be the words of a search. */
export function saidWords(words: string | null | undefined): string {
  const said = (words ?? '').normalize('NFC').trim();
  if ([...said].length > longestQuery) {
    throw badInput(`words : au plus ${longestQuery} caractères. (At most ${longestQuery} characters.)`);
  }
  return said;
}

/**
 * The words that tell something, each once, in the form in which the engine holds those of offers; none when nothing was
 * told: then everything is meant. `spared` are silent words that do tell something here, being part of a name.
 */
export function tellingWords(said: string, spared: ReadonlySet<string> = new Set()): string[] {
  const named = complements(said);
  const tells = (word: string): boolean => !silent.has(word) || spared.has(word) || named.has(word);
  return [...new Set(normalWords(said))].filter(tells).slice(0, mostWords);
}

/** What someone is in charge of, although the word says nothing elsewhere: "chargé de mission", "ingénieur de recherche". */
function complements(said: string): Set<string> {
  const words = fold(said).split(' ');
  const follows = (at: number): boolean =>
    /^(?:de|d|du|des|en)$/.test(words[at - 1] ?? '') && roles.has(stem(words[at - 2] ?? ''));
  return new Set(words.filter((_, at) => at > 1 && follows(at)).map(stem));
}
