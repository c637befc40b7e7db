import type { Gazetteer } from '../territories/gazetteer.js';
import { type Condition, conditionsOf } from './filter-conditions.js';
import type { JudgedOffer } from './judged-offer.js';
import { everywhere, inPlaces, placeKeys, placeKeysOf } from './place-conditions.js';
import type { PlainSearch } from './plain-reading.js';

interface Filed {
  id: string;
  words: readonly string[];
  trade: readonly string[];
  conditions: readonly Condition[];
  keys: readonly string[];
}

/** How many offers of a sample have a word: a search is filed under the word that brings it up least. */
export type Frequency = (word: string) => number;

/**
 * Saved searches by what an offer must have to answer them: the rarest of their words, else one of their places, else their
 * company, occupations or skills. An offer looks up its own words, places and codes, and checks the few searches it finds
 * there in full.
 */
export class Percolator {
  private readonly byKey = new Map<string, Filed[]>();
  private readonly byId = new Map<string, Filed>();
  private readonly conditions = new Map<string, Condition>();
  private readonly words = new Map<string, string>();

  constructor(
    private readonly gazetteer: Pick<Gazetteer, 'commune' | 'communesOfTerritory'>,
    private readonly frequency: Frequency,
  ) {}

  get size(): number {
    return this.byId.size;
  }

  /** In place of what was filed for this id before. */
  file(id: string, { words, trade, filter, places }: PlainSearch): void {
    this.forget(id);
    const conditions = conditionsOf(filter, this.conditions);
    if (places.length > 0) conditions.push(inPlaces(places, this.gazetteer, this.conditions));
    const once = (word: string): string => this.once(word);
    const keys = this.keysOf({ words, trade, filter, places }).map(once);
    const filed = { id, words: words.map(once), trade: trade.map(once), conditions, keys };
    this.byId.set(id, filed);
    for (const key of keys) {
      const bucket = this.byKey.get(key);
      if (bucket) bucket.push(filed);
      else this.byKey.set(key, [filed]);
    }
  }

  forget(id: string): void {
    const filed = this.byId.get(id);
    if (!filed) return;
    this.byId.delete(id);
    for (const key of filed.keys) {
      const bucket = this.byKey.get(key)!;
      const last = bucket.pop()!;
      if (last !== filed) bucket[bucket.indexOf(filed)] = last;
      if (bucket.length === 0) this.byKey.delete(key);
    }
  }

  /** The ids of the searches that the offer answers, each once. */
  answeredBy(offer: JudgedOffer): string[] {
    const found = new Set<string>();
    for (const key of keysOfOffer(offer)) {
      for (const filed of this.byKey.get(key) ?? []) {
        if (!found.has(filed.id) && answers(offer, filed)) found.add(filed.id);
      }
    }
    return [...found];
  }

  private keysOf({ words, filter, places }: PlainSearch): string[] {
    if (words.length > 0) return [`word ${this.rarest(words)}`];
    if (places.length > 0) return placeKeys(places, this.gazetteer);
    if (filter.companyId) return [`company ${filter.companyId.toLowerCase()}`];
    const codes = filter.occupationCodes?.length
      ? filter.occupationCodes.map((code) => `occupation ${code}`)
      : (filter.skillCodes ?? []).map((code) => `skill ${code}`);
    return codes.length > 0 ? [...new Set(codes)] : [everywhere];
  }

  /** Of words that no offer of the sample has, the longest. */
  private rarest(words: readonly string[]): string {
    return words.reduce((best, word) => {
      const difference = this.frequency(word) - this.frequency(best);
      return difference < 0 || (difference === 0 && word.length > best.length) ? word : best;
    });
  }

  /** A word of thousands of searches is kept once. */
  private once(word: string): string {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    this.words.set(word, word);
    return word;
  }
}

function keysOfOffer(offer: JudgedOffer): string[] {
  const { companyId, occupationCode, skillCodes } = offer.document;
  return [
    everywhere,
    ...Array.from(offer.words, (word) => `word ${word}`),
    ...placeKeysOf(offer),
    `company ${companyId}`,
    ...(occupationCode ? [`occupation ${occupationCode}`] : []),
    ...skillCodes.map((code) => `skill ${code}`),
  ];
}

const answers = (offer: JudgedOffer, { words, trade, conditions }: Filed): boolean =>
  words.every((word) => offer.words.has(word)) &&
  trade.every((word) => offer.trade.has(word)) &&
  conditions.every((condition) => condition(offer));
