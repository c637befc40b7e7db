import type { AccountRole } from '../../src/permissions/account-role.js';
import { AccountsModule } from '../../src/accounts/accounts.module.js';
import { AccountsResolver } from '../../src/accounts/accounts.resolver.js';
import { Accounts, type OpenedSession } from '../../src/accounts/accounts.service.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import { NodeFinders } from '../../src/common/node.js';
import { InvalidInput, NotAllowed, Refusal } from '../../src/common/refusal.js';
import { CompaniesLoader } from '../../src/companies/companies.loader.js';
import { CompaniesModule } from '../../src/companies/companies.module.js';
import { CompaniesRepository } from '../../src/companies/companies.repository.js';
import { CompaniesResolver } from '../../src/companies/companies.resolver.js';
import { Company, CompanyMember } from '../../src/companies/company.entity.js';
import type { CompanyRole } from '../../src/permissions/company-role.js';
import type { RegisterCompanyInput } from '../../src/companies/company.input.js';
import { CompanyAlreadyRegistered } from '../../src/companies/company.type.js';
import { OutsideFrance } from '../../src/companies/outside-france.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { request, type RoomUnderTest, rooms } from '../accounts/accounts-app.js';

let room: RoomUnderTest;
let api: CompaniesResolver;
let repository: CompaniesRepository;

beforeAll(async () => {
  room = await rooms('companies', [JobsModule, AccountsModule, AuditModule, CompaniesModule], { RATE_LIMITS: 'off' });
  api = room.module.get(CompaniesResolver);
  repository = room.module.get(CompaniesRepository);
});
afterAll(() => room.close());
beforeEach(() => room.db.query('TRUNCATE company, account, outbox CASCADE'));

const password = 'tournevis cruciforme';
const input = (differs: Partial<RegisterCompanyInput> = {}): RegisterCompanyInput => ({
  siret: '732 829 320 00074',
  name: 'Plasturgie du Haut-Bugey',
  communeCode: '01283',
  nafCode: '2229A',
  headcount: 84,
  ...differs,
});

async function someone(email: string, role: AccountRole = 'COMPANY_MEMBER'): Promise<OpenedSession> {
  const accounts = room.module.get(Accounts);
  return room.db.transaction(async (tx) =>
    accounts.createSession(tx, (await accounts.create(tx, { email, password, role }))!, { secondFactor: true }),
  );
}

const register = ({ token }: OpenedSession, differs: Partial<RegisterCompanyInput> = {}) =>
  api.registerCompany(input(differs), request(token).context);

async function registered(by: OpenedSession, differs: Partial<RegisterCompanyInput> = {}): Promise<Company> {
  const company = await register(by, differs);
  if (company instanceof Refusal) throw new Error(company.text.en);
  return company;
}

const join = (companyId: string, { viewer }: OpenedSession, role: CompanyRole) =>
  room.db.transaction((tx) =>
    repository.addMember(tx, { companyId, accountId: viewer.id, role, joinedAt: new Date() }),
  );

describe('registering', () => {
  test('makes the caller its owner and leaves a mark', async () => {
    const marie = await someone('marie@exemple.fr');
    const company = await registered(marie);
    expect(company).toBeInstanceOf(Company);
    expect(company).toMatchObject({ siret: '73282932000074', siren: '732829320', nafCode: '22.29A', verifiedAt: null });
    expect(await repository.memberRole(marie.viewer.id, company.id)).toBe('owner');
    expect(await room.db.query('SELECT kind, id FROM outbox')).toEqual([{ kind: 'company', id: company.id }]);
  });

  test('is for members of companies and administrators', async () => {
    expect(await register(await someone('a@exemple.fr', 'CANDIDATE'))).toBeInstanceOf(NotAllowed);
    expect(await register(await someone('b@exemple.fr', 'TERRITORY_MANAGER'))).toBeInstanceOf(NotAllowed);
    expect(await register(await someone('c@exemple.fr', 'ADMIN'))).toBeInstanceOf(Company);
    await expect(api.registerCompany(input(), request().context)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  test('tells every problem at once, each with its path, and stores nothing', async () => {
    const everythingWrong = { siret: '1', name: ' ', nafCode: 'x', headcount: -1, website: 'x', communeCode: '99999' };
    const refused = (await register(await someone('a@exemple.fr'), everythingWrong)) as InvalidInput;
    expect(refused).toBeInstanceOf(InvalidInput);
    expect(refused.problems.map(({ path }) => path[0])).toEqual([
      ...['siret', 'name', 'nafCode', 'headcount', 'website', 'communeCode'],
    ]);
    expect(await room.db.getRepository(Company).count()).toBe(0);
  });

  test('outside France has a refusal of its own, or is one problem among others', async () => {
    const marie = await someone('a@exemple.fr');
    const abroad = await register(marie, { communeCode: '98818' });
    expect(abroad).toBeInstanceOf(OutsideFrance);
    expect(abroad).toMatchObject({ path: ['communeCode'], communeCode: '98818' });
    const both = (await register(marie, { communeCode: '98818', headcount: -1 })) as InvalidInput;
    expect(both.problems.map(({ path }) => path[0])).toEqual(['headcount', 'communeCode']);
  });

  test('under a former code of the commune keeps the code of today', async () => {
    expect((await registered(await someone('a@exemple.fr'), { communeCode: '69381' })).communeCode).toBe('69123');
  });

  test('one SIRET twice at once makes one company', async () => {
    const [marie, jean] = [await someone('a@exemple.fr'), await someone('b@exemple.fr')];
    const both = await Promise.all([register(marie), register(jean)]);
    expect(both.filter((one) => one instanceof CompanyAlreadyRegistered)).toMatchObject([{ siret: '73282932000074' }]);
    expect(await room.db.getRepository(CompanyMember).count()).toBe(1);
  });
});

describe('revising', () => {
  test.each([
    ['owner', true],
    ['recruiter', true],
    ['reader', false],
  ] as const)('by a %s: %s', async (role, allowed) => {
    const company = await registered(await someone('a@exemple.fr'));
    const jean = await someone('b@exemple.fr');
    await join(company.id, jean, role);
    await room.db.query('TRUNCATE outbox');
    const revised = await api.reviseCompany(company.id, { headcount: 90 }, request(jean.token).context);
    expect(revised instanceof Company).toBe(allowed);
    expect(revised instanceof NotAllowed).toBe(!allowed);
    expect(await repository.byId(company.id)).toMatchObject({ headcount: allowed ? 90 : 84, nafCode: '22.29A' });
    expect(await room.db.query('SELECT id FROM outbox')).toEqual(allowed ? [{ id: company.id }] : []);
  });

  test('by a stranger looks the same for a company that exists and one that does not', async () => {
    const company = await registered(await someone('a@exemple.fr'));
    const { context } = request((await someone('b@exemple.fr')).token);
    const known = await api.reviseCompany(company.id, { headcount: 1 }, context);
    expect(known).toBeInstanceOf(NotAllowed);
    expect(await api.reviseCompany('1', { headcount: 1 }, context)).toEqual(known);
    expect(await api.reviseCompany(crypto.randomUUID(), { headcount: 1 }, context)).toEqual(known);
  });

  test('by an administrator is possible, and judged like any other', async () => {
    const company = await registered(await someone('a@exemple.fr'));
    const { context } = request((await someone('b@exemple.fr', 'ADMIN')).token);
    expect(await api.reviseCompany(company.id, { communeCode: '29019' }, context)).toMatchObject({
      communeCode: '29019',
    });
    expect(await api.reviseCompany(company.id, { communeCode: '97501' }, context)).toBeInstanceOf(OutsideFrance);
    expect(await api.reviseCompany(company.id, { website: 'x' }, context)).toBeInstanceOf(InvalidInput);
  });

  test('does not judge again what was already said', async () => {
    const marie = await someone('a@exemple.fr');
    const company = await registered(marie);
    await room.db.query(`UPDATE company SET naf_code = '00.00X'`);
    const revised = await api.reviseCompany(company.id, { name: 'Nouveau nom' }, request(marie.token).context);
    expect(revised).toMatchObject({ name: 'Nouveau nom', nafCode: '00.00X' });
  });
});

describe('reading', () => {
  test('by id, for everyone; an id that cannot be one is no company', async () => {
    const company = await registered(await someone('a@exemple.fr'));
    expect(await api.company(company.id)).toEqual(company);
    expect(await api.company('1')).toBeNull();
    expect(await room.module.get(NodeFinders).find(company.id, request().context)).toEqual(company);
    expect(api.commune(company)).toMatchObject({ name: 'Oyonnax' });
    expect(api.nafLabel(company)).toMatch(/plasti/);
  });

  test('together for one request, with an error for one that is gone', async () => {
    const company = await registered(await someone('a@exemple.fr'));
    const loader = room.module.get(CompaniesLoader);
    const { context } = request();
    const [found, gone] = await Promise.allSettled([
      loader.load(context, company.id),
      loader.load(context, crypto.randomUUID()),
    ]);
    expect(found).toMatchObject({ status: 'fulfilled', value: { id: company.id } });
    expect(gone.status).toBe('rejected');
  });

  test('of one account, by name', async () => {
    const marie = await someone('a@exemple.fr');
    await registered(marie, { name: 'Zinc' });
    await registered(marie, { name: 'Acier', siret: '35600000000048' });
    await registered(await someone('b@exemple.fr'), { siret: '44306184100047' });
    expect((await repository.ofAccount(marie.viewer.id)).map(({ name }) => name)).toEqual(['Acier', 'Zinc']);
  });

  test('mayManage is for owners, recruiters and administrators', async () => {
    const marie = await someone('a@exemple.fr');
    const [admin, jean] = [await someone('b@exemple.fr', 'ADMIN'), await someone('c@exemple.fr')];
    const { id } = await registered(marie);
    const may = ({ viewer }: OpenedSession) => repository.mayManage(viewer, id);
    expect([await may(marie), await may(admin), await may(jean)]).toEqual([true, true, false]);
    await join(id, jean, 'reader');
    expect(await may(jean)).toBe(false);
    expect(await repository.memberRole(jean.viewer.id, 'x')).toBeNull();
  });
});

describe('erasing an account', () => {
  const erase = ({ token }: OpenedSession) =>
    room.module.get(AccountsResolver).eraseMyAccount(password, request(token).context);
  const orphans = ({ viewer }: OpenedSession) => room.db.transaction((tx) => repository.withoutMembers(tx, viewer.id));

  test('takes its memberships away and leaves the company, which is public', async () => {
    const [marie, jean] = [await someone('a@exemple.fr'), await someone('b@exemple.fr')];
    const shared = await registered(marie);
    const own = await registered(marie, { siret: '35600000000048' });
    await join(shared.id, jean, 'reader');
    expect(await orphans(marie)).toEqual([own.id]);
    expect(await erase(marie)).toHaveProperty('at');
    expect(await room.db.getRepository(Company).count()).toBe(2);
    expect(await room.db.getRepository(CompanyMember).find()).toMatchObject([{ accountId: jean.viewer.id }]);
    expect(await orphans(jean)).toEqual([shared.id]);
  });

  test('by the last two members at once: the second one counts as the last', async () => {
    const [marie, jean] = [await someone('a@exemple.fr'), await someone('b@exemple.fr')];
    const { id } = await registered(marie);
    await join(id, jean, 'owner');
    const leave = ({ viewer }: OpenedSession) =>
      room.db.transaction(async (tx) => {
        const last = await repository.withoutMembers(tx, viewer.id);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await repository.removeMemberships(tx, viewer.id);
        return last;
      });
    expect((await Promise.all([leave(marie), leave(jean)])).flat()).toEqual([id]);
  });
});
