import { conditionsOf } from './filter-conditions.js';
import type { JudgedOffer } from './judged-offer.js';
import { everywhere, inPlaces, placeKeys, placeKeysOf, type Places } from './place-conditions.js';
import type { PlainSearch } from './plain-reading.js';
import { type Requirement, Requirements } from './requirements.js';

interface Filed {
  id: string;
  /** Numbers of requirements; all must be met. */
  needs: readonly number[];
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
  private readonly requirements = new Requirements();

  constructor(
    private readonly gazetteer: Places,
    private readonly frequency: Frequency,
  ) {}

  get size(): number {
    return this.byId.size;
  }

  /** How many different questions all searches together ask. */
  get questions(): number {
    return this.requirements.size;
  }

  /** In place of what was filed for this id before. */
  file(id: string, search: PlainSearch): void {
    this.forget(id);
    const [asked, keys] = [requirementsOf(search, this.gazetteer), filedUnder(search, this.gazetteer, this.frequency)];
    const filed: Filed = { id, needs: asked.map((one) => this.requirements.numberOf(one)), keys };
    this.byId.set(id, filed);
    for (const key of filed.keys) {
      const bucket = this.byKey.get(key);
      if (bucket) bucket.push(filed);
      else this.byKey.set(key, [filed]);
    }
  }

  forget(id: string): void {
    const filed = this.byId.get(id);
    if (!filed) return;
    this.byId.delete(id);
    this.requirements.release(filed.needs);
    for (const key of filed.keys) {
      const bucket = this.byKey.get(key)!;
      const last = bucket.pop()!;
      if (last !== filed) bucket[bucket.indexOf(filed)] = last;
      if (bucket.length === 0) this.byKey.delete(key);
    }
  }

  /** The ids of the searches that the offer answers, each once. */
  answeredBy(offer: JudgedOffer): string[] {
    const meets = this.requirements.of(offer);
    const found: string[] = [];
    /** Only what is filed under several names can be met twice. */
    const met = new Set<string>();
    for (const key of lookedUpBy(offer)) {
      for (const { id, needs, keys } of this.byKey.get(key) ?? []) {
        if (!meets(needs) || (keys.length > 1 && met.has(id))) continue;
        if (keys.length > 1) met.add(id);
        found.push(id);
      }
    }
    return found;
  }
}

/** Places last: they are what takes longest to look at. */
const requirementsOf = ({ words, trade, filter, places }: PlainSearch, gazetteer: Places): Requirement[] => [
  ...trade.map((word): Requirement => ({ name: `trade ${word}`, holds: (offer) => offer.trade.has(word) })),
  ...words.map((word): Requirement => ({ name: `word ${word}`, holds: (offer) => offer.words.has(word) })),
  ...conditionsOf(filter),
  ...(places.length > 0 ? [inPlaces(places, gazetteer)] : []),
];

/** The names that a search is filed under: an offer that answers it looks one of them up. */
export function filedUnder({ words, filter, places }: PlainSearch, gazetteer: Places, frequency: Frequency): string[] {
  if (words.length > 0) return [`word ${rarest(words, frequency)}`];
  if (places.length > 0) return placeKeys(places, gazetteer);
  if (filter.companyId) return [`company ${filter.companyId.toLowerCase()}`];
  const codes = filter.occupationCodes?.length
    ? filter.occupationCodes.map((code) => `occupation ${code}`)
    : (filter.skillCodes ?? []).map((code) => `skill ${code}`);
  return codes.length > 0 ? [...new Set(codes)] : [everywhere];
}

/** Of words that no offer of the sample has, the longest. */
const rarest = (words: readonly string[], frequency: Frequency): string =>
  words.reduce((best, word) => {
    const difference = frequency(word) - frequency(best);
    return difference < 0 || (difference === 0 && word.length > best.length) ? word : best;
  });

export function lookedUpBy(offer: JudgedOffer): string[] {
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
