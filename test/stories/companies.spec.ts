import { anOffer, anOwner, aSiret, registerCompany, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('companies');
}, 120_000);
afterAll(() => platform.stop());

const COMPANY = `query ($id: ID!) {
  company(id: $id) { id siret siren name nafCode nafLabel headcount description website commune { code name } }
  node(id: $id) { __typename id ... on Company { name } } }`;
const REVISE = `mutation ($id: ID!, $changes: CompanyChanges!) { reviseCompany(id: $id, changes: $changes) { __typename
  ... on Company { name headcount description commune { name } }
  ... on InvalidInput { problems { path message } } ... on OutsideFrance { path communeCode } ... on Refusal { message } } }`;

const revise = (token: string, id: string, changes: object) =>
  platform.ask(REVISE, { id, changes }, { token }).then(({ reviseCompany }) => reviseCompany);

test('where companies are not verified one counts as verified at once, and its offers are public', async () => {
  const owner = await anOwner(platform);
  const { id } = await anOffer(platform, owner);
  const STANDING = `query ($id: ID!, $offer: ID!) { offer(id: $offer) { isPublic }
    company(id: $id) { verified verification { status reasons history { status } } } }`;
  const variables = { id: owner.companyId, offer: id };
  const verification = { status: 'VERIFIED', reasons: [], history: [] };
  expect(await platform.ask(STANDING, variables, owner)).toEqual({
    offer: { isPublic: true },
    company: { verified: true, verification },
  });
  expect((await platform.ask(STANDING, variables)).company).toEqual({ verified: true, verification: null });
});

test('a company is registered by SIRET, seen by everyone, and listed for the one who registered it', async () => {
  const { token } = await signUp(platform, 'COMPANY_MEMBER');
  const siret = aSiret();
  const spaced = siret.replace(/^(...)(...)(...)/, '$1 $2 $3 ');
  const given = {
    siret: spaced,
    nafCode: '2229a',
    description: '<p>Injection</p><script>x</script>',
    website: 'https://exemple.fr',
  };
  const { id } = await registerCompany(platform, token, given);
  const { company, node } = await platform.ask(COMPANY, { id });
  expect(company).toEqual({
    id,
    siret,
    siren: siret.slice(0, 9),
    name: 'Plasturgie du Haut-Bugey',
    nafCode: '22.29A',
    nafLabel: expect.stringMatching(/plasti/i),
    headcount: 80,
    description: 'Injection',
    website: 'https://exemple.fr/',
    commune: { code: '01283', name: 'Oyonnax' },
  });
  expect(node).toEqual({ __typename: 'Company', id, name: company.name });
  const { viewer } = await platform.ask('{ viewer { companies { id } } }', {}, { token });
  expect(viewer.companies).toEqual([{ id }]);
});

test('an id of nothing, or of no possible thing, is no company', async () => {
  for (const id of [crypto.randomUUID(), '1', "' OR 1=1", '']) {
    expect(await platform.ask(COMPANY, { id })).toEqual({ company: null, node: null });
  }
});

test('what is wrong is told all at once, in the language of the request', async () => {
  const { token } = await signUp(platform, 'COMPANY_MEMBER');
  const wrong = {
    siret: '73282932000075',
    name: '',
    communeCode: '00000',
    nafCode: '1',
    headcount: -1,
    website: 'javascript:1',
  };
  const refused = await registerCompany(platform, token, wrong);
  expect(refused.__typename).toBe('InvalidInput');
  expect(refused.problems.map(({ path }: { path: string[] }) => path[0])).toEqual([
    ...['siret', 'name', 'nafCode', 'headcount', 'website', 'communeCode'],
  ]);
});

test('a place outside France, a SIRET registered twice and the account of a candidate are refused by type', async () => {
  const { token } = await signUp(platform, 'COMPANY_MEMBER');
  expect((await registerCompany(platform, token, { communeCode: '98818' })).__typename).toBe('OutsideFrance');
  const siret = aSiret();
  expect((await registerCompany(platform, token, { siret })).__typename).toBe('Company');
  expect(await registerCompany(platform, token, { siret })).toMatchObject({
    __typename: 'CompanyAlreadyRegistered',
    message: expect.stringContaining('demandez à rejoindre l’entreprise'),
  });
  const candidate = await signUp(platform, 'CANDIDATE');
  expect((await registerCompany(platform, candidate.token)).__typename).toBe('NotAllowed');
});

test('a stranger cannot register a company', async () => {
  const { errors } = await platform.send(
    'mutation ($input: RegisterCompanyInput!) { registerCompany(input: $input) { __typename } }',
    {
      input: { siret: aSiret(), name: 'Sans compte', communeCode: '01283' },
    },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('its owner revises it; a member of another company does not', async () => {
  const owner = await anOwner(platform, { description: 'Injection' });
  const changes = { headcount: 120, description: null, communeCode: '29019' };
  expect(await revise(owner.token, owner.companyId, changes)).toEqual({
    __typename: 'Company',
    name: 'Plasturgie du Haut-Bugey',
    headcount: 120,
    description: null,
    commune: { name: 'Brest' },
  });
  expect(await revise(owner.token, owner.companyId, { communeCode: '97501' })).toMatchObject({
    __typename: 'OutsideFrance',
    path: ['communeCode'],
  });
  expect(await revise(owner.token, owner.companyId, { website: 'x' })).toMatchObject({
    __typename: 'InvalidInput',
    problems: [{ path: ['website'] }],
  });
  const other = await anOwner(platform);
  expect((await revise(other.token, owner.companyId, { name: 'Pris' })).__typename).toBe('NotAllowed');
});
