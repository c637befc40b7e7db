import { anOffer, aSiret, registerCompany } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { type Registered, RegisterPeer } from '../support/register-peer.js';
import { lastMail, sentMails } from '../support/sent-mails.js';
import { verificationOf } from '../support/verification.js';

/** Companies verified by themselves: addresses are confirmed, and a register is asked. */
let platform: Platform;
let peer: RegisterPeer;
let on: ReturnType<typeof verificationOf>;

beforeAll(async () => {
  peer = await new RegisterPeer().start();
  platform = await Platform.start('verification', {
    EMAIL_CONFIRMATION: 'on',
    COMPANY_VERIFICATION: 'on',
    COMPANY_REGISTER_URL: peer.url,
  });
  on = verificationOf(platform);
}, 120_000);
beforeEach(() => {
  peer.recovers();
  start += 3_600_000;
  after(0);
});
afterAll(async () => {
  await platform.stop();
  await peer.stop();
});

/** Each test begins an hour after the one before: what the register asked for is over then. */
let start = Date.parse('2026-09-01T00:00:00Z');
const after = (seconds: number): void => {
  platform.travelTo(new Date(start + seconds * 1_000).toISOString());
};
const day = 86_400;

let count = 0;
const letters = () => String.fromCharCode(97 + Math.floor(count / 26), 97 + (count % 26));

/** A company that nothing speaks against, registered by someone with an address at its site; the jobs are not done yet. */
async function aCompany({ company = {}, register = {}, mailbox = '' }: Given = {}) {
  count += 1;
  const [siret, word] = [aSiret(), `zk${letters()}`];
  const domain = `fonderie-${word}.fr`;
  if (register) peer.knows({ siret, name: `FONDERIE ${word.toUpperCase()}`, ...register });
  const owner = await on.someoneAt(mailbox ? `zk${letters()}@${mailbox}` : `rh@${domain}`);
  const input = { siret, name: `Fonderie ${word}`, website: `https://www.${domain}/`, ...company };
  const { id: companyId } = await registerCompany(platform, owner.token, input);
  return { ...owner, companyId, siret, word, domain };
}

interface Given {
  company?: object;
  /** Null when the register is not to know it. */
  register?: Partial<Registered> | null;
  mailbox?: string;
}

async function anAdministrator(): Promise<string> {
  const { token, email } = await on.someoneAt(`admin${(count += 1)}@exemple.fr`);
  await platform.db.query(
    `WITH raised AS (UPDATE account SET role = 'ADMIN' WHERE email = $1 RETURNING id)
     UPDATE session SET second_factor = true FROM raised WHERE account_id = raised.id`,
    [email],
  );
  return token;
}

const verified = async (id: string): Promise<boolean> => (await on.company(id)).verified;
/** What failed is due again. */
const later = async (): Promise<void> => {
  await platform.db.query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
  await platform.jobs();
};

const recheck = () => platform.tick('recheck-companies');

test('an active SIRET and an address of the company: registering waits for nobody, and its offers become public by themselves', async () => {
  const before = peer.asked.length;
  const owner = await aCompany();
  expect(peer.asked.length).toBe(before);
  const offer = await anOffer(platform, owner, { title: `Mission ${owner.word}` });
  const seen = await on.company(owner.companyId, owner.token);
  expect(seen).toMatchObject({ verified: false, verification: { status: 'PENDING', register: null } });
  expect(seen.verification.reasons).toEqual(['Le registre public n’a pas encore répondu.']);
  expect(seen.verification.whatToDo).toContain('seront publiées dès que l’entreprise sera vérifiée');
  expect(await on.isPublic(offer)).toEqual([false, false]);
  const PREVIEW = 'query ($id: ID!) { offer(id: $id) { status isPublic title } }';
  const preview = await platform.ask(PREVIEW, { id: offer.id }, owner);
  expect(preview.offer).toEqual({ status: 'OPEN', isPublic: false, title: `Mission ${owner.word}` });

  await platform.jobs();
  expect(await on.company(owner.companyId, owner.token)).toMatchObject({
    verified: true,
    verification: {
      status: 'VERIFIED',
      reasons: [],
      whatToDo: 'Rien à faire : vos offres sont publiques.',
      register: { state: 'ACTIVE', headcount: '50 à 99 salariés' },
      history: [
        { status: 'PENDING', by: 'MEMBER', reason: null },
        { status: 'VERIFIED', by: 'PLATFORM', reason: null },
      ],
    },
  });
  expect(await on.isPublic(offer)).toEqual([true, true]);
  expect((await platform.ask(PREVIEW, { id: offer.id })).offer).toMatchObject({ isPublic: true });
  const mail = await lastMail(platform, owner.email);
  expect(mail.subject).toBe(`Fonderie ${owner.word} est vérifiée`);
  expect(mail.text).toContain('Ses offres ouvertes sont maintenant publiques');
  const noted = await platform.db.query(
    `SELECT act, actor_id, details FROM audit_entry WHERE object_id = $1 AND act = 'company.verify'`,
    [owner.companyId],
  );
  expect(noted).toEqual([{ act: 'company.verify', actor_id: null, details: { to: 'VERIFIED' } }]);
});

test('whatever leaves a doubt waits for an administrator, with the reason, and its offers wait too', async () => {
  const cases: [Given, string][] = [
    [
      { register: { establishment: 'F', closedOn: '2025-01-31' } },
      'Le registre public indique que l’établissement est fermé.',
    ],
    [{ register: { unit: 'C' } }, 'Le registre public indique que l’établissement est fermé.'],
    [{ register: null }, 'Le registre public ne connaît pas ce SIRET.'],
    [
      { register: { name: '[NON-DIFFUSIBLE]', published: 'P' } },
      'Le registre ne publie pas le nom de cette entreprise.',
    ],
    [{ company: { name: 'Airbus' } }, 'Le nom indiqué ne ressemble pas à ceux du registre.'],
    [{ company: { website: null } }, 'Aucun site n’est indiqué.'],
    [{ mailbox: 'gmail.com' }, 'L’adresse e-mail est celle d’une messagerie ouverte à tout le monde.'],
    [{ mailbox: 'fonderie-zkqq.com' }, 'Le domaine de l’adresse e-mail n’est pas celui du site.'],
    [
      { mailbox: 'fonderie-zkrr-emploi.fr', company: { website: 'https://fonderie-zkrr-emploi.fr' } },
      'Le domaine du site n’est pas le nom de l’entreprise au registre.',
    ],
  ];
  const admin = await anAdministrator();
  for (const [given, reason] of cases) {
    const owner = await aCompany(given);
    const offer = await anOffer(platform, owner, { title: `Mission ${owner.word}` });
    await platform.jobs();
    const { verification } = await on.company(owner.companyId, owner.token);
    expect([verification.status, verification.reasons]).toEqual(['PENDING', [reason]]);
    const { nodes } = await on.queue(admin, { first: 50 });
    const waiting = nodes.find(({ id }: any) => id === owner.companyId);
    expect(waiting.company.verification).toMatchObject({ status: 'PENDING', reasons: [reason] });
    expect(await on.isPublic(offer)).toEqual([false, false]);
    expect(await sentMails(platform, (mail) => mail.to.includes(owner.email) && /vérifiée/.test(mail.subject))).toEqual(
      [],
    );
  }
});

test('while the register is away nobody waits for it; it is asked again by itself', async () => {
  for (const fail of [
    () => {
      peer.fails(500, '{"erreur":"Internal Server Error"}');
    },
    () => {
      peer.fails(200, '<html>Maintenance</html>');
    },
  ]) {
    fail();
    const owner = await aCompany();
    await platform.jobs();
    const { verification } = await on.company(owner.companyId, owner.token);
    expect(verification).toMatchObject({ status: 'PENDING', reasons: ['Le registre public n’a pas encore répondu.'] });
    await later();
    expect(await verified(owner.companyId)).toBe(true);
  }
  peer.fails(429, '{"erreur":"Too many requests"}', { 'retry-after': '120' });
  const owner = await aCompany();
  await platform.jobs();
  const asked = peer.asked.length;
  await later();
  expect([peer.asked.length, await verified(owner.companyId)]).toEqual([asked, false]);
  after(121);
  await later();
  expect(await verified(owner.companyId)).toBe(true);
});

test('what is missing is put right, and that is enough: the website, a confirmed address, an owner with one', async () => {
  const one = await aCompany({ company: { website: null } });
  await platform.jobs();
  await on.revise(one.token, one.companyId, { website: `https://${one.domain}` });
  await platform.jobs();
  expect(await verified(one.companyId)).toBe(true);

  const two = await aCompany();
  await platform.db.query('UPDATE account SET email_confirmed_at = NULL WHERE email = $1', [two.email]);
  await platform.jobs();
  expect((await on.company(two.companyId, two.token)).verification.reasons).toEqual([
    'Aucune personne propriétaire n’a confirmé son adresse e-mail.',
  ]);
  await platform.db.query('UPDATE account SET email_confirmed_at = now() WHERE email = $1', [two.email]);
  const asked = peer.asked.length;
  await on.askAgain(two.token, two.companyId);
  await platform.jobs();
  expect([peer.asked.length, await verified(two.companyId)]).toEqual([asked, false]);
  after(61);
  await on.askAgain(two.token, two.companyId);
  await platform.jobs();
  expect(await verified(two.companyId)).toBe(true);
});

test('an owner who changes to an address of the company waits for nobody, and the register is not asked over and over', async () => {
  const owner = await aCompany({ mailbox: 'gmail.com' });
  await platform.jobs();
  const asked = peer.asked.length;
  const look = () => platform.tick('check-new-addresses');
  await look();
  expect([peer.asked.length, await verified(owner.companyId)]).toEqual([asked, false]);
  after(60);
  const moveTo = (email: string) =>
    platform.db.query('UPDATE account SET email = $2, email_confirmed_at = $3 WHERE email = $1', [
      owner.email,
      email,
      new Date(start + 60_000),
    ]);
  await moveTo(`rh@${owner.domain}`);
  after(120);
  peer.fails(500, '{}');
  await look();
  expect(await verified(owner.companyId)).toBe(false);
  peer.recovers();
  await look();
  expect(await verified(owner.companyId)).toBe(true);
  const done = peer.asked.length;
  await look();
  expect(peer.asked.length).toBe(done);
});

test('an owner with an address of the company settles it by joining; removed, suspended or a mere recruiter they do not count', async () => {
  const CHANGE = `mutation ($companyId: ID!, $accountId: ID!, $role: CompanyRole!) {
    changeMemberRole(companyId: $companyId, accountId: $accountId, role: $role) { __typename } }`;
  const REMOVE = `mutation ($companyId: ID!, $accountId: ID!) { removeMember(companyId: $companyId, accountId: $accountId) { __typename } }`;
  const owner = await aCompany({ mailbox: 'gmail.com' });
  await platform.jobs();
  const colleague = await on.someoneAt(`direction@${owner.domain}`);
  const [{ id: accountId }] = await platform.db.query('SELECT id FROM account WHERE email = $1', [colleague.email]);
  const { companyId } = owner;
  const enter = () =>
    platform.db.query(`INSERT INTO company_member (company_id, account_id, role) VALUES ($1, $2, 'recruiter')`, [
      companyId,
      accountId,
    ]);
  const check = async () => {
    await platform.jobs();
    return verified(companyId);
  };
  await enter();
  after(300);
  await on.askAgain(owner.token, companyId);
  expect(await check()).toBe(false);

  const become = async (role: string) => platform.ask(CHANGE, { companyId, accountId, role }, owner);
  await become('OWNER');
  await platform.ask(REMOVE, { companyId, accountId }, owner);
  expect(await check()).toBe(false);

  await enter();
  await become('OWNER');
  await platform.db.query('UPDATE account SET suspended_at = now() WHERE id = $1', [accountId]);
  expect(await check()).toBe(false);
  await platform.db.query('UPDATE account SET suspended_at = NULL WHERE id = $1', [accountId]);
  await become('RECRUITER');
  await become('OWNER');
  expect(await check()).toBe(true);
});

test('another name is verified again and its offers are withheld meanwhile, also when it comes step by step; those of others stay', async () => {
  const other = await aCompany();
  const kept = await anOffer(platform, other, { title: `Mission ${other.word}` });
  const owner = await aCompany();
  const offer = await anOffer(platform, owner, { title: `Mission ${owner.word}` });
  await platform.jobs();
  await on.revise(owner.token, owner.companyId, { name: `Fonderie ${owner.word} Sud` });
  await platform.jobs();
  expect(await on.isPublic(offer)).toEqual([true, true]);
  await on.revise(owner.token, owner.companyId, { name: `Sud` });
  expect(await on.isPublic(offer)).toEqual([false, false]);
  expect(await on.isPublic(kept)).toEqual([true, true]);
  await platform.jobs();
  const { verification } = await on.company(owner.companyId, owner.token);
  expect(verification).toMatchObject({ status: 'PENDING', history: [{}, {}, { status: 'PENDING', by: 'PLATFORM' }] });
  expect(verification.reasons).toEqual([
    'Le nom a changé après la vérification.',
    'Le nom indiqué ne ressemble pas à ceux du registre.',
  ]);
  const mail = await lastMail(platform, owner.email);
  expect(mail.subject).toBe('Sud est à nouveau en cours de vérification');
  expect(mail.text).toContain('ne sont plus publiques');
  await on.revise(owner.token, owner.companyId, { name: `Fonderie ${owner.word}` });
  await platform.jobs();
  expect(await on.isPublic(offer)).toEqual([true, true]);
});

test('a website elsewhere is looked at while the offers stay public; below the same domain it is the same site', async () => {
  const admin = await anAdministrator();
  const owner = await aCompany();
  const offer = await anOffer(platform, owner, { title: `Mission ${owner.word}` });
  await platform.jobs();
  await on.revise(owner.token, owner.companyId, { website: `https://emploi.${owner.domain}/offres` });
  expect((await on.company(owner.companyId, owner.token)).verification.reasons).toEqual([]);
  await on.revise(owner.token, owner.companyId, { website: 'https://ailleurs.fr' });
  await platform.jobs();
  const { verification } = await on.company(owner.companyId, owner.token);
  expect(verification).toMatchObject({
    status: 'VERIFIED',
    reasons: ['Le site a changé de domaine après la vérification.'],
    whatToDo: expect.stringContaining('vos offres restent publiques'),
  });
  expect(await on.isPublic(offer)).toEqual([true, true]);
  expect((await on.verify(admin, owner.companyId)).__typename).toBe('Company');
  expect((await on.company(owner.companyId, owner.token)).verification.reasons).toEqual([]);
});

test('the register is asked again each month: what closed since is looked at, and stays public until someone decides', async () => {
  const owner = await aCompany();
  const offer = await anOffer(platform, owner, { title: `Mission ${owner.word}` });
  await platform.jobs();
  peer.knows({ siret: owner.siret, name: 'FONDERIE', establishment: 'F', closedOn: '2026-09-10' });
  const asked = peer.asked.length;
  after(30 * day - 1);
  await recheck();
  expect(peer.asked.slice(asked)).not.toContain(owner.siret);
  after(30 * day);
  await recheck();
  await recheck();
  expect(peer.asked.slice(asked).filter((each) => each === owner.siret)).toHaveLength(1);
  const admin = await anAdministrator();
  const { nodes } = await on.queue(admin, { first: 50 });
  const waiting = nodes.find(({ id }: any) => id === owner.companyId);
  expect(waiting.company.verification).toMatchObject({
    status: 'VERIFIED',
    reasons: ['Le registre public indique que l’établissement a fermé depuis sa vérification.'],
  });
  expect(await on.isPublic(offer)).toEqual([true, true]);
  await on.refuse(admin, owner.companyId, 'CLOSED');
  expect(await on.isPublic(offer)).toEqual([false, false]);
});

test('an administrator who decides while the register is asked is not overruled by its answer', async () => {
  const admin = await anAdministrator();
  const owner = await aCompany();
  const letGo = peer.waits();
  const asked = peer.asked.length;
  const working = platform.jobs();
  while (peer.asked.length === asked) await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await on.refuse(admin, owner.companyId, 'MISLEADING')).__typename).toBe('Company');
  letGo();
  await working;
  const seen = await on.company(owner.companyId, owner.token);
  expect(seen).toMatchObject({ verified: false, verification: { status: 'REFUSED', register: { state: 'ACTIVE' } } });

  await on.askAgain(owner.token, owner.companyId, 'C’est bien nous.');
  await platform.jobs();
  const again = (await on.company(owner.companyId, owner.token)).verification;
  expect(again).toMatchObject({
    status: 'PENDING',
    reasons: ['La vérification a été refusée auparavant : un administrateur regarde la nouvelle demande.'],
  });

  const other = await aCompany();
  await Promise.all([on.verify(admin, other.companyId), platform.jobs()]);
  await platform.jobs();
  const { history } = (await on.company(other.companyId, other.token)).verification;
  expect(history.map(({ status }: any) => status)).toEqual(['PENDING', 'VERIFIED']);
  const told = await sentMails(platform, (mail) => mail.to.includes(other.email) && /est vérifiée/.test(mail.subject));
  expect(told).toHaveLength(1);
});

test('after a refusal that the register can settle, putting it right is enough', async () => {
  const admin = await anAdministrator();
  const owner = await aCompany({ register: null });
  await platform.jobs();
  await on.refuse(admin, owner.companyId, 'NOT_FOUND');
  peer.knows({ siret: owner.siret, name: `FONDERIE ${owner.word}` });
  await on.revise(owner.token, owner.companyId, { headcount: 12 });
  await platform.jobs();
  expect(await verified(owner.companyId)).toBe(false);
  await on.askAgain(owner.token, owner.companyId);
  await platform.jobs();
  expect(await verified(owner.companyId)).toBe(true);
});
