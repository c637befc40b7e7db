import { aCandidate, anOwner, saveProfile, signUp, skillCodes } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let candidate: { token: string; id: string };

beforeAll(async () => {
  platform = await Platform.start('candidates');
});
beforeEach(async () => {
  platform.travelTo('2026-09-01T10:00:00Z');
  candidate = await aCandidate(platform);
});
afterAll(() => platform.stop());

const save = (input: object) => saveProfile(platform, candidate.token, input);
const paths = (refusal: any): string[] => refusal.problems.map(({ path }: any) => path.join('.')).sort();

const READ = `{ viewer { candidate { firstName studyLevel skills { level skill { code label } } profile { lastName school diplomaOn
  contractTypes missionCategories availableFrom salaryAtLeast remoteWork visibleSince occupations { code label }
  places { commune { code } point { latitude longitude } radiusKm department { code } region { code } epci { siren }
    territory { id } } } } } }`;
const read = async () => (await platform.ask(READ, {}, { token: candidate.token })).viewer.candidate;

async function fullProfile(): Promise<Record<string, any>> {
  const [one, other] = await skillCodes(platform, 'AMDEC', 'GMAO');
  return {
    firstName: 'Lina',
    lastName: 'Martin',
    school: 'INSA  de Lyon',
    studyLevel: 'BAC_5',
    diplomaOn: '2026-06-30',
    skills: [{ code: one, level: 'MASTERED' }, { code: other }],
    places: [{ departmentCode: '01' }],
    contractTypes: ['CDI', 'CDD'],
    missionCategories: ['PRODUCTION'],
    occupationCodes: ['H1502', 'Z9999'],
    availableFrom: '2026-10-01',
    salaryAtLeast: 32_000,
    remoteWork: ['PARTIAL'],
    visibleToCompanies: true,
  };
}

test('a candidate has an empty profile from the first look', async () => {
  const { token } = await signUp(platform, 'CANDIDATE');
  const ask = async () =>
    (await platform.ask(`{ viewer { candidate { id skills { level } } } }`, {}, { token })).viewer.candidate;
  const looks = await Promise.all([ask(), ask(), ask()]);
  expect(new Set(looks.map(({ id }) => id)).size).toBe(1);
  const { token: company } = await anOwner(platform);
  expect(await platform.ask(READ, {}, { token: company })).toEqual({ viewer: { candidate: null } });
});

test('everything said is read again', async () => {
  const said = await fullProfile();
  await save(said);
  expect(await read()).toMatchObject({
    firstName: 'Lina',
    studyLevel: 'BAC_5',
    skills: [
      { level: 'MASTERED', skill: { code: said['skills'][0].code } },
      { level: 'PRACTISED', skill: { code: said['skills'][1].code } },
    ],
    profile: {
      lastName: 'Martin',
      school: 'INSA de Lyon',
      diplomaOn: '2026-06-30',
      contractTypes: ['CDI', 'CDD'],
      missionCategories: ['PRODUCTION'],
      occupations: [{ code: 'H1502' }, { code: 'Z9999', label: 'Z9999' }],
      availableFrom: '2026-10-01',
      salaryAtLeast: 32_000,
      remoteWork: ['PARTIAL'],
      visibleSince: '2026-09-01T10:00:00.000Z',
    },
  });
});

test('what is left out stays, null empties, field by field', async () => {
  const said = await fullProfile();
  await save(said);
  const full = await read();
  await save({});
  expect(await read()).toEqual(full);
  await save({ firstName: 'Léa' });
  expect(await read()).toEqual({ ...full, firstName: 'Léa' });
  for (const field of Object.keys(said)) {
    await save(said);
    await save({ [field]: null });
    const emptied = await read();
    const differing = [
      ...Object.keys(full).filter(
        (key) => key !== 'profile' && JSON.stringify(full[key]) !== JSON.stringify(emptied[key]),
      ),
      ...Object.keys(full.profile).filter(
        (key) => JSON.stringify(full.profile[key]) !== JSON.stringify(emptied.profile[key]),
      ),
    ];
    expect(differing).toEqual([{ visibleToCompanies: 'visibleSince', occupationCodes: 'occupations' }[field] ?? field]);
  }
});

test('two saves at once lose nothing of each other', async () => {
  await Promise.all([
    save({ firstName: 'Anne' }),
    save({ lastName: 'Durand' }),
    save({ studyLevel: 'BAC_2' }),
    save({ salaryAtLeast: 25_000 }),
  ]);
  expect(await read()).toMatchObject({
    firstName: 'Anne',
    studyLevel: 'BAC_2',
    profile: { lastName: 'Durand', salaryAtLeast: 25_000 },
  });
});

test('consent is dated, keeps its first date, and can be withdrawn and given again', async () => {
  const visibleSince = async () => (await read()).profile.visibleSince;
  expect(await visibleSince()).toBeNull();
  await save({ visibleToCompanies: true });
  platform.travelTo('2026-09-02T10:00:00Z');
  await save({ visibleToCompanies: true });
  await save({ firstName: 'Lina' });
  expect(await visibleSince()).toBe('2026-09-01T10:00:00.000Z');
  await save({ visibleToCompanies: false });
  expect(await visibleSince()).toBeNull();
  await save({ visibleToCompanies: true });
  expect(await visibleSince()).toBe('2026-09-02T10:00:00.000Z');
});

test('places of every kind are read again, duplicates fold, former codes show the commune of today', async () => {
  const { commune } = await platform.ask('{ commune(code: "01283") { epci { siren } territories { id } } }');
  const [territory] = commune.territories;
  const none = {
    commune: null,
    point: null,
    radiusKm: null,
    department: null,
    region: null,
    epci: null,
    territory: null,
  };
  await save({
    places: [
      { commune: { code: '01283' } },
      { commune: { code: '75111', radiusKm: 30.5 } },
      { point: { latitude: 46.25, longitude: 5.65, radiusKm: 10 } },
      { departmentCode: '2A' },
      { regionCode: '84' },
      { epciSiren: commune.epci.siren },
      { territoryId: territory.id },
      { departmentCode: '2A' },
    ],
  });
  expect((await read()).profile.places).toEqual([
    { ...none, commune: { code: '01283' } },
    { ...none, commune: { code: '75056' }, radiusKm: 30.5 },
    { ...none, point: { latitude: 46.25, longitude: 5.65 }, radiusKm: 10 },
    { ...none, department: { code: '2A' } },
    { ...none, region: { code: '84' } },
    { ...none, epci: { siren: commune.epci.siren } },
    { ...none, territory: { id: territory.id } },
  ]);
});

test('what is not acceptable is told by its path, and nothing is stored', async () => {
  await save({ firstName: 'Lina' });
  const [known] = await skillCodes(platform, 'AMDEC');
  const refused = await save({
    firstName: 'x'.repeat(101),
    skills: [{ code: known }, { code: known }, { code: 'no-such-skill' }],
    places: [
      { departmentCode: '01' },
      { commune: { code: '98818' } },
      { territoryId: 'nowhere' },
      { commune: { code: '01283', radiusKm: 0 } },
    ],
    occupationCodes: ['H1502', 'soudeur'],
    diplomaOn: '1949-01-01',
    availableFrom: '2039-01-01',
    salaryAtLeast: -1,
  });
  expect(refused.__typename).toBe('InvalidInput');
  expect(paths(refused)).toEqual(
    [
      'firstName',
      'skills.2.code',
      'places.1.commune.code',
      'places.2.territoryId',
      'places.3.commune.radiusKm',
      'occupationCodes.1',
      'diplomaOn',
      'availableFrom',
      'salaryAtLeast',
    ].sort(),
  );
  expect(await read()).toMatchObject({ firstName: 'Lina', skills: [] });
});

test.each([
  ['skills', Array.from({ length: 1_000 }, (_, index) => ({ code: `unknown-${index}` }))],
  ['occupationCodes', Array.from({ length: 1_000 }, (_, index) => `unknown-${index}`)],
  ['places', Array.from({ length: 1_000 }, () => ({ departmentCode: 'xx' }))],
])('a thousand %s are one problem', async (field, list) => {
  expect(paths(await save({ [field]: list }))).toEqual([field]);
});

test('a skill that is gone stays with who has it', async () => {
  await platform.db.query(`UPDATE candidate SET skills = '[{"code":"gone","level":"MASTERED"}]' WHERE id = $1`, [
    candidate.id,
  ]);
  expect(await save({ firstName: 'Lina', skills: [{ code: 'gone' }] })).toMatchObject({ __typename: 'Candidate' });
  expect((await read()).skills).toMatchObject([{ level: 'PRACTISED', skill: { code: 'gone' } }]);
});

test('only a candidate has a profile to save', async () => {
  const { token } = await anOwner(platform);
  expect(await saveProfile(platform, token, { firstName: 'x' })).toMatchObject({ __typename: 'NotAllowed' });
  const { errors } = await platform.send('mutation { saveCandidateProfile(input: {}) { __typename } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
