import type { Mention } from './mention.js';
import type { SaidWord, Span } from './said-words.js';

const joining = /^(?:et|ou|a|puis|et ou)$/;

/** What is left of the words, as they were written, without those mentioned and what joins two of them. */
export function restOf(said: string, words: readonly SaidWord[], mentions: readonly Mention[]): string {
  const taken: Span[] = [];
  for (const { around } of [...mentions].sort((one, other) => one.around.from - other.around.from)) {
    const last = taken.at(-1);
    const between = last && words.slice(last.until, around.from);
    if (last && between && between.every(({ word }) => joining.test(word))) {
      last.until = Math.max(last.until, around.until);
    } else taken.push({ ...around });
  }
  let [rest, at] = ['', 0];
  for (const { from, until } of taken) {
    rest += `${said.slice(at, words[from]!.start)} `;
    at = words[until - 1]!.end;
  }
  return tidy(rest + said.slice(at));
}

/** Without the brackets, commas and strokes that now stand alone. */
const tidy = (rest: string): string =>
  rest
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/(?<=^|\s)[^\p{L}\p{N}+#€%&\s]+(?=\s|$)/gu, ' ')
    .replace(/\s+([,;.])/g, '$1')
    .replace(/^[\s,;.:/–—-]+|[\s,;:/–—-]+$/g, '')
    .replace(/\s+/g, ' ');
