import type { CandidateFacts, OfferFacts } from '../scoring/score-facts.js';
import type { SkillKnowledge } from '../scoring/skill-knowledge.js';
import type { Weights } from '../scoring/weights.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { PlaceInput } from '../territories/place.input.js';
import { type After, Best, meritOf } from './best.js';
import { CandidateRows } from './candidate-rows.js';
import { scanCandidates, type Taker } from './candidate-scan.js';
import { candidateTables } from './candidate-tables.js';
import { dayNumber } from './days.js';
import { OfferRows } from './offer-rows.js';
import { scanOffers } from './offer-scan.js';
import { offerTables } from './offer-tables.js';
import { rowFilter, type SaidFilter } from './row-filter.js';
import { uuidWords } from './uuids.js';
import { WishedCommunesMemory } from './wished-communes.js';

/** One of a ranking; km is that to a wished place it lies in, or far away. */
export interface Placed {
  id: string;
  tenths: number;
  /** The weight of what could be compared. */
  evidence: number;
  km: number;
}

export interface Found {
  ranked: Placed[];
  /** How many pass every gate. */
  total: number;
}

export interface OffersAsked {
  facts: CandidateFacts;
  places: readonly PlaceInput[];
  filter: SaidFilter;
  today: string;
  most: number;
  after: Placed | null;
}

export interface CandidatesAsked {
  offer: OfferFacts;
  /** Ids of candidates who are passed over. */
  without: readonly string[];
  today: string;
  most: number;
  after: Placed | null;
}

/** All that pass, visible or not, with at least so many tenths; not in order. */
export interface AboveAsked {
  offer: OfferFacts;
  today: string;
  tenths: number;
}

/** Open offers and candidates as typed columns, and the exact rankings over them. Knows no database. */
export class MatcherMemory {
  readonly offers: OfferRows;
  readonly candidates: CandidateRows;
  private readonly wished: WishedCommunesMemory;

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly knowledge: SkillKnowledge,
    expected: { offers: number; candidates: number },
  ) {
    this.offers = new OfferRows(expected.offers, knowledge.rarity, (code) => gazetteer.commune(code)?.code);
    this.candidates = new CandidateRows(expected.candidates, gazetteer);
    this.wished = new WishedCommunesMemory(gazetteer, this.offers.communes);
  }

  bestOffers({ facts, places, filter, today, most, after }: OffersAsked, weights: Weights): Found {
    const { offers: rows } = this;
    const best = new Best(rows.ids, most, afterOf(after));
    const total = scanOffers(
      {
        rows,
        facts,
        tables: offerTables(rows, facts, this.knowledge, weights),
        wished: this.wished.of(places, weights),
        weights,
        today: dayNumber(today),
        keeps: rowFilter(rows, this.gazetteer, filter, today),
      },
      best,
    );
    return { ranked: placed(rows.ids.name.bind(rows.ids), best), total };
  }

  bestCandidates({ offer, without, today, most, after }: CandidatesAsked, weights: Weights): Found {
    const { ids } = this.candidates;
    const best = new Best(ids, most, afterOf(after));
    const slots = new Set(without.map((id) => ids.slotOf(id)));
    const total = this.scan(offer, today, weights, true, slots, best);
    return { ranked: placed(ids.name.bind(ids), best), total };
  }

  candidatesAbove({ offer, today, tenths: floor }: AboveAsked, weights: Weights): Placed[] {
    const { ids } = this.candidates;
    const found: Placed[] = [];
    this.scan(offer, today, weights, false, new Set(), {
      floor,
      offer: (slot, tenths, evidence, hectometres) => {
        found.push({ id: ids.name(slot), tenths, evidence, km: hectometres / 10 });
      },
    });
    return found;
  }

  private scan(
    offer: OfferFacts,
    today: string,
    weights: Weights,
    visibleOnly: boolean,
    without: ReadonlySet<number>,
    taker: Taker,
  ): number {
    const { candidates: rows } = this;
    const tables = candidateTables(rows, offer, today, this.knowledge, weights);
    const worths = rows.places.worths(offer.communeCodes, weights);
    return scanCandidates({ rows, offer, tables, worths, weights, visibleOnly, without }, taker);
  }
}

const afterOf = (after: Placed | null): After | null =>
  after && {
    merit: meritOf(after.tenths, after.evidence),
    hectometres: Math.round(after.km * 10),
    id: uuidWords(after.id),
  };

const placed = (nameOf: (slot: number) => string, best: Best): Placed[] =>
  best.list().map(({ slot, hectometres, ...points }) => ({ id: nameOf(slot), ...points, km: hectometres / 10 }));
