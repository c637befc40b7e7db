import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Text } from '../common/text.js';

/** What is wrong with a table, and where in it. */
export interface RuleProblem {
  path: (string | number)[];
  text: Text;
}

/** One rule of a table as people are told of it. Two versions of a table are compared rule by rule, by their keys. */
export interface RuleEntry {
  key: string;
  title: Text;
  /** The rule as data; two rules with other data differ even if their lines do not. */
  value: unknown;
  /** The rule in sentences; when left out its fields are told as they are written. */
  lines?: Text[];
}

/** A table of dated facts that administrators change. A room registers it as it is made, before anything starts. */
export interface RuleBook<Content> {
  /** As administrators name it in the API: "aids". */
  name: string;
  title: Text;
  /** The content that comes with this release, as it was written. */
  shipped: () => unknown;
  /** What a content must be to be one. */
  schema: z.ZodType<Content>;
  /** What a schema cannot say: that no two periods overlap. */
  problems?: (content: Content) => RuleProblem[];
  entries: (content: Content) => RuleEntry[];
  /** What a change would do, in sentences: how many verdicts it turns. */
  consequences?: (now: Content, then: Content) => Promise<Text[]>;
}

/** The same for the same content, in whatever order its fields are written. */
export const fingerprintOf = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest('hex');

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]),
  );
}
