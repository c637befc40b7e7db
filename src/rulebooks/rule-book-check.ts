import { z } from 'zod';
import type { RuleBook, RuleProblem } from './rule-book.js';

/** The most characters a table is read from. */
export const longestContent = 60_000;

const inFrench = z.locales.fr().localeError;
const inEnglish = z.locales.en().localeError;

export type Checked<Content> = { content: Content; problems: null } | { content: null; problems: RuleProblem[] };

/** Every problem of a content, with its place and in both languages; or the content as the room reads it. */
export function checkContent<Content>(book: RuleBook<Content>, raw: unknown): Checked<Content> {
  const read = book.schema.safeParse(raw, { error: inEnglish });
  if (!read.success) return { content: null, problems: schemaProblems(book, raw, read.error.issues) };
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
    return { content: null, problems: [notJson(error)], raw: null };
  }
}

/** For tables that must be right, such as the shipped ones: throws with every problem and its place. */
export function readContent<Content>(book: RuleBook<Content>, raw: unknown): Content {
  const { content, problems } = checkContent(book, raw);
  if (!problems) return content;
  const told = problems.map(({ path, text }) => `${path.join('.') || 'content'}: ${text.en}`);
  throw new Error(`The table “${book.name}” is not as it should be. ${told.join(' ')}`);
}

/** Both languages come from the same issues in the same order; a message that a schema sets itself is the same in both. */
function schemaProblems<Content>(book: RuleBook<Content>, raw: unknown, issues: z.core.$ZodIssue[]): RuleProblem[] {
  const french = book.schema.safeParse(raw, { error: inFrench }).error?.issues ?? [];
  return issues.map(({ path, message }, position) => ({
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    text: { fr: `${french[position]?.message ?? message}.`, en: `${message}.` },
  }));
}

const tooLong = (length: number): RuleProblem => ({
  path: [],
  text: {
    fr: `Le contenu compte au plus ${longestContent} caractères (${length} ici).`,
    en: `The content has ${longestContent} characters at the most (${length} here).`,
  },
});

const notJson = (error: unknown): RuleProblem => ({
  path: [],
  text: {
    fr: `Ce n’est pas du JSON : ${error instanceof Error ? error.message : String(error)}.`,
    en: `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
  },
});
