import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { Args, GraphQLModule, GraphQLSchemaHost, Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { printType } from 'graphql';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/clock.js';
import { CommonModule } from '../../src/common/common.module.js';
import { readConfig } from '../../src/common/config.js';
import { databaseOptions } from '../../src/database.js';
import { graphqlOptions } from '../../src/http/graphql.options.js';
import { createServer } from '../../src/http/server.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { noteLoaded } from '../../src/territories/reference-load.js';
import { PlaceInput } from '../../src/territories/place.input.js';
import { PlaceSet, resolvePlaces } from '../../src/territories/place-set.js';
import { TerritoriesModule } from '../../src/territories/territories.module.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

@Resolver()
class PlacesResolver {
  constructor(private readonly gazetteer: Gazetteer) {}

  @Query(() => [String])
  codesIn(@Args('places', { type: () => [PlaceInput] }) places: PlaceInput[]): string[] {
    const resolved = resolvePlaces(this.gazetteer, places, ['places']);
    return resolved instanceof PlaceSet ? [...resolved.communes.keys()] : resolved.map(({ path }) => path.join('.'));
  }
}

@Module({ imports: [TerritoriesModule], providers: [PlacesResolver] })
class PlacesModule {}

let database: TestDatabase;
let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  database = await testDatabase('territories_api');
  const config = readConfig({ NODE_ENV: 'test', RATE_LIMITS: 'off' });
  const imports = [
    CommonModule.with(config),
    TypeOrmModule.forRoot(databaseOptions(database.url, 4)),
    GraphQLModule.forRoot(graphqlOptions()),
    PlacesModule,
  ];
  app = await createServer({ module: class Root {}, imports }, config);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  app.get(Clock).now = () => new Date('2026-03-02T09:00:00Z');
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function send(query: string): Promise<{ data: any; errors?: any[] }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json() as Promise<{ data: any; errors?: any[] }>;
}

test('a commune with all that is known of it, by its code of today or before', async () => {
  const { data } = await send(`{
    commune(code: "01283") {
      code name postalCodes population centre { latitude longitude }
      department { code name region { code name } } epci { siren name }
      territories { name generation } before: territories(on: "2021-06-01") { generation } never: territories(on: "2018-11-21") { id }
    }
    former: commune(code: "69381") { name } nowhere: commune(code: "99999") { name } island: commune(code: "29155") { epci { siren } }
  }`);
  expect(data).toMatchObject({
    commune: {
      name: 'Oyonnax',
      postalCodes: ['01100'],
      department: { code: '01', name: 'Ain', region: { code: '84', name: 'Auvergne-Rhône-Alpes' } },
      territories: [{ generation: 'CURRENT_2023_2027' }],
      before: [{ generation: 'LAUNCH_2018_2022' }],
      never: [],
    },
    former: { name: 'Lyon' },
    nowhere: null,
    island: { epci: null },
  });
  expect(data.commune.centre.latitude).toBeCloseTo(46.26, 1);
  expect(data.commune.epci.siren).toMatch(/^\d{9}$/);
});

test('territories by generation and region, one by its code, and the same by its id', async () => {
  const { data } = await send(`{
    all: territories { id communeCount } launch: territories(generation: LAUNCH_2018_2022) { communeCount }
    some: territories(regionCode: "94") { regions { code } } none: territories(regionCode: "00") { id }
    current: territory(code: "ti-0101") { id name slug departments { code } population centre { latitude } }
    first: territory(code: "ti-0101", generation: LAUNCH_2018_2022) { id name }
    missing: territory(code: "ti-9999") { id }
    node(id: "CURRENT_2023_2027:ti-0101") { id __typename ... on Territory { name } }
    stranger: node(id: "CURRENT_2023_2027:ti-9999") { id }
  }`);
  expect([data.all.length, data.launch.length, data.none.length]).toEqual([183, 149, 0]);
  expect(data.some.every(({ regions }: any) => regions.some(({ code }: any) => code === '94'))).toBe(true);
  expect(data.current).toMatchObject({ name: 'Basse-Terre', slug: 'basse-terre', departments: [{ code: '971' }] });
  expect(data.first.name).toContain('Cap Excellence');
  expect(data.missing).toBeNull();
  expect(data.node).toEqual({ id: data.current.id, __typename: 'Territory', name: 'Basse-Terre' });
  expect(data.stranger).toBeNull();
});

test('communes as one types', async () => {
  const { data } = await send(`{ communes(startingWith: "st-naz", first: 2) { code name } }`);
  expect(data.communes[0]).toEqual({ code: '44184', name: 'Saint-Nazaire' });
  expect(data.communes).toHaveLength(2);
  const { errors } = await send(`{ communes(startingWith: "a", first: 51) { code } }`);
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('a place is exactly one field, and the schema says so', async () => {
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  expect(printType(schema.getType('PlaceInput')!)).toMatch(/^"""[^]*"""\ninput PlaceInput @oneOf \{/);
  const one = await send('{ codesIn(places: [{ commune: { code: "01283" } }]) }');
  expect(one.data.codesIn).toEqual(['01283']);
  const wrong = await send(
    '{ codesIn(places: [{ commune: { code: "01283", radiusKm: -1 } }, { departmentCode: "00" }]) }',
  );
  expect(wrong.data.codesIn).toEqual(['places.0.commune.radiusKm', 'places.1.departmentCode']);
  for (const place of ['{}', '{ departmentCode: "01", regionCode: "84" }', '{ departmentCode: null }']) {
    const { errors } = await send(`{ codesIn(places: [${place}]) }`);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  }
});

test('a change of the reference data reaches a running process', async () => {
  const gazetteer = app.get(Gazetteer, { strict: false });
  const db = app.get(DataSource, { strict: false });
  await db.transaction(async (tx) => {
    await tx.query(`UPDATE commune SET name = 'Oyonnax-la-Neuve' WHERE code = '01283'`);
    await noteLoaded(tx, 'territories', 'renamed');
    expect(gazetteer.commune('01283')?.name).toBe('Oyonnax');
  });
  for (let tries = 0; tries < 200 && gazetteer.commune('01283')?.name === 'Oyonnax'; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(gazetteer.commune('01283')?.name).toBe('Oyonnax-la-Neuve');
});
