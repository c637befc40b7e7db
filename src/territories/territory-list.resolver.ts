import { Context, Extensions, Query, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AdminDoor } from '../audit/admin-door.js';
import type { RequestContext } from '../common/context.js';
import { Asks } from '../permissions/act.decorator.js';
import { generations } from './generation.js';
import { TerritoryListVersionType } from './territory-list.type.js';
import { shippedFile } from './territory-source.js';

const mostLists = 50;

/** Which lists are in force and which were, for administrators. */
@Resolver()
export class TerritoryListResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly door: AdminDoor,
  ) {}

  @Asks('territory.readLists')
  @Extensions({ mostItems: mostLists + generations.length })
  @Query(() => [TerritoryListVersionType], {
    description:
      'The lists of territories, for administrators: those that were imported, the last 50, latest first, then the shipped ones. UNAUTHENTICATED to strangers, FORBIDDEN to others.',
  })
  async territoryListVersions(@Context() context: RequestContext): Promise<TerritoryListVersionType[]> {
    await this.door.enter(context, 'territory.readLists', 'TerritoryList');
    const imported = await this.db.query<TerritoryListVersionType[]>(
      `SELECT number, generation, source, sha256, applied_at AS "appliedAt", applied_by AS "appliedBy",
         reverted_at AS "revertedAt",
         reverted_at IS NULL AND NOT EXISTS (
           SELECT FROM territory_list AS later
           WHERE later.generation = list.generation AND later.number > list.number AND later.reverted_at IS NULL
         ) AS "isInForce",
         (counts ->> 'territories')::int AS territories, (counts ->> 'communes')::int AS communes,
         (counts ->> 'newTerritories')::int AS "newTerritories", (counts ->> 'goneTerritories')::int AS "goneTerritories",
         (counts ->> 'communesAdded')::int AS "communesAdded", (counts ->> 'communesRemoved')::int AS "communesRemoved"
       FROM territory_list AS list ORDER BY number DESC LIMIT $1`,
      [mostLists],
    );
    const replaced = new Set(imported.filter(({ isInForce }) => isInForce).map(({ generation }) => generation));
    const shipped = generations.map((generation) => ({
      ...nothingKnown,
      ...shippedFile(generation),
      generation,
      isInForce: !replaced.has(generation),
    }));
    return [...imported, ...shipped];
  }
}

const nothingKnown = {
  number: null,
  appliedAt: null,
  appliedBy: null,
  revertedAt: null,
  communes: null,
  newTerritories: null,
  goneTerritories: null,
  communesAdded: null,
  communesRemoved: null,
};
