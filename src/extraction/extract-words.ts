import { textWords } from '../words/normal-form.js';
import { nounsOfVerbs } from './extract-verbs.js';

/** A word of a text that may be part of a name. */
export interface Token {
  word: string;
  /** The noun of a verb: "gestion" for "gérer"; '' when there is none. */
  noun: string;
  written: string;
  start: number;
  end: number;
  /** What stands between the word before and this one, words of grammar too. */
  glue: string;
}

const withAnd = /^\p{Lu}{1,2}$/u;

/** The words of a text or a name that count, in the normal form; "S&OP", "C", ".NET" and "marquage CE" are told apart. */
export function tokensOf(text: string): Token[] {
  const said = textWords(text);
  const tokens: Token[] = [];
  let last = 0;
  for (let at = 0; at < said.length; at += 1) {
    const { written, start, end, normal } = said[at]!;
    const next = said[at + 1];
    if (next && withAnd.test(written) && text.slice(end, next.start) === '&' && /^\p{Lu}{1,3}$/u.test(next.written)) {
      tokens.push(made(text, `${written}&${next.written}`.toLowerCase(), start, next.end, last));
      [last, at] = [next.end, at + 1];
      continue;
    }
    for (const word of special(text, written, start, end) ?? normal) {
      tokens.push(made(text, word, start, end, last));
      last = end;
    }
  }
  return tokens;
}

const made = (text: string, word: string, start: number, end: number, last: number): Token => ({
  word,
  noun: word.length > 3 ? nounOf(word) : '',
  written: text.slice(start, end),
  start,
  end,
  glue: text.slice(Math.min(last, start), start),
});

/** Short words that grammar takes away although, written so, they are names. */
function special(text: string, written: string, start: number, end: number): string[] | null {
  if (written === 'C' && !/^['’]/.test(text.slice(end))) return ['c'];
  if (written === 'CE' && /(?:arquage|onformité|ertification|éclaration) $/.test(text.slice(0, start))) return ['ce'];
  if (written === 'EN' && /^ ?\d{4}/.test(text.slice(end))) return ['en'];
  if (written === 'NET' && text[start - 1] === '.') return ['dotnet'];
  return null;
}

const nouns = new Map<string, string>();

function nounOf(word: string): string {
  const known = nouns.get(word);
  if (known !== undefined) return known;
  const found =
    nounsOfVerbs.find(([root, , from]) => word.startsWith(root) && isForm(word.slice(root.length), from))?.[1] ?? '';
  if (nouns.size > 20_000) nouns.clear();
  nouns.set(word, found);
  return found;
}

const forms = {
  er: /^(?:er|e|es|ez|ons|ent|ant|ai|ais|ait|erez|era|eras|erons)$/,
  ir: /^(?:ir|is|it|issez|issons|issent|issant|irez|ira)$/,
  re: /^(?:re|s|t|ez|ons|ent|ant|u|rez|ra|ras|i|is|it|vez|sez|vant|sant|ver)$/,
};

const isForm = (ending: string, from: keyof typeof forms): boolean => forms[from].test(ending);

/** Commas, brackets, strokes between words: no name goes across, but for those that hold one themselves. */
export const isBarrier = (glue: string): boolean =>
  glue.length > 1 ? barrier.test(glue) : /[,;:|•·\n()[\]–—…?!→>*"«»=]/u.test(glue);

const barrier =
  /[,;:|•·\n()[\]–—…?!→>*"«»=/]|\.(?:\s|$)|\s-|-\s|(?<!\p{L})(?:chez|sans|que|qui|qu|pas|ne|mais|ces?|vous|nous|je|tu|elles?|ils?)(?!\p{L})/iu;

/** "et", "ou", a comma or a stroke: what stands after goes with the beginning of what stands before. */
export const isJoint = (glue: string): boolean =>
  /^\s*(?:,|\/|et\/ou|(?:,?\s*(?:et|ou|&)))\s*(?:(?:de|des|du|la|le|les|aux?|à)\s|[dl]['’]|la\s)*\s*$/iu.test(
    glue.replace(/^\s*,?\s*(?:et|ou)\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’]|les?|la|l['’])\s*/iu, ' et '),
  );

export const holdsAnd = (glue: string): boolean => / (?:et|ou|&) /u.test(` ${glue} `) || /[,/]/.test(glue);
