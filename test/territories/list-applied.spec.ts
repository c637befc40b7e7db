import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/clock.js';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { loadTerritories } from '../../src/territories/import-territories.js';
import { importTerritoryList, type ListCommand } from '../../src/territories/list-command.js';
import { readReferenceTables, type ReferenceTables } from '../../src/territories/reference-tables.js';
import { TerritoryLists } from '../../src/territories/territory-lists.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

/** Each list that is applied reads and writes some hundred thousand rows. */
jest.setTimeout(180_000);

const generation = 'CURRENT_2023_2027';
const clock = Object.assign(new Clock(), { now: () => new Date('2026-11-23T09:00:00Z') });
let database: TestDatabase;
let db: DataSource;
let folder: string;
let shipped: ReferenceTables;
let offers: string[];

beforeAll(async () => {
  database = await testDatabase('lists');
  db = await new DataSource(databaseOptions(database.url, 4)).initialize();
  folder = await mkdtemp(join(tmpdir(), 'vte-lists-'));
  shipped = await readReferenceTables(db);
  const [company] = await db.query<[{ id: string }]>(
    `INSERT INTO company (siret, siren, name, commune_code, verified_at) VALUES ('73282932000074', '732829320', 'Une', '01283', now()) RETURNING id`,
  );
  const rows = await db.query<{ id: string }[]>(
    `INSERT INTO offer (slug, company_id, status, title, description, mission_category, contract_type)
     SELECT code, $1, 'OPEN', 'Une', 'Une', 'PRODUCTION', 'CDI' FROM unnest('{97105,01283}'::text[]) AS code RETURNING id`,
    [company.id],
  );
  offers = rows.map(({ id }) => id);
  await db.query(
    `INSERT INTO offer_site (offer_id, position, commune_code) SELECT id, 0, slug FROM offer WHERE id = ANY ($1)`,
    [offers],
  );
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** The shipped list as a file, each row as `change` leaves it. */
async function listFile(change: (row: string[]) => string[] | null): Promise<string> {
  const names = new Map(shipped.territories.map(({ id, code, name }) => [id, [code, name]]));
  const rows = shipped.territoryCommunes
    .filter(({ territoryId }) => territoryId.startsWith(generation))
    .flatMap(({ territoryId, communeCode }) => [change([communeCode, ...names.get(territoryId)!])])
    .filter((row) => row !== null);
  const path = join(folder, 'liste.csv');
  await writeFile(path, ['code_insee;code_ti;nom_ti', ...rows.map((row) => row.join(';'))].join('\n'));
  return path;
}

/** Basse-Terre is taken out of the territory that bears its name, and Marne et Brie is no longer in the list. */
const changed = (): Promise<string> =>
  listFile(([commune, code, name]) => {
    if (code === 'ti-1106') return null;
    return commune === '97105' ? [commune, 'ti-0199', 'La Ville'] : [commune!, code!, name!];
  });

const run = (source: string | undefined, command: Partial<ListCommand> = {}): Promise<string> =>
  importTerritoryList(db, clock, source, { generation, ...command }, silent).then((lines) => lines.join('\n'));

const rows = async (sql: string): Promise<any[]> => db.query(sql);
const gone = `${generation}:ti-1106`;

async function gazetteer(): Promise<Gazetteer> {
  const filled = Object.create(Gazetteer.prototype) as Gazetteer;
  filled.fill(await readReferenceTables(db));
  return filled;
}

test('the list that is in force changes nothing, and what would change is only said without --apply', async () => {
  const same = await listFile((row) => row);
  expect(await run(same, { apply: true })).toContain('Rien ne change : rien n’a été écrit.');
  const said = await run(await changed());
  expect(said).toContain('+ ti-0199 La Ville : 1 commune, depuis ti-0101 Basse-Terre (100 %)');
  expect(said).toMatch(/Territoires sortants \(gone\) : 1\n {2}- ti-1106 /);
  expect(said).toContain('Offres ouvertes concernées (open offers concerned) : 1');
  expect(said).toContain('Rien n’a été écrit : ajoutez --apply');
  expect(await rows('SELECT * FROM territory_list')).toEqual([]);
  expect(await readReferenceTables(db)).toEqual(shipped);
});

test('applied, it is in force with a version, a note in the log and marks for the offers concerned; who was named stays', async () => {
  await db.query('TRUNCATE outbox');
  const [{ id: admin }] = await rows(
    `INSERT INTO account (email, password_hash, role) VALUES ('admin@example.com', 'x', 'ADMIN') RETURNING id`,
  );
  await db.query('INSERT INTO territory_manager (account_id, territory_id) VALUES ($1, $2)', [admin, gone]);
  const said = await run(await changed(), { apply: true, by: 'Admin@example.com' });
  expect(said).toContain('1 gestionnaires, 0 souhaits de lieu');
  expect(said).toContain('C’est appliqué.');
  expect(
    await rows('SELECT generation, source, length(sha256) AS sha, counts, applied_at, applied_by FROM territory_list'),
  ).toEqual([
    {
      generation,
      source: 'liste.csv',
      sha: 64,
      counts: expect.objectContaining({ territories: 183, newTerritories: 1, goneTerritories: 1 }),
      applied_at: clock.now(),
      applied_by: admin,
    },
  ]);
  expect(await rows('SELECT act, actor_id FROM audit_entry')).toEqual([
    { act: 'territory.importList', actor_id: admin },
  ]);
  expect(await rows('SELECT id FROM outbox')).toEqual([{ id: offers[0] }]);
  expect(await rows('SELECT territory_id FROM territory_manager')).toEqual([{ territory_id: gone }]);
  const places = await gazetteer();
  expect(places.territoriesOf('97105', '2026-11-23').map(({ name }) => name)).toEqual(['La Ville']);
  expect(places.territoriesOfGeneration(generation)).toHaveLength(183);
  expect(places.territory(gone)).toMatchObject({ retired: true });
  expect(places.communesOfTerritory(gone).length).toBeGreaterThan(0);
  expect(places.territoriesOf(places.communesOfTerritory(gone)[0]!.code, '2026-11-23')).toEqual([]);
  expect(places.territoriesOfGeneration('LAUNCH_2018_2022')).toHaveLength(149);
});

test('it is not written over at the next start, nor when everything is loaded afresh', async () => {
  const before = await readReferenceTables(db);
  await loadTerritories(db, silent);
  await db.query(`DELETE FROM reference_load WHERE name = 'territories'`);
  await loadTerritories(db, silent);
  expect(await readReferenceTables(db)).toEqual(before);
});

test('two that were compared with the same list do not both apply', async () => {
  const lists = new TerritoryLists(db, clock);
  const one = (await lists.prepareRevert(generation))!;
  expect(await lists.apply({ ...one, comparedWith: 999 }, null, silent)).toBe(false);
});

test('taken back, the shipped one is in force again as it was; the version is kept', async () => {
  expect(await run(undefined, { revert: true })).toContain('+ ti-1106');
  await run(undefined, { revert: true, apply: true });
  const { territories, ...others } = await readReferenceTables(db);
  expect(territories.filter(({ retired }) => !retired)).toEqual(shipped.territories);
  const kept = territories.filter(({ retired }) => retired).map(({ id }) => id);
  expect(kept).toEqual([`${generation}:ti-0199`]);
  expect(others.territoryCommunes.filter(({ territoryId }) => !kept.includes(territoryId))).toEqual(
    shipped.territoryCommunes,
  );
  expect(await rows('SELECT reverted_at IS NOT NULL AS back FROM territory_list')).toEqual([{ back: true }]);
  expect(await run(undefined, { revert: true })).toContain('La liste livrée avec le produit est déjà en vigueur.');
});

test('names may be exchanged, and a day from which a list counts keeps what was before', async () => {
  const exchange: Record<string, string> = { 'ti-0101': 'Cap Excellence', 'ti-0102': 'Basse-Terre' };
  const path = await listFile(([commune, code, name]) =>
    code === 'ti-1106' ? null : [commune!, code!, exchange[code!] ?? name!],
  );
  await run(path, { apply: true, from: '2026-07-01' });
  expect(
    await rows(`SELECT code, slug FROM territory WHERE id LIKE '${generation}:ti-010_' ORDER BY id LIMIT 2`),
  ).toEqual([
    { code: 'ti-0101', slug: 'cap-excellence' },
    { code: 'ti-0102', slug: 'basse-terre' },
  ]);
  const places = await gazetteer();
  const [commune] = places.communesOfTerritory(gone);
  const on = (day: string): string[] => places.territoriesOf(commune!.code, day).map(({ id }) => id);
  expect([on('2026-06-30'), on('2026-07-01')]).toEqual([[gone], []]);
});

test('what the command cannot do is said in words', async () => {
  const path = join(folder, 'fautes.csv');
  await writeFile(path, 'code_insee;code_ti;nom_ti\n01283;ti-8414;Un\n99999;ti-8414;Un\n01004;ti-8414;Deux\n');
  await expect(run(path)).rejects.toThrow(
    /2 lignes ne peuvent pas être reprises[^]*ligne 3 : [^]*ligne 4 : [^]*--leave-out/,
  );
  expect(await run(path, { leaveOut: '3,4' })).toContain('Lignes laissées de côté (lines left out)');
  await expect(run(path, { leaveOut: 'x' })).rejects.toThrow('des numéros de lignes');
  await expect(run(path, { generation: '2023' })).rejects.toThrow('LAUNCH_2018_2022 ou CURRENT_2023_2027');
  await expect(run(path, { from: '2022-01-01' })).rejects.toThrow('n’est pas un jour entre');
  await expect(run(path, { from: '2026-02-30' })).rejects.toThrow('n’est pas un jour entre');
  await expect(run(path, { from: '2026-02-02', until: '2026-01-01' })).rejects.toThrow('--from vient après --until');
  await expect(run(path, { by: 'personne@example.com' })).rejects.toThrow('n’a pas de compte d’administration');
  await expect(run(undefined)).rejects.toThrow('Il faut un fichier');
});
