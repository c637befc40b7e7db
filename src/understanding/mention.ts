import type { ContractType } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { NamedPlaces } from './place-names.js';
import { countWords, Phrases, type SaidWord, type Span } from './said-words.js';

/** Words that may narrow a search, with those around them that belong to them ("à", "niveau", "minimum"). */
export type Mention = Span & {
  around: Span;
  /** A preposition says that a place is meant, whatever else the words may name. */
  firm?: boolean;
} & (
    | { kind: 'PLACE'; named: NamedPlaces; postal?: boolean }
    | { kind: 'CONTRACT'; contractTypes: readonly ContractType[] }
    | { kind: 'LEVEL'; level: StudyLevel }
  );

const denials = Phrases.of(['sans', 'pas de', 'pas d', 'pas en', 'pas', 'hors', 'sauf', 'ni', 'non']);

/** The words with those that belong to them before and after; null when they are denied, as in "pas de CDD". */
export function spanAround(
  words: readonly SaidWord[],
  { from, until }: Span,
  before: Phrases,
  after: Phrases = nothing,
): Span | null {
  const start = from - countWords(before.before(words, from));
  if (denials.before(words, start) !== '' || denials.before(words, from) !== '') return null;
  return { from: start, until: until + countWords(after.at(words, until)) };
}

const nothing = Phrases.of([]);
