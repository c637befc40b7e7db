import {
  aCandidate,
  aMember,
  anAdministrator,
  anOffer,
  anOfferInput,
  anOwner,
  postOffer,
  saveProfile,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
type Owner = Awaited<ReturnType<typeof anOwner>>;
let owner: Owner;

beforeAll(async () => {
  platform = await Platform.start('eligibility');
  platform.travelTo('2026-09-01T10:00:00Z');
  owner = await anOwner(platform, { headcount: 120 });
}, 60_000);
afterAll(() => platform.stop());

const CHECK =
  'verdict summary on items { key title met decides explanation whatToDo field aid source since until knownUntil }';
const stateOf = ({ items }: any): Record<string, boolean | null> =>
  Object.fromEntries(items.map(({ key, met }: any) => [key, met]));
const item = ({ items }: any, key: string): any => items.find((one: any) => one.key === key);
const codeOf = async (query: string, variables: object, caller: object): Promise<string | undefined> =>
  (await platform.send(query, variables, caller)).errors?.[0]?.extensions?.['code'] as string | undefined;

const CHECK_POST = `query ($input: CheckVtePostInput!) { checkVtePost(input: $input) { ${CHECK} } }`;
const checkPost = async (input: object) => (await platform.ask(CHECK_POST, { input }, owner)).checkVtePost;

test('a company writes a post that does not fit, reads why and what to do, mends it and posts it', async () => {
  const first = await checkPost({ contractType: 'CDD', durationMonths: 9, reportsToManagement: false });
  expect(first.verdict).toBe('NOT_ELIGIBLE');
  expect(stateOf(first)).toMatchObject({
    CONTRACT: false,
    REPORTS_TO_MANAGEMENT: false,
    TUTOR: null,
    TRANSFORMS_COMPANY: null,
  });
  expect(item(first, 'CONTRACT')).toMatchObject({ field: 'durationMonths', since: '2019-05-23', until: null });
  expect(item(first, 'CONTRACT').whatToDo).toContain('12 mois');
  expect(first.summary).toContain('le contrat est à changer d’abord');

  const said = {
    contractType: 'CDD',
    durationMonths: 12,
    reportsToManagement: true,
    hasTutor: true,
    transformsCompany: 'L’arrivée d’un contrôle en ligne des pièces.',
    studyLevel: 'BAC_3',
    salaryMin: 30_000,
    startsOn: '2026-10-01',
  };
  const mended = await checkPost({ ...said, sites: [{ communeCode: '01283' }] });
  expect(mended).toMatchObject({ verdict: 'ELIGIBLE', on: '2026-10-01' });
  expect(item(mended, 'TERRITORY')).toMatchObject({ met: true, decides: false, aid: 'VTE_TERRITOIRE_INDUSTRIE' });

  const { id } = await anOffer(platform, owner, said);
  const READ = `query ($id: ID!) { offer(id: $id) { transformsCompany reportsToManagement hasTutor vteEligibility { ${CHECK} } } }`;
  const { offer } = await platform.ask(READ, { id });
  expect(offer).toMatchObject({ transformsCompany: said.transformsCompany, reportsToManagement: true, hasTutor: true });
  expect(offer.vteEligibility.verdict).toBe('ELIGIBLE');
  const REVISE =
    'mutation ($id: ID!, $changes: OfferChangesInput!) { reviseOffer(id: $id, changes: $changes) { __typename } }';
  await platform.ask(REVISE, { id, changes: { title: 'Un autre titre', hasTutor: null } }, owner);
  const revised = (await platform.ask(READ, { id })).offer;
  expect(revised).toMatchObject({
    transformsCompany: said.transformsCompany,
    reportsToManagement: true,
    hasTutor: null,
  });
  expect(revised.vteEligibility.verdict).toBe('UNKNOWN');
});

test('a post that is none of a VTE is published all the same; a contract too short is not, and the check says so', async () => {
  const open = await anOffer(platform, owner, { reportsToManagement: false });
  const READ = 'query ($id: ID!) { offer(id: $id) { status vteEligibility { verdict summary } } }';
  const { offer } = await platform.ask(READ, { id: open.id });
  expect(offer).toMatchObject({ status: 'OPEN', vteEligibility: { verdict: 'NOT_ELIGIBLE' } });
  expect(offer.vteEligibility.summary).toContain(
    'une condition du VTE n’est pas remplie. Une offre n’a pas à remplir toutes les conditions',
  );
  const POST =
    'mutation ($input: PostOfferInput!) { postOffer(input: $input) { __typename ... on Refusal { message } } }';
  const long = { ...inputOf(), transformsCompany: 'x'.repeat(2_001) };
  expect((await platform.ask(POST, { input: long }, owner)).postOffer.__typename).toBe('InvalidInput');
});

test('what the form would refuse is not taken for said, and no check-list says that such an offer can be published', async () => {
  const script = '<script>alert(1)</script>';
  const wrong = await checkPost({
    ...{ contractType: 'CDD', durationMonths: 0, salaryMin: 50_000, salaryMax: 10, startsOn: '2020-01-01' },
    ...{ sites: [{ communeCode: '99999' }], transformsCompany: script, reportsToManagement: true, hasTutor: true },
  });
  expect(stateOf(wrong)).toMatchObject({
    CONTRACT: null,
    MINIMUM_WAGE: null,
    TERRITORY: null,
    TRANSFORMS_COMPANY: null,
  });
  expect(wrong.verdict).toBe('UNKNOWN');
  expect(wrong.summary).not.toMatch(/offre peut être publiée/);
  expect(item(wrong, 'CONTRACT').explanation).toBe('La durée se donne en mois, de 1 à 60.');
  expect(item(wrong, 'MINIMUM_WAGE')).toMatchObject({
    decides: true,
    explanation: expect.stringContaining('de 5 000'),
  });
  expect(item(wrong, 'TERRITORY').explanation).toContain('Aucune commune ne porte ce code');
  expect(item(wrong, 'TRANSFORMS_COMPANY').explanation).toContain('ce n’est pas précisé');
  const crossed = await checkPost({
    ...{ salaryMin: 40_000, salaryMax: 30_000, transformsCompany: 'x'.repeat(2_001) },
    sites: [{ communeCode: '97502' }],
  });
  expect(stateOf(crossed)).toMatchObject({ MINIMUM_WAGE: null, TRANSFORMS_COMPANY: null });
  expect(item(crossed, 'MINIMUM_WAGE').explanation).toBe('Le salaire le plus haut est inférieur au plus bas.');
  expect(item(crossed, 'TERRITORY').explanation).toContain('hors de France métropolitaine');
});

test('the delay of the label counts from the day of the hire: a post has none, so no last day is named', async () => {
  const label = item(await checkPost({ contractType: 'CDI', startsOn: '2026-10-01' }), 'LABEL_REQUEST');
  expect(label.explanation).toContain('dans les 6 mois de l’embauche');
  expect(`${label.explanation} ${label.whatToDo}`).not.toMatch(/202\d/);
  expect(label.whatToDo).toContain('non du début du contrat');
});

const inputOf = (): object => anOfferInput({ companyId: owner.companyId });

test('a candidate whose diploma grows too old for a later start reads it, and what else there is', async () => {
  const candidate = await aCandidate(platform, {
    studyLevel: 'BAC_5',
    diplomaOn: '2025-02-28',
    contractTypes: ['CDI'],
  });
  const READ = `query ($on: Date, $contract: ContractType) { viewer { candidate { profile {
    vteEligibility(startsOn: $on, contractType: $contract) { ${CHECK} } } } } }`;
  const check = async (on?: string, contract?: string) =>
    (await platform.ask(READ, { on, contract }, candidate)).viewer.candidate.profile.vteEligibility;
  expect(await check()).toMatchObject({ on: '2026-09-01', verdict: 'ELIGIBLE' });
  expect((await check('2027-02-27')).verdict).toBe('ELIGIBLE');
  const late = await check('2027-02-28');
  expect(late.verdict).toBe('NOT_ELIGIBLE');
  expect(item(late, 'DIPLOMA_AGE')).toMatchObject({ met: false, field: 'diplomaOn' });
  expect(item(late, 'DIPLOMA_AGE').whatToDo).toContain('28 février 2027');
  expect((await check('2027-02-28', 'APPRENTICESHIP')).verdict).toBe('ELIGIBLE');
  await saveProfile(platform, candidate.token, { availableFrom: '2027-03-01' });
  expect(await check()).toMatchObject({ on: '2027-03-01', verdict: 'NOT_ELIGIBLE' });

  const offer = await anOffer(platform, owner, { contractType: 'CDI', startsOn: '2027-03-15' });
  const WHOLE = `query ($id: ID!) { vteEligibility(offerId: $id) { ${CHECK} } }`;
  const whole = (await platform.ask(WHOLE, { id: offer.id }, candidate)).vteEligibility;
  expect(whole.verdict).toBe('NOT_ELIGIBLE');
  expect(stateOf(whole)).toMatchObject({
    DIPLOMA_AGE: false,
    CANDIDATE_LEVEL: true,
    CONTRACT: true,
    COMPANY_SIZE: true,
  });
  const keys = whole.items.map(({ key }: any) => key);
  expect(keys).toHaveLength(new Set(keys).size);
  expect(keys).not.toContain('IN_DIFFICULTY');
  const { vteEligibility: english } = await platform.ask(WHOLE, { id: offer.id }, { ...candidate, language: 'en' });
  expect(item(english, 'DIPLOMA_AGE').explanation).toContain('under 24 months');
  expect(await codeOf(WHOLE, { id: offer.id }, {})).toBe('UNAUTHENTICATED');
  expect(await codeOf(WHOLE, { id: offer.id }, owner)).toBe('FORBIDDEN');
  const draft = await postOffer(platform, owner.token, { ...inputOf(), publish: false });
  expect((await platform.ask(WHOLE, { id: draft.id }, candidate)).vteEligibility).toBeNull();
});

const COMPANY = `query ($id: ID!) { company(id: $id) { headcount
  figures { turnoverEuros balanceSheetEuros groupHeadcount microEntrepreneur inDifficulty } vteEligibility { ${CHECK} } } }`;
const REVISE_COMPANY = `mutation ($id: ID!, $changes: CompanyChanges!) { reviseCompany(id: $id, changes: $changes) {
  __typename ... on InvalidInput { problems { path } } } }`;

test('members tell their figures and read their check-list; nobody else reads either', async () => {
  const id = owner.companyId;
  const revise = async (changes: object) => (await platform.ask(REVISE_COMPANY, { id, changes }, owner)).reviseCompany;
  const read = async (caller: object) => (await platform.ask(COMPANY, { id }, caller)).company;
  expect((await read(owner)).vteEligibility.verdict).toBe('UNKNOWN');
  const wrong = await revise({ turnoverEuros: -1, balanceSheetEuros: -1, groupHeadcount: 119 });
  expect(wrong.problems.map(({ path }: any) => path[0])).toEqual([
    'turnoverEuros',
    'balanceSheetEuros',
    'groupHeadcount',
  ]);
  const figures = {
    turnoverEuros: 60_000_000,
    balanceSheetEuros: 43_000_001,
    groupHeadcount: 120,
    microEntrepreneur: false,
    inDifficulty: true,
  };
  await revise(figures);
  const reader = await aMember(platform, id, 'reader');
  for (const caller of [owner, reader, await anAdministrator(platform)]) {
    const { figures: shown, vteEligibility } = await read(caller);
    expect(shown).toEqual(figures);
    expect(vteEligibility.verdict).toBe('ELIGIBLE');
    expect(item(vteEligibility, 'COMPANY_SIZE').explanation).toContain('une ETI');
    expect(item(vteEligibility, 'IN_DIFFICULTY')).toMatchObject({ met: null, decides: false, aid: 'VTE_VERT' });
  }
  const others = [{}, await aCandidate(platform), await anOwner(platform)];
  for (const caller of others)
    expect(await read(caller)).toEqual({ headcount: 120, figures: null, vteEligibility: null });
  await revise({ groupHeadcount: 5_000 });
  const large = (await read(owner)).vteEligibility;
  expect(large).toMatchObject({ verdict: 'NOT_ELIGIBLE' });
  expect(large.summary).toContain('peut publier ses offres');
  await revise({ groupHeadcount: null });
  expect((await read(owner)).figures).toEqual({ ...figures, groupHeadcount: null });
});

test('a check of a post asks for an account of a company', async () => {
  const ask = (caller: object) => codeOf(CHECK_POST, { input: {} }, caller);
  expect(await ask({})).toBe('UNAUTHENTICATED');
  expect(await ask(await aCandidate(platform))).toBe('FORBIDDEN');
  expect(await ask(owner)).toBeUndefined();
});
