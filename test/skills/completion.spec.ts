import type { DataSource } from 'typeorm';
import { SkillCompletion } from '../../src/skills/completion.js';
import { seededDatabase } from './skills-database.js';

let database: { db: DataSource; close: () => Promise<void> };
let completion: SkillCompletion;
beforeAll(async () => {
  database = await seededDatabase('completion');
  completion = new SkillCompletion(database.db);
});
afterAll(() => database.close());

const skills = async (typed: string, first = 5): Promise<string[]> =>
  (await completion.skills(typed, first)).map(({ labelFr }) => labelFr);
const occupations = async (typed: string, first = 5): Promise<string[]> =>
  (await completion.occupations(typed, first)).map(({ code }) => code);

test.each([
  ['GMAO', 'GMAO'],
  ['cmms', 'GMAO'],
  ['fmea', 'AMDEC'],
  ['amd', 'AMDEC'],
  ['analyse des modes de defaillance', 'AMDEC'],
  ['qualite', 'Management de la qualité'],
  ['anglais', 'Anglais'],
  ['english', 'Anglais'],
  ['iso 14', 'ISO 14001'],
  ['ISO14001', 'ISO 14001'],
  ['5s', '5S'],
  ['power b', 'Power BI'],
  ['eco conception', 'Écoconception'],
  ['écoconception', 'Écoconception'],
  ['r&d', 'Recherche et développement (R&D)'],
  ['c++', 'C et C++'],
  ['bilan carb', 'Bilan carbone'],
  ['carbone bilan', 'Bilan carbone'],
  ['pgi', 'ERP (progiciel de gestion intégré)'],
  ['solidwork', 'SolidWorks'],
  ['solidwroks', 'SolidWorks'],
  ['metrolgie', 'Métrologie'],
  ['mainteance', 'Maintenance préventive'],
  ['kaisen', 'Kaizen'],
])('skills: %s gives %s first', async (typed, label) => {
  expect((await skills(typed))[0]).toBe(label);
});

test.each([
  ['technicienne maintenance', 'I1304'],
  ['maintenance technicien', 'I1304'],
  ['acheteuse', 'M1101'],
  ['bras droit', 'M1302'],
  ['chargee de mission rse', 'M1413'],
  ['ingenieur qualite', 'H1527'],
  ['Ingénieure méthodes', 'H1402'],
  ['responsable QSE', 'H1523'],
  ['h1402', 'H1402'],
  ['data anal', 'M1419'],
  ['controleuse de gestion', 'M1204'],
  ['ingenieur metodes', 'H1402'],
  ['welder', 'H2913'],
  ['quality engin', 'H1527'],
])('occupations: %s gives %s first', async (typed, code) => {
  expect((await occupations(typed))[0]).toBe(code);
});

test('nothing is suggested for nothing, for signs alone, or for words of nowhere', async () => {
  expect(await skills('')).toEqual([]);
  expect(await skills(' % _ ')).toEqual([]);
  expect(await skills('zzxxqqww')).toEqual([]);
  expect(await skills('qualite', 0)).toEqual([]);
  expect(await occupations("'; DROP TABLE skill; --")).toEqual([]);
});

test('as many as asked for, none twice, and fast enough to follow the fingers', async () => {
  const many = await skills('ge', 50);
  expect(many.length).toBe(new Set(many).size);
  expect(many.length).toBeGreaterThan(20);
  expect(await skills('gestion', 3)).toHaveLength(3);
  const started = performance.now();
  for (const typed of ['g', 'ge', 'ges', 'gest', 'gestion de pro']) await completion.skills(typed, 10);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('a retired skill is not suggested', async () => {
  await database.db.query(`UPDATE skill SET retired_on = current_date WHERE code = 'kaizen'`);
  expect(await skills('kaizen')).not.toContain('Kaizen');
  await database.db.query(`UPDATE skill SET retired_on = NULL WHERE code = 'kaizen'`);
});
