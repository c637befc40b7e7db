import { Injectable } from '@nestjs/common';
import { OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { normalWords } from '../words/normal-form.js';
import { roleWords } from '../words/silent-words.js';
import { hasPoint } from './found-distance.js';
import type { ConceptKind, OfferSearchArgs } from './offer-search.type.js';
import { narrowed, placesAround, placesSaid, type Reading } from './reading.js';
import type { Search } from './search.js';
import { saidWords, tellingWords } from './search-words.js';
import { Understood, type Understanding } from './understood.js';

/** What a client asked for, before it is read in one way or another. */
export interface AskedSearch {
  said: string;
  filter: OfferFilter | null | undefined;
  understanding: Understanding;
}

/** Turns what a client asked for into a search, in whichever reading. */
@Injectable()
export class SearchReader {
  constructor(
    private readonly filters: OfferFilters,
    private readonly understood: Understood,
  ) {}

  /** Throws BAD_USER_INPUT for words that are too long. */
  asked({ words, filter, literal }: OfferSearchArgs): AskedSearch {
    const said = saidWords(words);
    return { said, filter, understanding: literal ? nothingIn(said) : this.understood.read(said) };
  }

  /**
   * Null when the words ask for what the filter excludes. Throws BAD_USER_INPUT, naming the field, for a filter that no
   * offer could be judged by.
   */
  as({ said, understanding }: AskedSearch, reading: Reading, filter: OfferFilter | null | undefined): Search | null {
    const own = this.filters.read(filter);
    const whole = reading.literal ? own : this.together(own, understanding, reading);
    if (!whole) return null;
    const words = this.wordsOf({ said, understanding }, reading);
    const leftOut = words.filter((_, place) => reading.left.includes(place));
    const kept = words.filter((_, place) => !reading.left.includes(place));
    // A space after the last word says that it is whole.
    const q = kept.length === 0 || reading.begun ? kept.join(' ') : `${kept.join(' ')} `;
    return { said, words: q, filter: whole, understanding, reading, leftOut };
  }

  /** The telling words of a reading, before any is left out. */
  wordsOf({ said, understanding }: Pick<AskedSearch, 'said' | 'understanding'>, { literal }: Reading): string[] {
    return tellingWords(literal ? said : understanding.rest, new Set(namedIn(understanding, tellingKinds)));
  }

  /** Those that a search cannot do without: the trade looked for, or else its skills; and in the plain words the place. */
  coreOf(
    { understanding }: AskedSearch,
    { literal }: Reading,
  ): { trade: Set<string>; skills: Set<string>; place: Set<string> } {
    const occupations = understanding.concepts.filter(({ kind }) => kind === 'OCCUPATION');
    const trades = occupations.map(({ words }) => normalWords(words)).filter((words) => !words.every(isRole));
    return {
      trade: new Set(trades.flat()),
      skills: new Set(namedIn(understanding, ['SKILL']).filter((word) => !isRole(word))),
      place: new Set(literal ? namedIn(understanding, placeKinds) : []),
    };
  }

  private together(own: ReadFilter, understanding: Understanding, reading: Reading): ReadFilter | null {
    const recognised = this.filters.read({ places: placesAround(understanding, reading.aroundKm) });
    const ownPoint = hasPoint(own) || !hasPoint(recognised);
    const whole = ownPoint
      ? narrowed(own, understanding, recognised.places)
      : narrowed({ said: own.said, places: recognised.places }, understanding, own.places);
    if (!whole) return null;
    const places = ownPoint ? placesSaid(own, understanding, reading.aroundKm) : recognised.said.places;
    return { said: { ...whole.said, places: places ?? null }, places: whole.places };
  }
}

const tellingKinds: ConceptKind[] = ['SKILL', 'OCCUPATION'];
const placeKinds: ConceptKind[] = ['COMMUNE', 'DEPARTMENT', 'REGION', 'TERRITORY'];

const namedIn = ({ concepts }: Understanding, kinds: ConceptKind[]): string[] =>
  concepts.flatMap(({ kind, words }) => (kinds.includes(kind) ? normalWords(words) : []));

const roles = new Set(roleWords);
const isRole = (word: string): boolean => roles.has(word);

const nothingIn = (said: string): Understanding => ({
  concepts: [],
  rest: said,
  places: [],
  contractTypes: [],
  studyLevel: null,
});
