import { Injectable } from '@nestjs/common';
import { SearchEngine } from '../indexing/search-engine.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
import { EngineQuery } from './engine-query.js';
import { wordsToLeaveOut } from './fewer-words.js';
import { firstReading, isNarrowing, literally, type Reading } from './reading.js';
import type { Search } from './search.js';
import { type AskedSearch, SearchReader } from './search-reader.js';
import { horizons, steps, widestCircle, widestStep, wideningSteps, withCircles } from './widening.js';

/** A word that was begun is looked for as a beginning when it has so many letters, and no offer has it as a whole. */
const shortestBeginning = 6;
const mayBeBegun = (words: readonly string[]): boolean => (words.at(-1)?.length ?? 0) >= shortestBeginning;

/** Words that offers of a trade leave unsaid as often as not. */
const vague = new Set(['industriel', 'industrie']);

/** A skill that a larger share of all offers has is too common to stand for a search by itself. */
const telling = 0.05;

const namesCommune = ({ understanding }: AskedSearch): boolean => understanding.places.some(({ commune }) => commune);

/** How a search is to be read and how far its circles are widened, so that it finds something. */
export interface Choice {
  reading: Reading;
  widenedToKm: number | null;
}

/**
 * Finds out how to read a search that, as it was first read, finds nothing: the plain words instead of what was recognised
 * in them, what lies around a recognised commune, fewer words, and wider circles.
 */
@Injectable()
export class ReadingChoice {
  constructor(
    private readonly engine: SearchEngine,
    private readonly reader: SearchReader,
    private readonly query: EngineQuery,
  ) {}

  /** Null when nothing is found in any way. `acceptable` rules readings out, such as one without a point to count from. */
  async of(asked: AskedSearch, acceptable: (search: Search) => boolean): Promise<Choice | null> {
    for (const km of horizons(asked.filter?.places)) {
      const filter = km === null ? asked.filter : withCircles(asked.filter, km, { exactly: true });
      const find = (readings: Reading[]): Promise<Reading | null> => this.first(asked, readings, filter, acceptable);
      const whole = this.wholeReadings(asked);
      const reading =
        (await find(whole)) ??
        (await find(this.begun(asked, whole))) ??
        (await find(await this.fewer(asked, filter))) ??
        (await find(this.callings(asked, whole)));
      if (reading) return { reading, widenedToKm: await this.widening(asked, reading) };
    }
    return null;
  }

  private wholeReadings(asked: AskedSearch): Reading[] {
    const { understanding } = asked;
    const around = namesCommune(asked) ? steps : [];
    return [
      firstReading,
      ...(isNarrowing(understanding) ? [literally] : []),
      ...around.map((aroundKm) => ({ ...firstReading, aroundKm })),
    ];
  }

  /** The same, the last word being the beginning of one. */
  private begun(asked: AskedSearch, readings: Reading[]): Reading[] {
    const mayBe = readings.filter((reading) => mayBeBegun(this.reader.wordsOf(asked, reading)));
    return mayBe.map((reading) => ({ ...reading, begun: true }));
  }

  /** The same for occupations instead of the skills that were named; a trade that was named is not another one. */
  private callings(asked: AskedSearch, readings: Reading[]): Reading[] {
    const { trades, skills } = this.reader.namesOf(asked);
    if (trades.length > 0 || skills.length === 0) return [];
    return readings.filter(({ literal }) => !literal).map((reading) => ({ ...reading, callings: true }));
  }

  /** Readings with the least telling words left out; the plain words too, without a contract or a level then. */
  private async fewer(asked: AskedSearch, filter: OfferFilter | null | undefined): Promise<Reading[]> {
    const farthest = namesCommune(asked) ? widestStep : null;
    const interpreted = await this.fewerOf(asked, { ...firstReading, aroundKm: farthest }, filter);
    const distances = farthest === null ? [null] : [null, 30, farthest];
    const literal = isNarrowing(asked.understanding) ? await this.fewerOf(asked, literally, filter) : [];
    return [
      ...interpreted.flatMap((left) => distances.map((aroundKm) => ({ ...firstReading, left, aroundKm }))),
      ...literal.map((left) => ({ ...literally, left })),
    ];
  }

  private async fewerOf(
    asked: AskedSearch,
    reading: Reading,
    filter: OfferFilter | null | undefined,
  ): Promise<number[][]> {
    const words = this.reader.wordsOf(asked, reading);
    const search = this.reader.as(asked, reading, filter);
    if (words.length < 2) return [];
    const hits = await this.counts(words.map((word) => ({ ...search, words: `${word} ` })));
    const found = (word: string): boolean => (hits[words.indexOf(word)] ?? 0) > 0;
    const names = (await this.coreOf(asked))
      .map((name) => name.filter((word) => !vague.has(word)))
      .filter((name) => name.length > 0 && name.every(found));
    if (names.length === 0) return [];
    const core = new Set([...names.flat(), ...this.reader.placeWordsOf(asked, reading)]);
    return wordsToLeaveOut(words.map((word, at) => ({ hits: hits[at]!, core: core.has(word) })));
  }

  /** What the search cannot do without: its trade; without one, those of its skills that tell offers apart. */
  private async coreOf(asked: AskedSearch): Promise<string[][]> {
    const { trades, skills } = this.reader.namesOf(asked);
    if (trades.length > 0 || skills.length === 0) return trades.length > 0 ? [trades.flat()] : [];
    const queries = ['', ...skills.map((words) => `${words.join(' ')} `)];
    const answers = await this.engine.search(queries.map((q) => ({ q, limit: 0, matchingStrategy: 'all' })));
    const [all, ...hits] = answers.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0);
    return skills.filter((_, place) => hits[place]! <= all! * telling);
  }

  private async first(
    asked: AskedSearch,
    readings: Reading[],
    filter: OfferFilter | null | undefined,
    acceptable: (search: Search) => boolean,
  ): Promise<Reading | null> {
    const searches = readings
      .map((reading) => this.reader.as(asked, reading, filter))
      .filter((search) => (search.words !== '' || !search.reading.literal) && acceptable(search));
    const counts = await this.counts(searches);
    return searches[counts.findIndex((count) => count > 0)]?.reading ?? null;
  }

  /** The first of the circles asked for and the wider ones in which this reading finds something. */
  private async widening(asked: AskedSearch, reading: Reading): Promise<number | null> {
    if (widestCircle(asked.filter?.places) === null) return null;
    const circles = [null, ...wideningSteps(asked.filter?.places)];
    const searches = circles.map((km) =>
      this.reader.as(asked, reading, km === null ? asked.filter : withCircles(asked.filter, km)),
    );
    const counts = await this.counts(searches);
    return circles[counts.findIndex((count) => count > 0)] ?? null;
  }

  private async counts(searches: Search[]): Promise<number[]> {
    const answers = await this.engine.search(searches.map((search) => this.query.count(search)));
    return answers.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0);
  }
}
