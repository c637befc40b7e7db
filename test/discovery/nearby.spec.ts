import { jest } from '@jest/globals';
import { SearchEngine } from '../../src/indexing/search-engine.js';
import { SkillWords } from '../../src/skills/skill-words.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { distanceKm } from '../../src/territories/distance.js';
import { anOffer, anOwner, moveOffer } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let gazetteer: Gazetteer;
let owner: { token: string; companyId: string };

const oyonnax = '01283';
const lyon = '69123';

beforeAll(async () => {
  platform = await Platform.start('nearby');
  gazetteer = platform.app.get(Gazetteer);
  owner = await anOwner(platform);
}, 60_000);
beforeEach(async () => {
  await platform.db.query(
    'WITH gone AS (DELETE FROM offer RETURNING id) INSERT INTO outbox (kind, id) SELECT $1, id FROM gone',
    ['offer'],
  );
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => platform.stop());

const post = (title: string, communeCode: string, differs: object = {}) =>
  anOffer(platform, owner, { title, sites: [{ communeCode }], ...differs });

const NEARBY = `query ($words: String, $filter: OfferFilter, $first: Int, $page: Int) {
  searchOffers(words: $words, filter: $filter, first: $page) { totalCount nodes { title }
    nearby(first: $first) { kind label code totalCount offers { title } } } }`;
const search = async (args: object, language = 'fr') => {
  await platform.settled();
  return (await platform.ask(NEARBY, args, { language })).searchOffers;
};
const ofKind = (found: any, kind: string): any[] => found.nearby.filter((group: any) => group.kind === kind);
const titles = (group: any): string[] => group.offers.map(({ title }: any) => title).sort();

/** A commune so many kilometres from another one, in no place that the other is in. */
const communeAt = (code: string, from: number, until: number): string =>
  gazetteer
    .communesWithin(gazetteer.commune(code)!, until)
    .find(({ km, commune }) => km >= from && commune.population > 1_000)!.commune.code;

test('farther around a commune: the next wider circle, without what was found', async () => {
  await post('Soudeur à Oyonnax', oyonnax);
  await post('Soudeur à côté', communeAt(oyonnax, 12, 28));
  await post('Soudeur plus loin', communeAt(oyonnax, 40, 55));
  await post('Comptable à côté', communeAt(oyonnax, 12, 28));
  const places = [{ commune: { code: oyonnax, radiusKm: 5 } }];
  const found = await search({ words: 'soudeur', filter: { places } });
  expect(found.nodes).toEqual([{ title: 'Soudeur à Oyonnax' }]);
  expect(ofKind(found, 'AROUND')).toEqual([
    {
      kind: 'AROUND',
      label: 'À moins de 30 km d’Oyonnax',
      code: oyonnax,
      totalCount: 1,
      offers: [{ title: 'Soudeur à côté' }],
    },
  ]);
  const wider = await search(
    { words: 'soudeur', filter: { places: [{ commune: { code: oyonnax, radiusKm: 30 } }] } },
    'en',
  );
  expect(ofKind(wider, 'AROUND')).toMatchObject([{ label: 'Within 60 km of Oyonnax', totalCount: 1 }]);
});

test('the commune named in the words has surroundings too', async () => {
  await post('Soudeur à Oyonnax', oyonnax);
  await post('Soudeur à côté', communeAt(oyonnax, 12, 28));
  const found = await search({ words: 'soudeur oyonnax' });
  expect(found.totalCount).toBe(1);
  expect(titles(ofKind(found, 'AROUND')[0])).toEqual(['Soudeur à côté']);
});

test('neighbouring territories: those of today nearest by their centre, at most three within 80 km', async () => {
  const [own] = gazetteer.territoriesOf(oyonnax, platform.today());
  const near = gazetteer
    .territoriesOfGeneration(own!.generation)
    .filter(({ id }) => id !== own!.id)
    .map((territory) => ({ territory, km: distanceKm(own!.centre, territory.centre) }))
    .sort((one, other) => one.km - other.km)
    .slice(0, 4);
  const outside = (id: string) =>
    gazetteer
      .communesOfTerritory(id)
      .find(({ code }) => !gazetteer.communesOfTerritory(own!.id).some((one) => one.code === code))!;
  for (const { territory } of near) await post(`Soudeur ${territory.id}`, outside(territory.id).code);
  await post('Soudeur du territoire', oyonnax);
  const found = await search({
    words: 'soudeur',
    filter: { places: [{ territoryId: own!.id }], contractTypes: ['CDI'] },
  });
  expect(found.nodes).toEqual([{ title: 'Soudeur du territoire' }]);
  const groups = ofKind(found, 'NEIGHBOURING_TERRITORY');
  expect(groups.map(({ code }) => code)).toEqual(
    near
      .slice(0, 3)
      .filter(({ km }) => km <= 80)
      .map(({ territory }) => territory.id),
  );
  expect(groups[0].label).toBe(`Dans le territoire voisin : ${near[0]!.territory.name}`);
  const other = await search({
    words: 'soudeur',
    filter: { places: [{ territoryId: own!.id }], contractTypes: ['CDD'] },
  });
  expect(other.nearby).toEqual([]);
});

test('an offer with a site here and one there is told once, in what was found', async () => {
  const beside = communeAt(oyonnax, 12, 28);
  await anOffer(platform, owner, {
    title: 'Soudeur ici et là',
    sites: [{ communeCode: oyonnax }, { communeCode: beside }],
  });
  const places = [{ commune: { code: oyonnax, radiusKm: 5 } }];
  expect((await search({ words: 'soudeur', filter: { places } })).nearby).toEqual([]);
  expect((await search({ words: 'soudeur', filter: { places }, page: 0 })).nearby).toEqual([]);
});

test('related occupations, of the words or of the filter, in the places asked for', async () => {
  const [related] = await platform.app.get(SkillWords).relatedOccupations('H1502');
  await post('Pilote de la performance', oyonnax, { occupationCode: related });
  await post('Pilote ailleurs', lyon, { occupationCode: related });
  const places = [{ departmentCode: '01' }];
  const { labelFr } = (
    await platform.db.query('SELECT label_fr AS "labelFr" FROM occupation WHERE code = $1', [related])
  )[0];
  for (const args of [
    { words: 'directeur qualité', filter: { places } },
    { filter: { occupationCodes: ['H1502'], places } },
  ]) {
    const found = await search(args);
    expect(found.totalCount).toBe(0);
    expect(ofKind(found, 'RELATED_OCCUPATION')).toEqual([
      {
        kind: 'RELATED_OCCUPATION',
        label: `Métier proche : ${labelFr}`,
        code: related,
        totalCount: 1,
        offers: [{ title: 'Pilote de la performance' }],
      },
    ]);
  }
});

test('nothing is near a search that finds ten, or that asks for nothing in particular', async () => {
  for (let index = 0; index < 10; index += 1) await post(`Soudeur ${index}`, oyonnax);
  await post('Soudeur à côté', communeAt(oyonnax, 12, 28));
  const places = [{ commune: { code: oyonnax, radiusKm: 5 } }];
  expect((await search({ words: 'soudeur', filter: { places } })).nearby).toEqual([]);
  expect((await search({ words: 'zyxwvut' })).nearby).toEqual([]);
});

test('one request to the engine; closed offers are left out though the index is behind; the size is limited', async () => {
  const here = await post('Soudeur à Oyonnax', oyonnax);
  const beside = await post('Soudeur à côté', communeAt(oyonnax, 12, 28));
  await post('Soudeuse à côté', communeAt(oyonnax, 12, 28));
  const args = { words: 'soudeur', filter: { places: [{ commune: { code: oyonnax, radiusKm: 5 } }] }, first: 1 };
  await platform.settled();
  const asked = jest.spyOn(platform.app.get(SearchEngine), 'search');
  const found = await search(args);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(ofKind(found, 'AROUND')).toMatchObject([{ totalCount: 2, offers: [{}] }]);
  await platform.db.query(`UPDATE offer SET status = 'CLOSED' WHERE id = $1`, [beside.id]);
  expect(titles(ofKind(await search({ ...args, first: 5 }), 'AROUND')[0])).toEqual(['Soudeuse à côté']);
  for (const first of [0, 21]) {
    const { errors } = await platform.send(NEARBY, { ...args, first });
    expect(errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
  }
  await moveOffer(platform, owner.token, 'closeOffer', here.id);
});
