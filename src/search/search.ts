import type { ReadFilter } from '../offers/offer-filter.js';
import type { Reading } from './reading.js';
import type { Understanding } from '../understanding/understood.js';

/** A search as it was carried out; what its facets, concepts and neighbours are worked out from. */
export interface Search {
  /** As the client wrote it. */
  said: string;
  /** What the engine is asked for; a space at the end says that the last word is whole. */
  words: string;
  /** What the client asked for and what was recognised in the words, both. */
  filter: ReadFilter;
  /** As far as it is heeded beside the client's filter. */
  understanding: Understanding;
  reading: Reading;
  /** The words of the occupations named: an offer has them in its title or its own occupation, not just somewhere. */
  trade: readonly string[];
  /** Occupations that stand for the skills named; null when the words do. */
  callings: readonly string[] | null;
  /** The telling words that the reading leaves out. */
  leftOut: readonly string[];
}
