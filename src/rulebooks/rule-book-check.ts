import type { Text } from '../common/text.js';
import type { RuleBook, RuleProblem } from './rule-book.js';
import { schemaWords } from './schema-words.js';

/** The most characters a table is read from. */
export const longestContent = 60_000;

export type Checked<Content> = { content: Content; problems: null } | { content: null; problems: RuleProblem[] };

/** Every problem of a content, with its place and in both languages; or the content as the room reads it. */
export function checkContent<Content>(book: RuleBook<Content>, raw: unknown): Checked<Content> {
  const read = book.schema.safeParse(raw);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => ({
      path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
      text: schemaWords(issue),
    }));
    return { content: null, problems };
  }
  const problems = book.problems?.(read.data) ?? [];
  return problems.length > 0 ? { content: null, problems } : { content: read.data, problems: null };
}

/** The same from text, as administrators send it. */
export function checkText<Content>(book: RuleBook<Content>, text: string): Checked<Content> & { raw: unknown } {
  if (text.length > longestContent) return { content: null, problems: [tooLong(text.length)], raw: null };
  try {
    const raw: unknown = JSON.parse(text);
    return { ...checkContent(book, raw), raw };
  } catch (error) {
    return { content: null, problems: [notJson(text, error)], raw: null };
  }
}

/** For tables that must be right, such as the shipped ones: throws with every problem and its place. */
export function readContent<Content>(book: RuleBook<Content>, raw: unknown): Content {
  const { content, problems } = checkContent(book, raw);
  if (!problems) return content;
  const told = problems.map(({ path, text }) => `${path.join('.') || 'content'}: ${text.en}`);
  throw new Error(`The table “${book.name}” is not as it should be. ${told.join(' ')}`);
}

const tooLong = (length: number): RuleProblem => ({
  path: [],
  text: {
    fr: `Le contenu compte au plus ${longestContent.toLocaleString('fr-FR')} caractères (${length.toLocaleString('fr-FR')} ici).`,
    en: `The content has ${longestContent.toLocaleString('en')} characters at the most (${length.toLocaleString('en')} here).`,
  },
});

/** Where it stops being JSON, as far as the engine tells it, whose own words are English only. */
function notJson(text: string, error: unknown): RuleProblem {
  const message = error instanceof Error ? error.message : '';
  const at = /at position (\d+)/.exec(message)?.[1];
  const near = /"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  return { path: [], text: at ? stopsAt(text.slice(0, Number(at))) : near ? stopsNear(near) : unfinished };
}

function stopsAt(before: string): Text {
  const lines = before.split('\n');
  const [line, column] = [lines.length, lines.at(-1)!.length + 1];
  return {
    fr: `Ce n’est plus du JSON à la ligne ${line}, caractère ${column}.`,
    en: `This is no longer JSON at line ${line}, character ${column}.`,
  };
}

const stopsNear = (near: string): Text => ({
  fr: `Ce n’est pas du JSON, près de « ${near.trim()} ».`,
  en: `This is not JSON, near “${near.trim()}”.`,
});

const unfinished: Text = {
  fr: 'Le contenu n’est pas du JSON complet.',
  en: 'The content is not complete JSON.',
};
