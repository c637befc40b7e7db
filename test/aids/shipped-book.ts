import { type AidRuleBook, readAidTable } from '../../src/aids/aid-rule-book.js';
import type { AidTable } from '../../src/aids/aid-rules.js';

/** The rules that came with the product, or others, for the service without a database. */
export function bookOf(table: AidTable = readAidTable()): AidRuleBook {
  const book = { version: 1, current: (): AidTable => table, fresh: (): Promise<AidTable> => Promise.resolve(table) };
  return book as AidRuleBook;
}
