import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { IndexWorker } from '../../src/indexing/index-worker.js';
import { anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Stands before the engine, and can cut it off or make it silent. */
class Gate {
  silent = false;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly target: URL) {}

  async open(): Promise<string> {
    this.silent = false;
    const server = createServer((client) => {
      this.sockets.add(client);
      client.on('close', () => this.sockets.delete(client)).on('error', () => undefined);
      const engine = connect(Number(this.target.port), this.target.hostname);
      engine.on('error', () => client.destroy()).on('close', () => client.destroy());
      client.on('data', (data) => this.silent || engine.write(data)).on('close', () => engine.destroy());
      engine.on('data', (data) => this.silent || client.write(data));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return `http://127.0.0.1:${this.port}`;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

const gate = new Gate(new URL(process.env['VTE_TEST_MEILI_URL']!));
let platform: Platform;
let owner: { token: string; companyId: string };
let before: { id: string; slug: string };

beforeAll(async () => {
  Logger.overrideLogger(false);
  platform = await Platform.start('engine_away', { MEILI_URL: await gate.open() });
  owner = await anOwner(platform);
  before = await anOffer(platform, owner, { title: 'Responsable lunetterie' });
  await platform.settled();
  await platform.app.get(IndexWorker).start();
}, 60_000);
afterAll(async () => {
  await platform.stop();
  await gate.cut();
});

const SEARCH = 'query ($words: String) { searchOffers(words: $words) { totalCount facets { name } } }';
const finds = async (words: string): Promise<number> => (await platform.ask(SEARCH, { words })).searchOffers.totalCount;

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const since = performance.now();
  return [await work(), performance.now() - since];
}

async function soon(milliseconds: number, holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + milliseconds;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > until) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ready = async (): Promise<{ status: number; body: any }> => {
  const response = await fetch(`${platform.url}/health/ready`);
  return { status: response.status, body: await response.json() };
};

/** What must go on while the engine is away. */
async function restWorks(title: string): Promise<void> {
  const { id } = await anOffer(platform, owner, { title });
  const { offer, commune, company } = await platform.ask(
    `query ($id: ID!, $company: ID!) { offer(id: $id) { title }
       company(id: $company) { openOffers { nodes { id } } }
       commune(code: "01283") { territories { openOffers { nodes { id } } } } }`,
    { id, company: owner.companyId },
  );
  expect(offer).toEqual({ title });
  for (const nodes of [company.openOffers.nodes, commune.territories[0].openOffers.nodes]) {
    expect(nodes).toEqual(expect.arrayContaining([{ id }, { id: before.id }]));
  }
}

async function searchFails(atMost: number): Promise<void> {
  const [{ data, errors }, took] = await timed(() => platform.send(SEARCH, { words: 'lunetterie' }));
  expect(errors).toHaveLength(1);
  expect(errors![0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify([data, errors])).not.toMatch(/127\.0\.0\.1|meili|ECONN|multi-search/i);
  expect(took).toBeLessThan(atMost);
}

test('cut off: searches fail at once and masked, health tells, all else works, and everything is found afterwards', async () => {
  expect(await finds('lunetterie')).toBe(1);
  await gate.cut();
  await searchFails(1_500);
  await restWorks('Responsable horlogerie');
  expect(await ready()).toEqual({
    status: 503,
    body: {
      status: 'unavailable',
      database: 'up',
      engine: 'down',
      drift: null,
      oldestMarkSeconds: expect.any(Number),
      parkedMarks: 0,
    },
  });
  expect((await fetch(`${platform.url}/health/live`)).status).toBe(200);
  await gate.open();
  await soon(8_000, async () => (await finds('horlogerie')) === 1 && (await finds('lunetterie')) === 1);
  await soon(3_000, async () => (await ready()).body.drift === 0);
}, 40_000);

test('silent: searches are given up in five seconds, health sooner, and all is found afterwards', async () => {
  gate.silent = true;
  await searchFails(7_000);
  const [{ status, body }, took] = await timed(ready);
  expect([status, body.engine, took < 4_000]).toEqual([503, 'down', true]);
  await restWorks('Responsable coutellerie');
  await gate.cut();
  await gate.open();
  await soon(40_000, async () => (await finds('coutellerie')) === 1);
}, 90_000);
