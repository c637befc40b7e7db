import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import { type Atlas, atlasOf } from './atlas.js';
import { CommuneCompletion } from './commune-completion.js';
import type { Near } from './commune-grid.js';
import type { LatLon } from './distance.js';
import type { CommuneFacts, DepartmentFacts, EpciFacts, RegionFacts } from './facts.js';
import { type TerritoryGeneration, territoryId } from './generation.js';
import { ReferenceFollower } from './reference-follower.js';
import { readReferenceTables, type ReferenceTables } from './reference-tables.js';
import { Crosswalks, type TerritoryCrosswalk } from './territory-crosswalk.js';
import type { TerritoryFacts } from './territory-facts.js';
import { farthestNeighbourKm, type Neighbour, Neighbourhood } from './territory-neighbours.js';

/**
 * Every place of France in memory, filled from PostgreSQL when the process starts and again when the reference data
 * change. Answers at once and never asks the database.
 */
@Injectable()
export class Gazetteer implements OnModuleInit {
  private readonly logger = new Logger(Gazetteer.name);
  private atlas: Atlas;
  private completion: CommuneCompletion;
  private neighbourhood: Neighbourhood;
  private crosswalks: Crosswalks;
  private readonly follower: ReferenceFollower;

  constructor(
    @InjectDataSource() db: DataSource,
    private readonly announcements: Announcements,
  ) {
    this.fill(nowhere);
    this.follower = new ReferenceFollower(db, async (tx) => {
      this.fill(await readReferenceTables(tx));
    });
  }

  onModuleInit(): Promise<void> {
    return this.follower.start(this.announcements, (error) => {
      this.logger.error('the places could not be read again; the earlier ones stay', error);
    });
  }

  /** Once it is done, nothing older is answered than what was committed when it was called. */
  refresh(): Promise<void> {
    return this.follower.refresh();
  }

  /** Takes the tables as they are; for commands and tests that have them already. */
  fill(tables: ReferenceTables): void {
    this.atlas = atlasOf(tables);
    this.completion = new CommuneCompletion(this.atlas);
    this.neighbourhood = new Neighbourhood(this.atlas);
    this.crosswalks = new Crosswalks(this.atlas);
  }

  /** Another object each time the gazetteer is filled: what was worked out from its places holds as long as it is the same. */
  get edition(): object {
    return this.atlas;
  }

  /** By the code of today or a former one: a merged or delegated commune, an arrondissement of Paris, Lyon or Marseille. */
  commune(code: string): CommuneFacts | undefined {
    const own = this.atlas.communes.get(code);
    if (own && !own.retired) return own;
    return this.atlas.communes.get(this.atlas.aliases.get(code) ?? '') ?? own;
  }

  communes(): Iterable<CommuneFacts> {
    return this.atlas.communes.values();
  }

  /** Names that communes had before they merged, folded, with the code of the commune of today. */
  formerNames(): Atlas['formerNames'] {
    return this.atlas.formerNames;
  }

  /** As one types: by name (accents, hyphens and apostrophes optional, former names too), postal code or INSEE code. */
  communesStartingWith(words: string, first: number): CommuneFacts[] {
    return this.completion.find(words, first);
  }

  /** Those whose centre lies within the radius, nearest first. */
  communesWithin(point: LatLon, km: number): Near[] {
    return this.atlas.grid.within(point, km);
  }

  communesOfDepartment(code: string): readonly CommuneFacts[] {
    return this.atlas.byDepartment.get(code) ?? [];
  }

  communesOfRegion(code: string): readonly CommuneFacts[] {
    return this.atlas.byRegion.get(code) ?? [];
  }

  communesOfEpci(siren: string): readonly CommuneFacts[] {
    return this.atlas.byEpci.get(siren) ?? [];
  }

  /** The communes of today that lie in it. */
  communesOfTerritory(id: string): readonly CommuneFacts[] {
    return this.atlas.byTerritory.get(id) ?? [];
  }

  communesOfCell(cell: string): readonly CommuneFacts[] {
    return this.atlas.grid.inCell(cell);
  }

  region(code: string): RegionFacts | undefined {
    return this.atlas.regions.get(code);
  }

  regions(): RegionFacts[] {
    return [...this.atlas.regions.values()];
  }

  department(code: string): DepartmentFacts | undefined {
    return this.atlas.departments.get(code);
  }

  departments(): DepartmentFacts[] {
    return [...this.atlas.departments.values()];
  }

  epci(siren: string): EpciFacts | undefined {
    return this.atlas.epcis.get(siren);
  }

  territory(id: string): TerritoryFacts | undefined {
    return this.atlas.territories.get(id);
  }

  territoryByCode(generation: TerritoryGeneration, code: string): TerritoryFacts | undefined {
    return this.atlas.territories.get(territoryId(generation, code));
  }

  /** In the order of their codes, without those that its list no longer has; with a region, those that have a commune in it. */
  territoriesOfGeneration(generation: TerritoryGeneration, regionCode?: string): TerritoryFacts[] {
    return [...this.atlas.territories.values()].filter(
      (territory) =>
        territory.generation === generation &&
        !territory.retired &&
        (!regionCode || territory.regionCodes.includes(regionCode)),
    );
  }

  /** Every one in force on that day (YYYY-MM-DD). */
  territoriesInForce(on: string): TerritoryFacts[] {
    return [...this.atlas.territories.values()].filter(
      ({ inForceFrom, inForceUntil, retired }) => !retired && inForceFrom <= on && on <= inForceUntil,
    );
  }

  /** The others of its generation within so many km (300 at the most), nearest first; from nearest commune to nearest commune. */
  neighbours(territoryId: string, { first = 10, withinKm = farthestNeighbourKm } = {}): readonly Neighbour[] {
    return this.neighbourhood
      .of(territoryId)
      .filter(({ km }) => km <= withinKm)
      .slice(0, first);
  }

  /** What it shares with territories of the other generation, and what became of it; undefined for an unknown id. */
  crosswalk(territoryId: string): TerritoryCrosswalk | undefined {
    return this.crosswalks.of(territoryId);
  }

  /**
   * Those in force on that day (YYYY-MM-DD) that the commune lies in; a former code is understood. On the days of one that
   * ended, the one that took it over since does not count yet.
   */
  territoriesOf(communeCode: string, on: string): TerritoryFacts[] {
    const code = this.commune(communeCode)?.code ?? '';
    const found = (this.atlas.territoriesOfCommune.get(code) ?? []).filter(
      ({ inForceFrom, inForceUntil, retired }) => !retired && inForceFrom <= on && on <= inForceUntil,
    );
    if (found.length < 2) return found;
    const firstEnd = found.map(({ inForceUntil }) => inForceUntil).sort()[0];
    return found.filter(({ inForceUntil }) => inForceUntil === firstEnd);
  }

  /** Of both generations, whatever the day; those too that their list no longer has, for people may have named them. */
  everyTerritoryOf(communeCode: string): readonly TerritoryFacts[] {
    return this.atlas.territoriesOfCommune.get(this.commune(communeCode)?.code ?? '') ?? [];
  }

  /** A well-formed code of an overseas collectivity or a foreign country, as against one that does not exist. */
  isOutsideFrance(code: string): boolean {
    return /^(97[578]|98[46789]|99[1-5])\d{2}$/.test(code);
  }
}

const nowhere: ReferenceTables = {
  regions: [],
  departments: [],
  epcis: [],
  communes: [],
  aliases: [],
  territories: [],
  members: [],
  territoryCommunes: [],
};
