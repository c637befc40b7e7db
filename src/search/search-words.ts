import { badInput } from '../common/errors.js';
import { fold } from '../common/fold.js';
import { engineWords } from '../words/signed-names.js';
import { emptyWords, grammarWords } from '../words/silent-words.js';

export const longestQuery = 300;

/** The engine looks for ten words and passes over the others without a word; so which ten is decided here. */
export const mostWords = 10;

const silentWords = new Set([...emptyWords, ...grammarWords.map(fold)]);

/**
 * The words of a query that tell something; '' when none does: then everything is meant. The engine itself finds nothing
 * for a query of stop words only, and takes quotes and leading hyphens as commands: here they are only signs.
 */
export function tellingWords(words: string | null | undefined): string {
  const asked = (words ?? '').trim();
  if (asked.length > longestQuery) {
    throw badInput(`words : au plus ${longestQuery} caractères. (At most ${longestQuery} characters.)`);
  }
  return engineWords(asked)
    .replace(/\b[hf]\s*\/\s*[hf]\b/gi, ' ')
    .replace(/["“”«»]|(?<=^|\s)-+/g, ' ')
    .split(/[\s,;]+/)
    .filter((word) =>
      fold(word)
        .split(' ')
        .some((part) => part !== '' && !silentWords.has(part)),
    )
    .slice(0, mostWords)
    .join(' ');
}
