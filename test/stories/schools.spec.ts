import { aCandidate, anOwner, saveProfile } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start('schools');
}, 60_000);
afterAll(() => platform.stop());

const SCHOOLS = 'query ($typed: String!, $first: Int) { schools(startingWith: $typed, first: $first) }';

test('schools are completed from what five candidates or more wrote, in the spelling most of them chose', async () => {
  const people = [];
  for (const school of ['INSA Lyon', 'INSA Lyon', 'Insa de Lyon', 'insa lyon', 'IUT Lumière']) {
    people.push(await aCandidate(platform, { school }));
  }
  const { token } = people[0]!;
  const schools = async (typed: string, first?: number): Promise<string[]> =>
    (await platform.ask(SCHOOLS, { typed, first }, { token })).schools;
  expect(await schools('insa')).toEqual([]);
  await saveProfile(platform, people[4]!.token, { school: 'INSA de Lyon' });
  for (const typed of ['insa', 'INSA de L', 'Insà']) expect(await schools(typed)).toEqual(['INSA Lyon']);
  for (const typed of ['', '%', 'iut', 'lyon']) expect(await schools(typed)).toEqual([]);
  expect(await schools('insa', 0)).toEqual([]);

  await saveProfile(platform, people[4]!.token, { school: null });
  expect(await schools('insa')).toEqual([]);
  const [row] = await platform.db.query('SELECT school, school_key FROM candidate WHERE id = $1', [people[4]!.id]);
  expect(row).toEqual({ school: null, school_key: null });
});

test('only candidates ask for them', async () => {
  const { token } = await anOwner(platform);
  const codeOf = async (headers: object): Promise<string> =>
    (await platform.send(SCHOOLS, { typed: 'insa' }, headers)).errors?.[0]?.extensions?.code;
  expect(await codeOf({})).toBe('UNAUTHENTICATED');
  expect(await codeOf({ token })).toBe('FORBIDDEN');
});
