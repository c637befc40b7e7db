import { Injectable } from '@nestjs/common';
import { badInput } from '../common/errors.js';
import { OfferFilters } from '../offers/offer-filter.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { firstReading } from '../search/reading.js';
import { SearchReader } from '../search/search-reader.js';
import { Lexicon } from '../skills/lexicon.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Place } from '../territories/place.js';
import { checkPlaces } from '../territories/place-check.js';
import { Understood } from '../understanding/understood.js';

export interface SaidSearch {
  words: string;
  literal: boolean;
  filter: OfferFilter;
}

/** A search in its first reading, places apart: of thousands of circles no sets of communes are made. */
export interface PlainSearch {
  /** In their normal form; an offer has all of them. */
  words: readonly string[];
  /** Those that it has in its title or its occupation. */
  trade: readonly string[];
  filter: OfferFilter;
  places: readonly Place[];
}

const nowhere: OfferFilter = { places: null };

/** Reads a saved search as `searchOffers` first does: what its words name acts as filters, and all other words are to be found. */
@Injectable()
export class PlainReading {
  private readonly reader: SearchReader;

  constructor(
    filters: OfferFilters,
    understood: Understood,
    lexicon: Lexicon,
    private readonly gazetteer: Gazetteer,
  ) {
    this.reader = new SearchReader(filters, understood, lexicon);
  }

  /** Throws BAD_USER_INPUT, naming the field, for a search that no offer could be judged by. */
  of({ words, literal, filter }: SaidSearch): PlainSearch {
    const asked = this.reader.asked({ words, filter, literal, first: 0 });
    const { understanding } = asked;
    const own = filter.places && filter.places.length > 0 ? filter.places : null;
    const places = own ?? understanding.places;
    const problems = checkPlaces(this.gazetteer, places, ['filter', 'places']);
    if (problems[0]) throw badInput(`${problems[0].path.join('.')} : ${problems[0].text.fr} (${problems[0].text.en})`);
    const placeless = { ...asked, understanding: { ...understanding, places: [] } };
    const search = this.reader.as(placeless, firstReading, { ...filter, ...nowhere });
    const telling = this.reader.wordsOf(asked, firstReading);
    return {
      words: telling,
      trade: search.trade.filter((word) => telling.includes(word)),
      filter: search.filter.said,
      places,
    };
  }
}
