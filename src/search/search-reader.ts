import { Injectable } from '@nestjs/common';
import { OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { Lexicon } from '../skills/lexicon.js';
import { normalWords } from '../words/normal-form.js';
import { roleWords } from '../words/silent-words.js';
import { hasPoint } from './found-distance.js';
import type { ConceptKind } from '../understanding/concept-kind.js';
import type { OfferSearchArgs } from './offer-search.type.js';
import { narrowed, placesAround, placesSaid, type Reading } from './reading.js';
import type { Search } from './search.js';
import { saidWords, tellingWords } from './search-words.js';
import { Understood, type Understanding } from '../understanding/understood.js';

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
    const found = reading.callings ? whole && this.ofCallings(whole, understanding) : whole;
    if (!found) return null;
    const words = this.wordsOf({ said, understanding }, reading);
    const skills = new Set(reading.callings ? namesIn(understanding, 'SKILL').flat() : []);
    const isLeft = (word: string, place: number): boolean => reading.left.includes(place) || skills.has(word);
    const kept = words.filter((word, place) => !isLeft(word, place));
    // A space after the last word says that it is whole.
    const q = kept.length === 0 || reading.begun ? kept.join(' ') : `${kept.join(' ')} `;
    return { said, words: q, filter: found, understanding, reading, leftOut: words.filter(isLeft) };
  }

  /** Null when the skills named are the core of no occupation, or of none of those asked for. */
  private ofCallings({ said, places }: ReadFilter, { concepts }: Understanding): ReadFilter | null {
    const callings = concepts.flatMap(({ kind, code }) => (kind === 'SKILL' ? this.lexicon.callingsOf(code) : []));
    const asked = said.occupationCodes?.length ? said.occupationCodes : callings;
    const occupationCodes = [...new Set(callings)].filter((code) => asked.includes(code));
    return occupationCodes.length > 0 ? { said: { ...said, occupationCodes }, places } : null;
  }

  /** The telling words of a reading, before any is left out. */
  wordsOf({ said, understanding }: Pick<AskedSearch, 'said' | 'understanding'>, { literal }: Reading): string[] {
    const named = [...namesIn(understanding, 'OCCUPATION'), ...namesIn(understanding, 'SKILL')].flat();
    return tellingWords(literal ? said : understanding.rest, new Set(named));
  }

  /** The words of each trade, or else of each skill, that the search names. */
  namesOf({ understanding }: AskedSearch): { trades: string[][]; skills: string[][] } {
    return {
      trades: namesIn(understanding, 'OCCUPATION').filter((words) => !words.every(isRole)),
      skills: namesIn(understanding, 'SKILL'),
    };
  }

  /** In the plain words the place stays too: it was asked for. */
  placeWordsOf({ understanding }: AskedSearch, { literal }: Reading): string[] {
    return literal ? placeKinds.flatMap((kind) => namesIn(understanding, kind).flat()) : [];
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

const placeKinds: ConceptKind[] = ['COMMUNE', 'DEPARTMENT', 'REGION', 'TERRITORY'];

/** The words of each concept of a kind. */
const namesIn = ({ concepts }: Understanding, wanted: ConceptKind): string[][] =>
  concepts.flatMap(({ kind, words }) => (kind === wanted ? [normalWords(words)] : []));

const roles = new Set(roleWords);
const isRole = (word: string): boolean => roles.has(word);

const nothingIn = (said: string): Understanding => ({
  concepts: [],
  rest: said,
  places: [],
  contractTypes: [],
  studyLevel: null,
});
