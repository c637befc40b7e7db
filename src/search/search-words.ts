import { badInput } from '../common/errors.js';
import { normalWords } from '../words/normal-form.js';
import { emptyWords } from '../words/silent-words.js';

export const longestQuery = 300;

/** The engine looks for ten words and passes over the others without a word; so which ten is decided here. */
export const mostWords = 10;

const silent = new Set(emptyWords);

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
 * told: then everything is meant. `spared` are silent words that do tell something here, as in "chargé de recrutement".
 */
export const tellingWords = (said: string, spared: ReadonlySet<string> = new Set()): string[] =>
  [...new Set(normalWords(said))].filter((word) => !silent.has(word) || spared.has(word)).slice(0, mostWords);
