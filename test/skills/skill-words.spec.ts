import type { DataSource } from 'typeorm';
import type { RequestContext } from '../../src/common/context.js';
import { fold } from '../../src/common/fold.js';
import { OccupationSkillsLoader, OccupationsLoader } from '../../src/skills/occupations.loader.js';
import type { Lexicon } from '../../src/skills/lexicon.js';
import { SkillWords } from '../../src/skills/skill-words.js';
import { SkillsLoader } from '../../src/skills/skills.loader.js';
import { noteLoaded } from '../../src/territories/reference-load.js';
import { lexiconOf, seededDatabase } from './skills-database.js';

let database: { db: DataSource; close: () => Promise<void> };
let words: SkillWords;
let lexicon: Lexicon;
beforeAll(async () => {
  database = await seededDatabase('words');
  words = new SkillWords(database.db);
  lexicon = await lexiconOf(database.db);
});
afterAll(() => database.close());

const recognised = (text: string): string[] =>
  lexicon.recognise(fold(text)).map(({ kind, code, words: said }) => `${kind} ${code} ${said}`);

test.each([
  ['ingénieur qualité', ['OCCUPATION H1527 ingenieur qualite']],
  ['alternance qualité Oyonnax', ['SKILL 118426 qualite']],
  ['Technicienne de maintenance', ['OCCUPATION I1304 technicienne de maintenance']],
  [
    'chargée de mission RSE bilan carbone',
    ['OCCUPATION M1413 chargee de mission rse', 'SKILL bilan-carbone bilan carbone'],
  ],
  ['AMDEC et GMAO', ['SKILL 122401 amdec', 'SKILL 119506 gmao']],
  ['acheteuse anglais', ['OCCUPATION M1101 acheteuse', 'SKILL 403110 anglais']],
  ['stage R&D', ['SKILL recherche-developpement r d']],
  ['norme iso9001', ['SKILL 122388 norme iso9001']],
  ['gestion des stocks', ['SKILL 495456 gestion des stocks']],
  ['de la le', []],
  ['', []],
])('in "%s"', (text, expected) => {
  expect(recognised(text)).toEqual(expected);
});

test('a name that is a skill and an occupation is recognised as both', () => {
  expect(
    lexicon
      .recognise('data analyst')
      .map(({ kind, code }) => `${kind} ${code}`)
      .sort(),
  ).toEqual(['OCCUPATION M1419', 'SKILL analyse-donnees']);
});

test('labels are in both languages, and where the words stand is said', () => {
  expect(lexicon.recognise('ingenieur en qualite parlant l anglais')).toEqual([
    expect.objectContaining({ label: expect.objectContaining({ en: 'Quality engineer' }), from: 0, until: 3 }),
    expect.objectContaining({ label: { fr: 'Anglais', en: 'English' }, from: 5, until: 6 }),
  ]);
});

test('the words of labels, terms and titles are known, others are not', () => {
  for (const word of ['soudure', 'amdec', 'technicien']) expect([word, lexicon.knows(word)]).toEqual([word, true]);
  for (const word of ['oyonnax', 'zzz', '']) expect([word, lexicon.knows(word)]).toEqual([word, false]);
});

test('a retired skill is no longer recognised, but its words stay for the offers that name it', async () => {
  const { db, close } = await seededDatabase('words_retired');
  const own = await lexiconOf(db);
  expect(own.recognise('amdec')).toHaveLength(1);
  await db.query(`UPDATE skill SET retired_on = current_date WHERE code = '122401'`);
  await own.refresh();
  expect(own.recognise('amdec')).toHaveLength(1);
  await db.transaction((tx) => noteLoaded(tx, 'skills seed', 'another'));
  await own.refresh();
  expect(own.recognise('amdec')).toEqual([]);
  expect(own.skillWords(['122401']).get('122401')?.[0]).toBe('AMDEC');
  await close();
});

test('the words of skills and occupations, label first, unknown codes left out', () => {
  const skills = lexicon.skillWords(['122401', 'kaizen', 'nothing-of-the-kind']);
  expect([...skills.keys()]).toEqual(['122401', 'kaizen']);
  expect(skills.get('122401')?.[0]).toBe('AMDEC');
  expect(skills.get('122401')).toEqual(expect.arrayContaining(['FMEA', 'AMDEC process']));
  const occupations = lexicon.occupationWords(['H1527', 'Z9999']);
  expect(occupations.get('H1527')?.[0]).toBe('Ingénieur / Ingénieure qualité en industrie');
  expect(occupations.get('H1527')).toContain('Ingénieur / Ingénieure qualité produit');
  expect(occupations.has('Z9999')).toBe(false);
});

test('no word of the tables is missing, and none comes twice', async () => {
  const rows = await database.db.query<{ code: string; words: string[] }[]>(
    `SELECT code, array_agg(DISTINCT word) AS words FROM (
       SELECT code, label_fr AS word FROM skill UNION ALL SELECT skill_code, term FROM skill_term UNION ALL
       SELECT code, label_fr FROM occupation UNION ALL SELECT occupation_code, title FROM occupation_title
     ) said GROUP BY code`,
  );
  const codes = rows.map(({ code }) => code);
  const inMemory = new Map([...lexicon.skillWords(codes), ...lexicon.occupationWords(codes)]);
  expect(inMemory.size).toBe(rows.length);
  for (const { code, words: said } of rows) expect([...inMemory.get(code)!].sort()).toEqual([...said].sort());
});

test('acceptable codes are the known ones and any number of the ROME', async () => {
  expect(await words.known(['113266', 'nope', '999999'])).toEqual(new Set(['113266']));
  expect(await words.acceptableSkillCodes(['kaizen', 'nope', '999999', '12'])).toEqual(new Set(['kaizen', '999999']));
});

test('without the ROME, related occupations are those that share core skills', async () => {
  expect(await words.relatedOccupations('H1527')).toContain('H1502');
  expect(await words.relatedOccupations('Z9999')).toEqual([]);
});

test('loaders answer in order, with a placeholder for a code that is unknown', async () => {
  const context = {} as RequestContext;
  const loader = new SkillsLoader(database.db);
  const [fmea, nope] = await Promise.all([loader.load(context, '122401'), loader.load(context, '999999')]);
  expect([fmea.labelFr, fmea.labelEn, fmea.known]).toEqual(['AMDEC', 'FMEA', true]);
  expect([nope.code, nope.labelFr, nope.known]).toEqual(['999999', '999999', false]);
  const unknown = await new OccupationsLoader(database.db).load(context, 'H9999');
  expect(unknown.labelFr).toBe('H9999');
  const skillsOf = new OccupationSkillsLoader(database.db);
  const [quality, nothing] = await Promise.all([skillsOf.load(context, 'H1527'), skillsOf.load(context, 'H9999')]);
  expect(quality.length).toBeGreaterThanOrEqual(8);
  expect(quality.slice(0, 6).map(({ code }) => code)).toContain('122388');
  expect(nothing).toEqual([]);
});
