import type { DataSource } from 'typeorm';
import type { RequestContext } from '../../src/common/context.js';
import { fold } from '../../src/common/fold.js';
import { OccupationSkillsLoader, OccupationsLoader } from '../../src/skills/occupations.loader.js';
import { SkillWords } from '../../src/skills/skill-words.js';
import { SkillsLoader } from '../../src/skills/skills.loader.js';
import { seededDatabase } from './skills-database.js';

let database: { db: DataSource; close: () => Promise<void> };
let words: SkillWords;
beforeAll(async () => {
  database = await seededDatabase('words');
  words = new SkillWords(database.db);
});
afterAll(() => database.close());

const recognised = async (text: string): Promise<string[]> =>
  (await words.recognise(fold(text))).map(({ kind, code, words: said }) => `${kind} ${code} ${said}`);

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
])('in "%s"', async (text, expected) => {
  expect(await recognised(text)).toEqual(expected);
});

test('a name that is a skill and an occupation is recognised as both', async () => {
  expect((await words.recognise('data analyst')).map(({ kind, code }) => `${kind} ${code}`).sort()).toEqual([
    'OCCUPATION M1419',
    'SKILL analyse-donnees',
  ]);
});

test('labels are in the language asked for', async () => {
  const english = await words.recognise('ingenieur qualite anglais', 'en');
  expect(english.map(({ label }) => label)).toEqual(['Quality engineer', 'English']);
});

test('the words of skills and occupations, label first, unknown codes left out', async () => {
  const skills = await words.wordsOf(['122401', 'kaizen', 'nothing-of-the-kind']);
  expect([...skills.keys()].sort()).toEqual(['122401', 'kaizen']);
  expect(skills.get('122401')?.[0]).toBe('AMDEC');
  expect(skills.get('122401')).toEqual(expect.arrayContaining(['FMEA', 'AMDEC process']));
  const occupations = await words.occupationWords(['H1527', 'Z9999']);
  expect(occupations.get('H1527')?.[0]).toBe('Ingénieur / Ingénieure qualité en industrie');
  expect(occupations.get('H1527')).toContain('Ingénieur / Ingénieure qualité produit');
  expect(occupations.has('Z9999')).toBe(false);
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
