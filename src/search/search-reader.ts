import { Injectable } from '@nestjs/common';
import { OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { Lexicon } from '../skills/lexicon.js';
import { isAcronym } from '../words/said-otherwise.js';
import { hasPoint } from './found-distance.js';
import type { OfferSearchArgs } from './offer-search.type.js';
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
    private readonly lexicon: Lexicon,
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
    return { said, words: this.engineWords(said, kept), filter: whole, understanding, reading, leftOut };
  }

  /** The telling words of a reading, before any is left out. */
  wordsOf({ said, understanding }: Pick<AskedSearch, 'said' | 'understanding'>, { literal }: Reading): string[] {
    return tellingWords(literal ? said : understanding.rest);
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

  /** A last word that is known, or after which more was typed, is whole: nothing that only begins with it is meant. */
  private engineWords(said: string, words: readonly string[]): string {
    const last = words.at(-1);
    if (last === undefined) return '';
    const whole = this.lexicon.knows(last) || isAcronym(last) || tellingWords(said).at(-1) !== last || /\W$/.test(said);
    return `${words.join(' ')}${whole ? ' ' : ''}`;
  }
}

const nothingIn = (said: string): Understanding => ({
  concepts: [],
  rest: said,
  places: [],
  contractTypes: [],
  studyLevel: null,
});
