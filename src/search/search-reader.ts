import { Injectable } from '@nestjs/common';
import { OfferFilters } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { Lexicon } from '../skills/lexicon.js';
import { normalWords } from '../words/normal-form.js';
import { roleWords } from '../words/silent-words.js';
import { plainSaid } from '../words/plain-said.js';
import { widestRadiusKm } from '../territories/place-check.js';
import { tellingWords } from '../words/telling-words.js';
import type { ConceptKind } from '../understanding/concept-kind.js';
import type { OfferSearchArgs } from './offer-search.type.js';
import { heeded, isNarrowing, narrowed, type Reading } from './reading.js';
import type { Search } from './search.js';
import { checkedWords, mostWords } from './search-words.js';
import { Understood, type Understanding } from '../understanding/understood.js';

/** What a client asked for, before it is read in one way or another. */
export interface AskedSearch {
  said: string;
  /** What of it the words are read from. */
  plain: string;
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
    const said = checkedWords(words);
    if (literal) return { said, plain: said, filter, understanding: nothingIn(said) };
    const { text, km } = plainSaid(said);
    return { said, plain: text, filter, understanding: within(heeded(this.understood.read(text), filter), km) };
  }

  /** Throws BAD_USER_INPUT, naming the field, for a filter that no offer could be judged by. */
  as(asked: AskedSearch, reading: Reading, own: OfferFilter | null | undefined): Search {
    const { said, understanding } = asked;
    const filter = this.filters.read(reading.literal ? own : narrowed(own, understanding, reading.aroundKm));
    const callings = reading.callings ? this.callingsOf(understanding) : null;
    const words = this.wordsOf(asked, reading);
    const skills = new Set(callings ? namesIn(understanding, 'SKILL').flat() : []);
    const isLeft = (word: string, place: number): boolean => reading.left.includes(place) || skills.has(word);
    const kept = words.filter((word, place) => !isLeft(word, place)).join(' ');
    const whole = kept === '' || reading.begun ? kept : `${kept} `;
    const trade = [...new Set(namesIn(understanding, 'OCCUPATION').flat())].filter((word) => words.includes(word));
    return { said, words: whole, filter, understanding, reading, trade, callings, leftOut: words.filter(isLeft) };
  }

  /** A standard is not what an occupation is about, although some are never without it. */
  private callingsOf({ concepts }: Understanding): string[] {
    const skills = concepts.filter(({ kind, words }) => kind === 'SKILL' && !/\d/.test(words));
    return [...new Set(skills.flatMap(({ code }) => this.lexicon.callingsOf(code)))];
  }

  /** The telling words of a reading, before any is left out. */
  wordsOf({ plain, understanding }: AskedSearch, { literal }: Reading): string[] {
    const named = [...namesIn(understanding, 'OCCUPATION'), ...namesIn(understanding, 'SKILL')].flat();
    const options = { spared: new Set(named), beside: isNarrowing(understanding) };
    return tellingWords(literal ? plain : understanding.rest, options).slice(0, mostWords);
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
}

const placeKinds: ConceptKind[] = ['COMMUNE', 'DEPARTMENT', 'REGION', 'TERRITORY'];

/** The words of each concept of a kind. */
const namesIn = ({ concepts }: Understanding, wanted: ConceptKind): string[][] =>
  concepts.flatMap(({ kind, words }) => (kind === wanted ? [normalWords(words)] : []));

const roles = new Set(roleWords);
const isRole = (word: string): boolean => roles.has(word);

/** The communes named, with so much around them as was asked for. */
const within = (understanding: Understanding, km: number | null): Understanding =>
  km === null || km === 0
    ? understanding
    : {
        ...understanding,
        places: understanding.places.map((place) =>
          place.commune ? { commune: { code: place.commune.code, radiusKm: Math.min(km, widestRadiusKm) } } : place,
        ),
      };

const nothingIn = (said: string): Understanding => ({
  concepts: [],
  rest: said,
  places: [],
  contractTypes: [],
  studyLevel: null,
});
