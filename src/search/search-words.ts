import { badInput } from '../common/errors.js';
import { fold } from '../common/fold.js';
import { emptyWords, grammarWords } from './offer-index-settings.js';

export const longestQuery = 300;

const silentWords = new Set([...emptyWords, ...grammarWords.map(fold)]);

/**
 * The words of a query that tell something, as the client wrote them; '' when none does: then everything is meant. The
 * engine itself finds nothing for a query of stop words only.
 */
export function tellingWords(words: string | null | undefined): string {
  const asked = (words ?? '').trim();
  if (asked.length > longestQuery) {
    throw badInput(`words : au plus ${longestQuery} caractères. (At most ${longestQuery} characters.)`);
  }
  return asked
    .replace(/\b[hf]\s*\/\s*[hf]\b/gi, ' ')
    .split(/[\s,;]+/)
    .filter((word) => {
      const parts = fold(word).split(' ').filter(Boolean);
      return parts.some((part) => !silentWords.has(part));
    })
    .join(' ');
}
