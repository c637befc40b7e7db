import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { AlertKeeper } from '../../src/alerts/alert-keeper.js';
import { AlertWriter } from '../../src/alerts/alert-writer.js';
import { Concerned } from '../../src/alerts/concerned.js';
import { OfferReader } from '../../src/alerts/offer-reader.js';
import { SavedSearchBook } from '../../src/alerts/saved-search-book.js';
import { Lexicon } from '../../src/skills/lexicon.js';
import { aCandidate, anOffer, anOwner, applyTo } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Nothing is lost and nothing told twice, whatever dies, comes late or happens at once. */
let platform: Platform;
let owner: { token: string; companyId: string };
let keeper: AlertKeeper;
let book: SavedSearchBook;
const clients: Client[] = [];

beforeAll(async () => {
  platform = await Platform.start('alert_keeper');
  owner = await anOwner(platform);
  keeper = platform.app.get(AlertKeeper, { strict: false });
  book = platform.app.get(SavedSearchBook, { strict: false });
}, 60_000);
afterEach(async () => {
  jest.restoreAllMocks();
  for (const client of clients.splice(0)) await client.end();
});
afterAll(() => platform.stop());

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: (platform.db.options as { url: string }).url });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

interface Queries {
  query(sql: string, values: unknown[]): Promise<unknown>;
}
const save = async (db: Queries, candidateId: string, words: string, filter: object = {}): Promise<void> => {
  await db.query(`INSERT INTO saved_search (candidate_id, name, words, filter) VALUES ($1, 'Recherche', $2, $3)`, [
    candidateId,
    words,
    JSON.stringify(filter),
  ]);
};
const toldOf = async (candidateId: string): Promise<string[]> =>
  (
    await platform.db.query<{ title: string }[]>(
      'SELECT offer_title AS title FROM alert WHERE candidate_id = $1 ORDER BY found_at, title',
      [candidateId],
    )
  ).map(({ title }) => title);
const due = async (): Promise<number> =>
  (await platform.db.query('SELECT count(*)::int AS count FROM alert_due'))[0].count;

test('a worker that dies while it writes leaves everything to do', async () => {
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'vannier');
  await anOffer(platform, owner, { title: 'Vannier' });
  const writer = platform.app.get(AlertWriter, { strict: false });
  const write = jest.spyOn(writer, 'write').mockImplementation(async (tx, found, now) => {
    write.mockRestore();
    await writer.write(tx, found, now);
    expect(await tx.query('SELECT 1 FROM alert WHERE candidate_id = $1', [id])).toHaveLength(1);
    const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
    await platform.db.query('SELECT pg_terminate_backend($1)', [pid]);
  });
  await expect(keeper.once()).rejects.toThrow();
  expect([await toldOf(id), await due()]).toEqual([[], 1]);
  await keeper.all();
  expect([await toldOf(id), await due()]).toEqual([['Vannier'], 0]);
});

test('one works at a time; whoever comes meanwhile finds nothing to do and waits for nobody', async () => {
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'sabotier');
  await anOffer(platform, owner, { title: 'Sabotier' });
  const other = await connect();
  await other.query('BEGIN');
  await other.query(`SELECT pg_advisory_xact_lock(hashtext('vte alerts'))`);
  expect([await keeper.once(), await due()]).toEqual([0, 1]);
  await other.query('ROLLBACK');
  expect((await Promise.all([keeper.once(), keeper.once(), keeper.once()])).sort()).toEqual([0, 0, 1]);
  expect(await toldOf(id)).toEqual(['Sabotier']);
});

test('a search whose transaction began early and commits late is not passed over', async () => {
  const { id } = await aCandidate(platform);
  const late = await connect();
  await late.query('BEGIN');
  await save(late, id, 'rempailleur');
  await save(platform.db, id, 'autre');
  await book.refresh();
  const size = book.size;
  await save(platform.db, id, 'encore');
  await book.refresh();
  await late.query('COMMIT');
  await book.refresh();
  expect(book.size).toBe(size + 2);
  await anOffer(platform, owner, { title: 'Rempailleur' });
  await keeper.all();
  expect(await toldOf(id)).toEqual(['Rempailleur']);
});

test('what is changed, deleted or erased is so in memory too', async () => {
  const [one, two] = [await aCandidate(platform), await aCandidate(platform)];
  await save(platform.db, one.id, 'luthier');
  await save(platform.db, two.id, 'luthier');
  await book.refresh();
  const size = book.size;
  await platform.db.query(`UPDATE saved_search SET words = 'facteur orgues' WHERE candidate_id = $1`, [one.id]);
  await platform.db.query('DELETE FROM candidate WHERE id = $1', [two.id]);
  await anOffer(platform, owner, { title: 'Luthier' });
  await anOffer(platform, owner, { title: 'Facteur d’orgues' });
  await keeper.all();
  expect([book.size, await toldOf(one.id)]).toEqual([size - 1, ['Facteur d’orgues']]);
});

test('what was deleted leaves the memory within a minute or two, also when no offer is opened', async () => {
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'vannier');
  await book.refresh();
  const size = book.size;
  await platform.db.query('DELETE FROM candidate WHERE id = $1', [id]);
  await book.keepUp();
  expect(book.size).toBe(size);
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  await book.keepUp();
  jest.spyOn(Date, 'now').mockRestore();
  expect(book.size).toBe(size - 1);
});

test('a search that can no longer be read stops nobody, and answers again when it can', async () => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'tonnelier', { places: [{ territoryId: 'GONE' }] });
  await save(platform.db, id, 'tonnelier merrandier');
  await anOffer(platform, owner, { title: 'Tonnelier' });
  await anOffer(platform, owner, { title: 'Tonnelier merrandier' });
  await keeper.all();
  expect(await toldOf(id)).toEqual(['Tonnelier merrandier']);
});

test('another reading of the reference data reads every search anew', async () => {
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'ferronnier');
  await book.refresh();
  const size = book.size;
  jest.spyOn(platform.app.get(Lexicon), 'edition', 'get').mockReturnValue({});
  await book.refresh();
  expect(book.size).toBe(size);
});

test('an offer that breaks keeps no other from being considered', async () => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'cordier');
  const broken = await anOffer(platform, owner, { title: 'Cordier cassé' });
  await anOffer(platform, owner, { title: 'Cordier' });
  const reader = platform.app.get(OfferReader, { strict: false });
  const open = reader.open.bind(reader);
  jest.spyOn(reader, 'open').mockImplementation(async (tx, ids) =>
    (await open(tx, ids)).map((one) =>
      one.offer.id === broken.id
        ? {
            ...one,
            sites: () => {
              throw new Error('no such place');
            },
          }
        : one,
    ),
  );
  await keeper.all();
  expect([await toldOf(id), await due()]).toEqual([['Cordier'], 0]);
});

test('many who apply while their alerts are written: nobody waits for ever', async () => {
  const candidates = await Promise.all(Array.from({ length: 6 }, () => aCandidate(platform)));
  for (const { id } of candidates) await save(platform.db, id, 'potier');
  for (let round = 0; round < 3; round += 1) {
    const offer = await anOffer(platform, owner, { title: `Potier ${round}` });
    const applied = candidates.map(({ token }) => applyTo(platform, token, offer.id));
    await Promise.all([keeper.all(), ...applied]);
    for (const one of await Promise.all(applied)) expect(one.__typename).toBe('Application');
  }
  await keeper.all();
  for (const { id } of candidates) expect(await toldOf(id)).toHaveLength(3);
});

test('whom an offer concerns, by what is committed now', async () => {
  const { id } = await aCandidate(platform);
  await save(platform.db, id, 'verrier');
  const { id: offerId } = await anOffer(platform, owner, { title: 'Verrier' });
  const reader = platform.app.get(OfferReader, { strict: false });
  const concerned = platform.app.get(Concerned, { strict: false });
  const of = async () => concerned.of((await reader.open(platform.db.manager, [offerId]))[0]!);
  expect(await of()).toMatchObject({ savedSearches: [expect.any(String)], candidates: [] });
  await platform.db.query('INSERT INTO alert_setting (candidate_id, profile_alerts, min_score) VALUES ($1, true, 1)', [
    id,
  ]);
  await platform.db.query(`UPDATE candidate SET skills = '[]', places = '[{"departmentCode":"01"}]' WHERE id = $1`, [
    id,
  ]);
  expect((await of()).candidates).toEqual([]);
  await platform.db.query('DELETE FROM saved_search WHERE candidate_id = $1', [id]);
  expect(await of()).toEqual({ savedSearches: [], candidates: [] });
});

test('a running keeper hears of a publication at once', async () => {
  const { id } = await aCandidate(platform);
  await keeper.start();
  await save(platform.db, id, 'horloger');
  await anOffer(platform, owner, { title: 'Horloger' });
  const until = Date.now() + 5_000;
  while ((await toldOf(id)).length === 0 && Date.now() < until) await new Promise((go) => setTimeout(go, 50));
  expect(await toldOf(id)).toEqual(['Horloger']);
});
