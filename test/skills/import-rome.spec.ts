import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { DataSource } from 'typeorm';
import { silent } from '../../src/common/progress.js';
import { importRome } from '../../src/skills/import-rome.js';
import { UnusableRome } from '../../src/skills/rome-source.js';
import { loadSkillsSeed } from '../../src/skills/seed.js';
import { aRome } from './a-rome.js';
import { one, seededDatabase } from './skills-database.js';

let database: { db: DataSource; close: () => Promise<void> };
let db: DataSource;
const folders: string[] = [];
beforeEach(async () => {
  database = await seededDatabase('rome');
  db = database.db;
});
afterEach(() => database.close());
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rome-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const bytes = (files: Record<string, string>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));

const noChange = { added: 0, changed: 0, gone: 0 };

test('the ROME lands on the rows of the seed, whose synonyms, families and links stay', async () => {
  const report = await importRome(db, folderOf(aRome()), silent);
  expect(report).toMatchObject({ version: 'v460', malformed: [], complete: true });
  expect(report.read).toEqual({ occupations: 2, titles: 3, skills: 4, links: 5, moves: 1 });
  expect(report.changes.occupations).toEqual({ added: 1, changed: 1, gone: 0 });
  const [fmea] = await db.query(`SELECT * FROM skill WHERE code = '122401'`);
  expect(fmea).toMatchObject({
    source: 'rome',
    label_fr: 'Analyse AMDEC du ROME',
    label_en: 'FMEA',
    domain: 'quality',
  });
  expect(await one(db, `SELECT count(*)::int FROM skill_term WHERE skill_code = '122401' AND folded = 'amdec'`)).toBe(
    1,
  );
  const [kind] = await db.query(`SELECT kind FROM skill WHERE code = '300460'`);
  expect(kind).toEqual({ kind: 'SOFT_SKILL' });
  const links = await db.query(
    `SELECT skill_code, core, rome_core, source FROM occupation_skill WHERE occupation_code = 'H1527' AND rome_core IS NOT NULL
     ORDER BY skill_code`,
  );
  expect(links).toEqual([
    { skill_code: '122401', core: true, rome_core: false, source: 'seed' },
    { skill_code: '999001', core: true, rome_core: true, source: 'rome' },
  ]);
  const [occupation] = await db.query(`SELECT * FROM occupation WHERE code = 'Z1001'`);
  expect(occupation).toMatchObject({ green: 'STRATEGIC', digital: true, managerial: null, parent_code: 'H1527' });
  expect(await db.query('SELECT from_code, to_code, position FROM occupation_mobility')).toEqual([
    { from_code: 'H1527', to_code: 'Z1001', position: 2 },
  ]);
});

test('imported again it changes nothing; the seed loaded again undoes nothing', async () => {
  const folder = folderOf(aRome());
  await importRome(db, folder, silent);
  const state = async (): Promise<unknown> =>
    Promise.all(
      [
        'skill',
        'skill_term',
        'occupation',
        'occupation_title',
        'occupation_skill',
        'occupation_mobility',
        'reference_load',
      ].map((table) => one(db, `SELECT md5(string_agg(row::text, ' ' ORDER BY row::text)) FROM ${table} row`)),
    );
  const before = await state();
  const again = await importRome(db, folder, silent);
  expect(Object.values(again.changes)).toEqual([noChange, noChange, noChange, noChange, noChange]);
  await loadSkillsSeed(db, silent);
  expect(await state()).toEqual(before);
  await db.query(`UPDATE reference_load SET fingerprint = 'an older seed' WHERE name = 'skills seed'`);
  await loadSkillsSeed(db, silent);
  expect(((await state()) as unknown[]).slice(0, 6)).toEqual((before as unknown[]).slice(0, 6));
});

test('a malformed row is reported with its line, and the rest is imported', async () => {
  const files = aRome();
  const skills = files['referentiel_competence_v460.csv']!.split('\n');
  skills.splice(
    2,
    0,
    '"999101","Compétence","Il manque des colonnes"',
    '"999102","Compétence","Une "quote" au milieu","","","","Savoir-faire","Technique"',
    '"999103","Compétence","Une quote ouverte,"","","","Savoir-faire","Technique"',
    '"abc","Compétence","Un code qui n’en est pas un","","","","Savoir-faire","Technique"',
    '"999104","Compétence","","","","","Savoir-faire","Technique"',
  );
  const report = await importRome(
    db,
    folderOf({ ...files, 'referentiel_competence_v460.csv': skills.join('\n') }),
    silent,
  );
  expect(report.malformed.map(({ file, line }) => `${file}:${line}`)).toEqual(
    [3, 4, 5, 6, 7].map((line) => `referentiel_competence_v460.csv:${line}`),
  );
  expect(report.malformed.every(({ reason }) => reason.length > 10)).toBe(true);
  expect(report.complete).toBe(false);
  expect(report.read.skills).toBe(4);
  expect(await one(db, `SELECT count(*)::int FROM skill WHERE code IN ('122401', '300460', '999001')`)).toBe(3);
});

test('what a newer ROME no longer holds is retired and never deleted, and comes back when it does', async () => {
  await importRome(db, folderOf(aRome()), silent);
  const newer = Object.fromEntries(
    Object.entries(aRome()).map(([name, text]) => [
      name.replace('v460', 'v461'),
      text
        .split('\n')
        .filter((line) => !/999001|Z1001/.test(line))
        .join('\n'),
    ]),
  );
  const report = await importRome(db, folderOf({ ...aRome(), ...newer }), silent);
  expect(report.version).toBe('v461');
  expect([report.changes.skills.gone, report.changes.occupations.gone]).toEqual([1, 1]);
  const retired = `SELECT retired_on IS NOT NULL FROM`;
  expect(await one(db, `${retired} skill WHERE code = '999001'`)).toBe(true);
  expect(await one(db, `${retired} occupation WHERE code = 'Z1001'`)).toBe(true);
  expect(await one(db, `SELECT count(*)::int FROM occupation_skill WHERE skill_code = '999001'`)).toBe(0);
  await importRome(db, folderOf(aRome()), silent);
  expect(await one(db, `${retired} skill WHERE code = '999001'`)).toBe(false);
});

test('with a malformed row nothing is taken for gone', async () => {
  await importRome(db, folderOf(aRome()), silent);
  const files = aRome();
  files['referentiel_competence_v460.csv'] = files['referentiel_competence_v460.csv']!.replace('"999001",', '"999001,');
  const report = await importRome(db, folderOf(files), silent);
  expect(report.malformed).toHaveLength(1);
  expect(report.changes.skills.gone).toBe(0);
  expect(await one(db, `SELECT retired_on FROM skill WHERE code = '999001'`)).toBeNull();
});

test('gzip files, a zip with folders and official names, and the URL of a zip do as well', async () => {
  const zipped = folderOf(
    Object.fromEntries(Object.entries(aRome()).map(([name, text]) => [`${name}.gz`, gzipSync(text)])),
  );
  expect((await importRome(db, zipped, silent)).read.occupations).toBe(2);
  const official = Object.fromEntries(
    Object.entries(aRome()).map(([name, text]) => [`RefRomeCsv/unix_${name.replace('.csv', '_utf8.csv')}`, text]),
  );
  const zip = zipSync(bytes(official));
  const inFolder = folderOf({ 'rome.zip': zip });
  expect((await importRome(db, join(inFolder, 'rome.zip'), silent)).changes.skills).toEqual(noChange);
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/rome.zip' ? 200 : 404).end(zip);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    expect((await importRome(db, `${url}/rome.zip`, silent)).changes.titles).toEqual(noChange);
    await expect(importRome(db, `${url}/nothing.zip`, silent)).rejects.toThrow('404');
  } finally {
    server.close();
  }
  await expect(importRome(db, `${url}/rome.zip`, silent)).rejects.toThrow(UnusableRome);
});

test('what is not the ROME is refused with what is wrong, and nothing changes', async () => {
  const without = Object.fromEntries(Object.entries(aRome()).filter(([name]) => !name.startsWith('coherence')));
  const wrongColumns = { ...aRome(), 'referentiel_savoir_v460.csv': '"a","b"\n"1","2"\n' };
  const cases: [string, RegExp][] = [
    ['/nowhere/at/all', /n’existe pas/],
    [folderOf({ 'readme.txt': 'hello' }), /aucun fichier du ROME/],
    [folderOf(without), /coherence_item_v460\.csv/],
    [folderOf(wrongColumns), /referentiel_savoir_v460\.csv n’a pas la colonne/],
    [join(folderOf({ 'rome.zip': 'not a zip' }), 'rome.zip'), /n’est pas un zip lisible/],
    ['ftp://example.org/rome.zip', /http/],
  ];
  for (const [source, words] of cases) {
    const refused = importRome(db, source, silent);
    await expect(refused).rejects.toBeInstanceOf(UnusableRome);
    await expect(importRome(db, source, silent)).rejects.toThrow(words);
  }
  expect(await one(db, `SELECT count(*)::int FROM skill WHERE source = 'rome'`)).toBe(0);
});
