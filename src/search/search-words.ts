import { badInput } from '../common/errors.js';

export const longestQuery = 300;

/** The engine looks for ten words and passes over the others without a word; so which ten is decided here. */
export const mostWords = 10;

/** What the client wrote; throws BAD_USER_INPUT when it is too long to be the words of a search. */
export function checkedWords(words: string | null | undefined): string {
  const said = (words ?? '').normalize('NFC').trim();
  if ([...said].length > longestQuery) {
    throw badInput(`words : au plus ${longestQuery} caractères. (At most ${longestQuery} characters.)`);
  }
  return said;
}
