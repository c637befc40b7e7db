import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { parse } from 'yaml';
import { configNames } from '../../src/common/config.js';
import { testDatabase } from '../support/database.js';

interface Service {
  image: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  restart: string;
  read_only?: boolean;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const { services } = compose;
const ours = ['api', 'worker', 'migrate'] as const;

/** The names in `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
const variables = [...text.matchAll(/\$\{([A-Z_]+)(:[-?][^}]*)?\}/g)].map(([, name, rest]) => ({
  name: name!,
  rest: rest ?? '',
}));

describe('docker-compose.yml', () => {
  it('has the two engines, the API, the worker and the migration, and nothing else', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'meilisearch', 'migrate', 'postgres', 'worker']);
    for (const name of ours) expect(services[name]).toMatchObject({ build: '.', read_only: true });
  });

  it('takes the engines from their official images at a fixed version', () => {
    expect(services['postgres']!.image).toMatch(/^postgres:18(\.\d+)?$/);
    expect(services['meilisearch']!.image).toBe('getmeili/meilisearch:v1.21.0');
  });

  it('publishes the port of the API only', () => {
    const published = Object.entries(services).filter(([, service]) => service.ports !== undefined);
    expect(published.map(([name, { ports }]) => [name, ports])).toEqual([['api', ['${PORT:-4000}:4000']]]);
    expect(text).not.toMatch(/network_mode|privileged|docker\.sock/);
  });

  it('keeps the data of both engines and the files of people in volumes that it declares', () => {
    expect(services['postgres']!.volumes).toEqual(['postgres-data:/var/lib/postgresql']);
    expect(services['meilisearch']!.volumes).toEqual(['meilisearch-data:/meili_data']);
    for (const name of ['api', 'worker']) {
      expect(services[name]).toMatchObject({ volumes: ['files:/files'], environment: { FILES_DIR: '/files' } });
    }
    const used = Object.values(services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]!));
    expect(Object.keys(compose.volumes).sort()).toEqual([...new Set(used)].sort());
  });

  it('checks the health of every service that stays, and starts each after what it needs', () => {
    for (const [name, service] of Object.entries(services)) {
      if (name === 'migrate') continue;
      expect([name, service.healthcheck?.test[0], service.restart]).toEqual([name, 'CMD', 'unless-stopped']);
    }
    expect(services['migrate']!.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const name of ['api', 'worker']) {
      expect(services[name]!.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        meilisearch: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
    }
  });

  it('writes down no secret, and refuses to start without one', () => {
    for (const { name, rest } of variables) {
      if (/PASSWORD|KEY|SECRET|TOKEN/.test(name)) expect([name, rest.slice(0, 2)]).toEqual([name, ':?']);
    }
    for (const { environment } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|KEY|SECRET|TOKEN/.test(name)) expect(value).toMatch(/^\$\{[A-Z_]+:\?[^}]+\}$/);
        expect(value).not.toMatch(/:\/\/[^$]*:[^$]*@/);
      }
    }
  });

  it('uses no variable that .env.example does not explain, and sets none that the platform does not know', () => {
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    expect(variables.map(({ name }) => name).filter((name) => !explained.includes(name))).toEqual([]);
    for (const name of ours) {
      expect(Object.keys(services[name]!.environment).filter((each) => !configNames.includes(each))).toEqual([]);
    }
  });
});

describe('the health check of the worker', () => {
  it('passes while changes are taken and fails when one has waited two minutes', async () => {
    const [, command, ...args] = services['worker']!.healthcheck!.test;
    expect(command).toBe('node');
    const { url, drop } = await testDatabase('worker_health');
    const check = (): number | null =>
      spawnSync(process.execPath, args, { env: { DATABASE_URL: url }, timeout: 20_000 }).status;
    const client = new Client({ connectionString: url });
    await client.connect();
    expect(check()).toBe(0);
    await client.query(`INSERT INTO outbox (kind, id) VALUES ('offer', gen_random_uuid())`);
    expect(check()).toBe(0);
    await client.query(`UPDATE outbox SET marked_at = now() - interval '3 minutes'`);
    expect(check()).toBe(1);
    await client.end();
    await drop();
    expect(check()).toBe(1);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const allowed = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1));

  it('copies what exists and what reaches it', () => {
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
    expect(allowed.filter((path) => !copied.includes(path))).toEqual([]);
  });

  it('builds on an image with a version and does not run as root', () => {
    for (const from of lines.filter((line) => line.startsWith('FROM ')))
      expect(from).toMatch(/^FROM node:\d+-\w+-slim( AS build)?$/);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('COPY ')));
  });

  it('starts programs that are built from sources that exist', () => {
    const commands = Object.values(services).flatMap(({ command = [] }) => command.join(' '));
    const programs = [...commands.join(' ').matchAll(/dist\/(src\/\w+)\.js/g)].map(([, path]) => `${path}.ts`);
    expect(new Set(programs)).toEqual(new Set(['src/main.ts', 'src/worker.ts', 'src/cli.ts']));
    expect(programs.filter((path) => !existsSync(path))).toEqual([]);
  });
});

it('.ci/run can be run', () => {
  expect(statSync('.ci/run').mode & 0o111).toBe(0o111);
});
