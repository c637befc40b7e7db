import type { Text } from '../common/text.js';
import type { Delay, RetentionRule } from './retention-delays.js';

const began = '2026-11-23';

/** A line that is in force from the beginning. */
export function rule<const Id extends string>(
  id: Id,
  what: Text,
  from: Text,
  delay: Delay,
  by: string,
): RetentionRule & { id: Id } {
  return { id, what, from, delay, since: began, by };
}
