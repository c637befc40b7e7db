import { LRUCache } from 'lru-cache';
import { Wishes } from '../scoring/wishes.js';
import type { Weights } from '../scoring/weights.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceInput } from '../territories/place.input.js';
import type { Codes } from './codes.js';

/** Further than any place in France from another, in hectometres. */
export const farAway = 999_990;

/** The communes of offers that someone would work in, by their numbers, and what each is worth to them. */
export interface WishedCommunes {
  everywhere: boolean;
  /** The best first: with good offers found early, more of the others can be put aside at a glance. */
  communes: readonly number[];
  /** By the number of a commune: a fit, or below 0 for one that is not wished for. */
  fits: Int16Array;
  hectometres: Int32Array;
}

interface Worths {
  communes: number[];
  fits: number[];
  hectometres: number[];
  known: number;
}

/** Remembers what was worked out lately: people ask for page after page, and again after each change. */
export class WishedCommunesMemory {
  private readonly kept = new LRUCache<string, Worths>({
    maxSize: 500_000,
    sizeCalculation: ({ communes }) => communes.length + 1,
  });

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly communes: Codes,
  ) {}

  of(places: readonly PlaceInput[], weights: Weights): WishedCommunes {
    const size = this.communes.size;
    const fits = new Int16Array(size).fill(-1);
    const hectometres = new Int32Array(size).fill(farAway);
    const wishes = new Wishes(this.gazetteer, places, weights);
    if (wishes.everywhere) return { everywhere: true, communes: [], fits, hectometres };
    const worths = this.worths(`${weights.version} ${JSON.stringify(places)}`, wishes);
    for (const [at, commune] of worths.communes.entries()) {
      fits[commune] = worths.fits[at]!;
      hectometres[commune] = worths.hectometres[at]!;
    }
    return { everywhere: false, communes: worths.communes, fits, hectometres };
  }

  /** Worked out again when offers in new communes came since. */
  private worths(key: string, wishes: Wishes): Worths {
    const kept = this.kept.get(key);
    if (kept?.known === this.communes.size) return kept;
    const made: Worths = { communes: [], fits: [], hectometres: [], known: this.communes.size };
    const worths = [...wishes.communeWorths()].sort(([, one], [, other]) => other.fit - one.fit);
    for (const [code, { fit, km }] of worths) {
      const number = this.communes.known(code);
      if (number === undefined) continue;
      made.communes.push(number);
      made.fits.push(fit);
      made.hectometres.push(km === null ? farAway : Math.round(km * 10));
    }
    this.kept.set(key, made);
    return made;
  }
}
