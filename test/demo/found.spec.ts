import { Secret, TOTP } from 'otpauth';
import { silent } from '../../src/common/progress.js';
import { DemoData } from '../../src/demo/demo-data.js';
import { Platform } from '../support/platform.js';

const password = 'volontariat-2026';
let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('demo_found', { DEMO_PASSWORD: password });
  await platform.app.get(DemoData).loadOnce(silent);
  await platform.settled();
}, 60_000);
afterAll(() => platform.stop());

const SEARCH = `query ($words: String!) { searchOffers(words: $words, first: 20) { totalCount
  edges { node { title contractType sites { commune { name department { code } } } } } } }`;

async function found(words: string): Promise<{ title: string; contractType: string; sites: any[] }[]> {
  const { searchOffers } = await platform.ask(SEARCH, { words });
  return searchOffers.edges.map(({ node }: any) => node);
}

async function signIn(email: string): Promise<any> {
  const { signIn: answer } = await platform.ask(
    `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
       ... on Session { token } ... on SecondFactorToEnrol { ticket secret } } }`,
    { input: { email, password } },
  );
  return answer;
}

async function signedIn(email: string): Promise<string> {
  const { __typename, token } = await signIn(email);
  expect(__typename).toBe('Session');
  return token;
}

const departments = (offer: { sites: any[] }): string[] => offer.sites.map(({ commune }) => commune.department.code);

test('"alternance qualité Oyonnax" finds work-study in quality, there and around', async () => {
  expect((await found('alternance qualité Oyonnax')).length).toBeGreaterThanOrEqual(3);
  const page = await found('alternance qualité près d’Oyonnax');
  expect(page.length).toBeGreaterThanOrEqual(4);
  for (const { title, contractType, ...offer } of page.slice(0, 4)) {
    expect(title).toMatch(/qualité|QSE/i);
    expect(['APPRENTICESHIP', 'PROFESSIONALISATION']).toContain(contractType);
    expect(departments(offer)).toContain('01');
  }
});

test('"ingénieur méthodes près de Saint-Nazaire" finds several of them on the estuary', async () => {
  const page = await found('ingénieur méthodes près de Saint-Nazaire');
  const suiting = page.filter(({ title }) => /méthodes|process|industrialisation/i.test(title));
  expect(suiting.length).toBeGreaterThanOrEqual(3);
  for (const offer of suiting) expect(departments(offer)).toContain('44');
});

test('the demo candidate has many matches, the best of them in quality and near', async () => {
  const { viewer } = await platform.ask(
    `{ viewer { candidate { matchingOffers(first: 5) { totalCount
       edges { node { missionCategory sites { commune { department { code } } } } match { score } } } } } }`,
    {},
    { token: await signedIn('candidate@demo.example') },
  );
  const { totalCount, edges } = viewer.candidate.matchingOffers;
  expect(totalCount).toBeGreaterThanOrEqual(10);
  expect(edges[0].match.score).toBeGreaterThan(60);
  expect(edges[0].node.missionCategory).toBe('QUALITY_SAFETY_ENVIRONMENT');
  for (const { node } of edges) expect(departments(node)).toContain('01');
});

test('the demo candidate reads how companies answer, as a part of the score', async () => {
  const { viewer } = await platform.ask(
    `{ viewer { candidate { matchingOffers(first: 10) { edges { node { company { responsiveness { answerRate sentence } } }
       match { parts { criterion points pointsPossible explanation } } } } } } }`,
    {},
    { token: await signedIn('candidate@demo.example') },
  );
  const { edges } = viewer.candidate.matchingOffers;
  const parts = edges.flatMap(({ node, match }: any) => {
    const part = match.parts.find(({ criterion }: any) => criterion === 'RESPONSIVENESS');
    expect(Boolean(part)).toBe(node.company.responsiveness !== null);
    return part ? [part] : [];
  });
  expect(parts.length).toBeGreaterThanOrEqual(3);
  expect(new Set(parts.map(({ points }: any) => points)).size).toBeGreaterThan(1);
});

test('the demo company has candidates to look at and applications to answer', async () => {
  const { viewer } = await platform.ask(
    `{ viewer { companies { name commune { name } offers(first: 20) { edges { node {
       status applications(first: 5) { edges { node { status } } } matchingCandidates(first: 3) { totalCount } } } } } } }`,
    {},
    { token: await signedIn('company@demo.example') },
  );
  const [company] = viewer.companies;
  expect(company.commune.name).toBe('Oyonnax');
  const offers = company.offers.edges.map(({ node }: any) => node);
  expect(offers.some((offer: any) => offer.applications.edges.length > 0)).toBe(true);
  expect(offers.some((offer: any) => offer.matchingCandidates.totalCount > 0)).toBe(true);
});

test('the manager signs in too, the administrator with an authenticator application, and the others do not', async () => {
  await signedIn('manager@demo.example');
  const { __typename, ticket, secret } = await signIn('admin@demo.example');
  expect(__typename).toBe('SecondFactorToEnrol');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const { signInWithCode } = await platform.ask(
    `mutation ($ticket: String!, $code: String!) { signInWithCode(ticket: $ticket, code: $code) {
       ... on Session { viewer { role } recoveryCodes } } }`,
    { ticket, code },
  );
  expect(signInWithCode).toEqual({ viewer: { role: 'ADMIN' }, recoveryCodes: expect.any(Array) });

  const [{ email }] = await platform.db.query<[{ email: string }]>(
    `SELECT email FROM account WHERE email ~ '[0-9]@' ORDER BY email LIMIT 1`,
  );
  expect((await signIn(email)).__typename).toBe('WrongCredentials');
});

test('removed, it is found no more', async () => {
  await platform.app.get(DemoData).remove();
  await platform.settled();
  expect(await found('qualité')).toEqual([]);
});
