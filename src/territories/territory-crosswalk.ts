import type { Atlas } from './atlas.js';
import type { TerritoryFacts } from './territory-facts.js';

/** What became of a territory between the two generations, or of what it shares with one of the other. */
export const territoryChanges = [
  'CONTINUED',
  'EXTENDED',
  'REDUCED',
  'MERGED',
  'SPLIT',
  'RESHAPED',
  'MARGINAL',
  'NEW',
  'ENDED',
] as const;
export type TerritoryChange = (typeof territoryChanges)[number];

/** What two territories of different generations have in common, seen from one of them. */
export interface Passage {
  readonly territory: TerritoryFacts;
  readonly sharedPopulation: number;
  /** Of the inhabitants of the one it is seen from, from 0 to 1. */
  readonly share: number;
  /** Of the inhabitants of the other one, from 0 to 1. */
  readonly shareOfOther: number;
  readonly change: TerritoryChange;
}

export interface TerritoryCrosswalk {
  readonly change: TerritoryChange;
  /** Those of the other generation, the one with most inhabitants in common first. */
  readonly passages: readonly Passage[];
}

/** From here on a territory counts as whole, as mostly there, and as more than a few communes. */
const whole = 0.95;
const most = 0.5;
const some = 0.05;

interface Shared {
  before: TerritoryFacts;
  after: TerritoryFacts;
  population: number;
}

/** Both generations held against one another by the inhabitants of their communes of today; made once per atlas. */
export class Crosswalks {
  private pairs: ReadonlyMap<string, readonly Shared[]> | undefined;
  private readonly known = new Map<string, TerritoryCrosswalk>();

  constructor(private readonly atlas: Pick<Atlas, 'territories' | 'byTerritory' | 'territoriesOfCommune'>) {}

  of(territoryId: string): TerritoryCrosswalk | undefined {
    const territory = this.atlas.territories.get(territoryId);
    if (!territory) return undefined;
    let found = this.known.get(territoryId);
    if (!found) this.known.set(territoryId, (found = this.make(territory)));
    return found;
  }

  private make(territory: TerritoryFacts): TerritoryCrosswalk {
    this.pairs ??= this.everyPair();
    const isFirst = territory.generation === 'LAUNCH_2018_2022';
    const pairs = this.pairs.get(territory.id) ?? [];
    const passages = pairs
      .map((pair): Passage => {
        const other = isFirst ? pair.after : pair.before;
        return {
          territory: other,
          sharedPopulation: pair.population,
          share: share(pair, territory),
          shareOfOther: share(pair, other),
          change: this.changeOf(pair),
        };
      })
      .sort(
        (one, other) =>
          other.sharedPopulation - one.sharedPopulation || (one.territory.code < other.territory.code ? -1 : 1),
      );
    const counting = passages.filter(({ change }) => change !== 'MARGINAL');
    return { change: ofWhole(counting, isFirst), passages };
  }

  private changeOf(pair: Shared): TerritoryChange {
    const [ofBefore, ofAfter] = [share(pair, pair.before), share(pair, pair.after)];
    if (ofBefore >= whole && ofAfter >= whole) return 'CONTINUED';
    if (ofBefore < some && ofAfter < some) return 'MARGINAL';
    const into = (this.pairs!.get(pair.after.id) ?? []).filter((each) => share(each, each.before) >= most);
    if (into.length > 1 && into.includes(pair)) return 'MERGED';
    const outOf = (this.pairs!.get(pair.before.id) ?? []).filter((each) => share(each, each.after) >= most);
    if (outOf.length > 1 && outOf.includes(pair)) return 'SPLIT';
    if (ofBefore >= whole) return 'EXTENDED';
    return ofAfter >= whole ? 'REDUCED' : 'RESHAPED';
  }

  private everyPair(): Map<string, Shared[]> {
    const pairs = new Map<string, Shared>();
    for (const territories of this.atlas.territoriesOfCommune.values()) {
      for (const before of territories) {
        for (const after of territories) {
          if (before.generation !== 'LAUNCH_2018_2022' || after.generation === before.generation) continue;
          if (!before.retired && !after.retired)
            pairs.set(`${before.id} ${after.id}`, { before, after, population: 0 });
        }
      }
    }
    const byTerritory = new Map<string, Shared[]>();
    for (const pair of pairs.values()) {
      const later = new Set(this.atlas.byTerritory.get(pair.after.id));
      for (const commune of this.atlas.byTerritory.get(pair.before.id) ?? []) {
        if (later.has(commune)) pair.population += commune.population;
      }
      for (const { id } of [pair.before, pair.after]) byTerritory.set(id, [...(byTerritory.get(id) ?? []), pair]);
    }
    return byTerritory;
  }
}

const share = ({ population }: Shared, { population: all }: TerritoryFacts): number =>
  all === 0 ? 0 : population / all;

/** One word for the whole: that of its only passage, else the one that most of its inhabitants share. */
function ofWhole(passages: readonly Passage[], isFirst: boolean): TerritoryChange {
  const [largest] = passages;
  if (!largest) return isFirst ? 'ENDED' : 'NEW';
  return largest.change;
}
