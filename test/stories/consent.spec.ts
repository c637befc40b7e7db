import { aCandidate, anOffer, anOwner, saveProfile } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Consent to be found by companies: explicit, dated, taken back at any time and obeyed at once. */
let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('consent');
});
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const CONSENTS = '{ viewer { candidate { consents { what given at wording words } profile { visibleSince } } } }';
const consents = async (token: string): Promise<any[]> =>
  (await platform.ask(CONSENTS, {}, { token })).viewer.candidate.consents;

const MATCHING =
  'query ($id: ID!) { offer(id: $id) { matchingCandidates(first: 100) { totalCount edges { node { id } } } } }';
async function found(owner: { token: string }, offer: string, id: string): Promise<boolean> {
  const { edges, totalCount } = (await platform.ask(MATCHING, { id: offer }, owner)).offer.matchingCandidates;
  expect(edges).toHaveLength(totalCount);
  return edges.some(({ node }: any) => node.id === id);
}
const seen = async (owner: { token: string }, id: string): Promise<boolean> =>
  (await platform.ask('query ($id: ID!) { node(id: $id) { id } }', { id }, owner)).node !== null;

test('nobody is visible without having said so', async () => {
  const { token } = await aCandidate(platform, { firstName: 'Lina' });
  expect(await consents(token)).toEqual([]);
  for (const visibleToCompanies of [null, false]) await saveProfile(platform, token, { visibleToCompanies });
  expect(await consents(token)).toEqual([]);
});

test('each consent is dated, with the words that were shown, and none is ever changed', async () => {
  const { token } = await aCandidate(platform);
  await saveProfile(platform, token, { visibleToCompanies: true });
  platform.travelTo('2026-09-02T10:00:00Z');
  await saveProfile(platform, token, { visibleToCompanies: true });
  await saveProfile(platform, token, { firstName: 'Lina' });
  platform.travelTo('2026-09-03T10:00:00Z');
  await saveProfile(platform, token, { visibleToCompanies: false });
  platform.travelTo('2026-09-04T10:00:00Z');
  await saveProfile(platform, token, { visibleToCompanies: true });
  const what = 'VISIBLE_TO_COMPANIES';
  const words = expect.stringContaining('sans mon nom ni mon adresse');
  expect(await consents(token)).toEqual([
    { what, given: true, at: '2026-09-04T10:00:00.000Z', wording: '2026-09', words },
    { what, given: false, at: '2026-09-03T10:00:00.000Z', wording: '2026-09', words },
    { what, given: true, at: '2026-09-01T10:00:00.000Z', wording: '2026-09', words },
  ]);
});

test('two clicks at once are one consent', async () => {
  const { token } = await aCandidate(platform);
  await Promise.all([1, 2, 3].map(() => saveProfile(platform, token, { visibleToCompanies: true })));
  expect(await consents(token)).toHaveLength(1);
  platform.travelTo('2026-09-02T10:00:00Z');
  await Promise.all([1, 2, 3].map(() => saveProfile(platform, token, { visibleToCompanies: null })));
  expect(await consents(token)).toMatchObject([{ given: false }, { given: true }]);
});

test.each(['the database', 'memory'])('taken back, it is obeyed at once, ranked by %s', async (by) => {
  if (by === 'memory') await platform.matcherReady();
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const { token, id } = await aCandidate(platform, { places: [{ departmentCode: '01' }] });
  const settled = (): Promise<void> => (by === 'memory' ? platform.settled() : Promise.resolve());
  await settled();
  expect(await found(owner, offer.id, id)).toBe(false);
  await saveProfile(platform, token, { visibleToCompanies: true });
  await settled();
  expect(await found(owner, offer.id, id)).toBe(true);
  expect(await seen(owner, id)).toBe(true);

  await saveProfile(platform, token, { visibleToCompanies: false });
  expect(await seen(owner, id)).toBe(false);
  const { edges } = (await platform.ask(MATCHING, { id: offer.id }, owner)).offer.matchingCandidates;
  expect(edges.map(({ node }: any) => node.id)).not.toContain(id);
  await settled();
  expect(await found(owner, offer.id, id)).toBe(false);
});

test('nobody else reads it, and no index ever held it', async () => {
  const owner = await anOwner(platform);
  const { id, token } = await aCandidate(platform, { firstName: 'Canariconsent', visibleToCompanies: true });
  await platform.settled();
  const READ = 'query ($id: ID!) { node(id: $id) { ... on Candidate { consents { at } } } }';
  const { data, errors } = await platform.send(READ, { id }, owner);
  expect(data?.node ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await consents(token)).toHaveLength(1);
  const { traces } = await import('../privacy/canaries.js');
  const where = (await traces(platform, ['Canariconsent'])).map((trace) => trace.where);
  expect(where).toEqual(['public.candidate']);
});
