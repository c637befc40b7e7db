import {
  aCandidate,
  aMember,
  anOffer,
  anOfferInput,
  anOwner,
  applyTo,
  moveOffer,
  password,
  postOffer,
  saveProfile,
  signUp,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('erasure', { RATE_LIMITS: 'on' });
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { __typename
  ... on Erased { at } ... on InvalidInput { problems { path } } } }`;
const erase = (token: string, given = password) =>
  platform.ask(ERASE, { password: given }, { token }).then(({ eraseMyAccount }) => eraseMyAccount);

/**
 * Where any of the words stands in any column of any table, whatever its type. The list of changes that processes follow
 * is left out: it names the profile that is gone, so that it goes from their memory too, and is emptied after a quarter of an hour
 * (test/matcher/follower.spec.ts).
 */
async function traces(...words: string[]): Promise<string[]> {
  const columns = await platform.db.query<{ table: string; column: string }[]>(
    `SELECT quote_ident(table_name) AS table, quote_ident(column_name) AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT IN ('commune', 'commune_alias', 'postal_code', 'skill', 'skill_term', 'match_change')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [{ count }] = await platform.db.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM ${table} WHERE lower(${column}::text) LIKE ANY($1)`,
      [words.map((word) => `%${word.toLowerCase()}%`)],
    );
    if (count > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

const viewerOf = async (token: string) => (await platform.ask('{ viewer { id } }', {}, { token })).viewer;

test('a candidate leaves no trace, wherever they had said something', async () => {
  const owner = await anOwner(platform);
  const [skill] = await skillCodes(platform, 'AMDEC');
  const { token, email } = await signUp(platform, 'CANDIDATE');
  const account = await viewerOf(token);
  await saveProfile(platform, token, {
    firstName: 'Canariprenom',
    lastName: 'Canarinom',
    studyLevel: 'DOCTORATE',
    diplomaOn: '2027-02-13',
    skills: [{ code: skill, level: 'MASTERED' }, { code: '987654' }],
    places: [{ point: { latitude: 46.123_456, longitude: 5.654_321, radiusKm: 17.31 } }],
    occupationCodes: ['Q9876'],
    availableFrom: '2027-03-17',
    salaryAtLeast: 143_217,
    visibleToCompanies: true,
  });
  const { id } = (await platform.ask('{ viewer { candidate { id } } }', {}, { token })).viewer.candidate;
  const offers = [await anOffer(platform, owner), await anOffer(platform, owner)];
  const sent = [];
  for (const offer of offers) sent.push(await applyTo(platform, token, offer.id, 'Bonjour de Canarimessage'));
  await moveOffer(platform, owner.token, 'closeOffer', offers[1]!.id);
  await platform.send(
    'mutation { signIn(input: { email: "' + email + '", password: "wrong-wrong-wrong" }) { __typename } }',
  );
  const canaries = [
    'canari',
    '987654',
    '46.123',
    '17.31',
    'Q9876',
    '143217',
    '2027-02-13',
    '2027-03-17',
    email,
    id,
    account.id,
  ];
  expect((await traces(...canaries)).length).toBeGreaterThan(10);

  expect(await erase(token, 'not-my-password')).toEqual({
    __typename: 'InvalidInput',
    problems: [{ path: ['password'] }],
  });
  expect(await viewerOf(token)).toEqual(account);
  expect(await erase(token)).toEqual({ __typename: 'Erased', at: '2026-09-01T10:00:00.000Z' });

  expect(await traces(...canaries, ...sent.map((application) => application.id as string))).toEqual([]);
  expect(await viewerOf(token)).toBeNull();
  const { offer } = await platform.ask(
    'query ($id: ID!) { offer(id: $id) { applications { nodes { id } } matchingCandidates { totalCount } } }',
    { id: offers[0]!.id },
    { token: owner.token },
  );
  expect(offer).toEqual({ applications: { nodes: [] }, matchingCandidates: { totalCount: 0 } });
  const { token: again } = (
    await platform.ask('mutation ($input: SignUpInput!) { signUp(input: $input) { ... on Session { token } } }', {
      input: { email, password, role: 'CANDIDATE' },
    })
  ).signUp;
  expect(
    (await platform.ask('{ viewer { candidate { firstName } } }', {}, { token: again })).viewer.candidate.firstName,
  ).toBeNull();
});

test('the last member of a company takes its offers offline, in the database and in the index', async () => {
  const owner = await anOwner(platform);
  const open = await anOffer(platform, owner, { title: 'Responsable maintenance canari' });
  const draft = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId, publish: false }));
  await platform.settled();
  const found = async () =>
    (await platform.ask('{ searchOffers(words: "canari") { totalCount } }')).searchOffers.totalCount;
  expect(await found()).toBe(1);
  const colleague = await aMember(platform, owner.companyId);

  expect(await erase(owner.token)).toMatchObject({ __typename: 'Erased' });
  expect(await viewerOf(owner.token)).toBeNull();
  expect((await platform.ask('query ($id: ID!) { offer(id: $id) { status } }', open)).offer).toEqual({
    status: 'OPEN',
  });

  expect(await erase(colleague.token)).toMatchObject({ __typename: 'Erased' });
  const rows = await platform.db.query('SELECT status FROM offer WHERE id = ANY($1)', [[open.id, draft.id]]);
  expect(rows).toEqual([{ status: 'CLOSED' }, { status: 'CLOSED' }]);
  expect((await platform.ask('query ($id: ID!) { offer(id: $id) { status } }', open)).offer).toBeNull();
  await platform.settled();
  expect(await found()).toBe(0);
  const { company } = await platform.ask('query ($id: ID!) { company(id: $id) { name openOffers { nodes { id } } } }', {
    id: owner.companyId,
  });
  expect(company).toEqual({ name: expect.any(String), openOffers: { nodes: [] } });
});

test('two last members who leave at once leave no offer behind', async () => {
  const owner = await anOwner(platform);
  const colleague = await aMember(platform, owner.companyId, 'owner');
  const { id } = await anOffer(platform, owner);
  await Promise.all([erase(owner.token), erase(colleague.token)]);
  expect(await platform.db.query('SELECT status FROM offer WHERE id = $1', [id])).toEqual([{ status: 'CLOSED' }]);
});

test('an offer posted while the last member is being erased is refused', async () => {
  const { token, companyId } = await anOwner(platform);
  const erasing = platform.db.createQueryRunner();
  await erasing.startTransaction();
  await erasing.query('SELECT FROM company WHERE id = $1 FOR UPDATE', [companyId]);
  const posting = postOffer(platform, token, anOfferInput({ companyId }));
  const waiting = (): Promise<unknown[]> =>
    platform.db.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await erasing.query('DELETE FROM company_member WHERE company_id = $1', [companyId]);
  await erasing.commitTransaction();
  await erasing.release();
  expect((await posting).__typename).toBe('NotAllowed');
  expect(await platform.db.query('SELECT 1 FROM offer WHERE company_id = $1', [companyId])).toEqual([]);
});

test('whatever a candidate does while the account is erased is done or refused, and leaves nothing', async () => {
  const owner = await anOwner(platform);
  const { id } = await anOffer(platform, owner);
  for (let round = 0; round < 5; round += 1) {
    const { token, id: candidateId } = await aCandidate(platform);
    const APPLY = 'mutation ($id: ID!) { applyToOffer(offerId: $id, message: "Canarimessage") { __typename } }';
    const SAVE = 'mutation { saveCandidateProfile(input: { firstName: "Canariprenom" }) { __typename } }';
    const [erased, ...others] = await Promise.all([
      erase(token),
      platform.send(APPLY, { id }, { token }),
      platform.send(SAVE, {}, { token }),
      platform.send('{ viewer { candidate { id } } }', {}, { token }),
    ]);
    expect(erased).toMatchObject({ __typename: 'Erased' });
    const codes = others.flatMap(({ errors }) => errors?.map((error) => error.extensions.code) ?? []);
    expect(codes.filter((code) => code !== 'UNAUTHENTICATED')).toEqual([]);
    expect(await traces('canarimessage', 'canariprenom', candidateId)).toEqual([]);
  }
});
