import { fold } from '../common/fold.js';
import type { LatLon } from './distance.js';
import type { CommuneFacts, TerritoryMemberFacts } from './facts.js';
import type { TerritoryGeneration } from './generation.js';
import type { Row } from './reference-tables.js';
import type { Territory } from './territory.entity.js';

/** A Territoire d'industrie; a class, so that Query.node can tell it from other things. Shared by everyone: read only. */
export class TerritoryFacts {
  readonly id: string;
  readonly code: string;
  readonly generation: TerritoryGeneration;
  readonly name: string;
  readonly slug: string;
  /** The first and the last day on which it counts, YYYY-MM-DD. */
  readonly inForceFrom: string;
  readonly inForceUntil: string;
  /** Communes of the official list, as it counted them; some have merged since. */
  readonly communeCount: number;
  /** Whether it was in the list of the launch; null where that is not known. */
  readonly atLaunch: boolean | null;
  /** The day of the earliest list in which it was found. */
  readonly knownSince: string;
  /** No longer in the list; kept because people may have named it. */
  readonly retired: boolean;
  readonly members: readonly TerritoryMemberFacts[];
  /** The words of its name and of its members' names, folded. */
  readonly foldedWords: readonly string[];
  /** Those that hold most of its communes come first. */
  readonly departmentCodes: readonly string[];
  readonly regionCodes: readonly string[];
  /** Of its communes of today. */
  readonly population: number;
  /** Where its inhabitants live on average. */
  readonly centre: Readonly<LatLon>;

  constructor(row: Row<Territory>, members: readonly TerritoryMemberFacts[], communes: readonly CommuneFacts[]) {
    this.id = row.id;
    this.code = row.code;
    this.generation = row.generation;
    this.name = row.name;
    this.slug = row.slug;
    this.inForceFrom = row.inForceFrom;
    this.inForceUntil = row.inForceUntil;
    this.communeCount = row.listedCommunes;
    this.atLaunch = row.atLaunch;
    this.knownSince = row.knownSince;
    this.retired = row.retired;
    this.members = members;
    this.foldedWords = fold([row.name, ...members.map(({ name }) => name)].join(' ')).split(' ');
    this.departmentCodes = mostFirst(communes.map(({ departmentCode }) => departmentCode));
    this.regionCodes = mostFirst(communes.map(({ regionCode }) => regionCode));
    this.population = communes.reduce((sum, { population }) => sum + population, 0);
    this.centre = centreOf(communes);
  }
}

/** Weighted by inhabitants, so that it falls where people are and not on a mountain between two valleys. */
export function centreOf(communes: readonly CommuneFacts[]): LatLon {
  const weights = communes.map(({ population }) => Math.max(1, population));
  const total = Math.max(
    1,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const mean = (of: (commune: CommuneFacts) => number): number =>
    communes.reduce((sum, commune, at) => sum + of(commune) * weights[at]!, 0) / total;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

function mostFirst(codes: string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1)).map(([code]) => code);
}
