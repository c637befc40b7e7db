import { anAdministrator, anOffer, anOwner, reviseOffer, signUp, suspend } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { sentMails } from '../support/sent-mails.js';

/** What reaches the queue of administrators by itself, and how they learn that something waits. */
let platform: Platform;
let admin: { token: string };

beforeAll(async () => {
  platform = await Platform.start('moderation_queue');
  platform.travelTo('2026-11-23T10:00:00Z');
  admin = await anAdministrator(platform);
}, 60_000);
afterAll(() => platform.stop());

const QUEUE = `query ($state: ModerationState) { moderationQueue(state: $state, first: 100) { nodes { id kind reportCount
  reports { origin reason words } object { id } } } }`;
const DECIDE = `mutation ($id: ID!, $decision: ModerationDecision!, $reason: SuspensionReason) {
  decideCase(id: $id, decision: $decision, reason: $reason) { __typename } }`;
const REVISE = `mutation ($id: ID!, $changes: CompanyChanges!) { reviseCompany(id: $id, changes: $changes) { __typename } }`;
const FOUND = 'query ($words: String) { searchOffers(words: $words) { nodes { id } } }';
const REPORT = 'mutation ($input: ReportInput!) { report(input: $input) { __typename } }';

const queue = async (): Promise<any[]> => (await platform.ask(QUEUE, {}, admin)).moderationQueue.nodes;
const caseOf = async (id: string): Promise<any> => (await queue()).find(({ object }) => object.id === id);
const dismiss = (id: string) => platform.ask(DECIDE, { id, decision: 'DISMISS' }, admin);
const digests = async () => {
  await platform.tick('queue-digest');
  return sentMails(platform, /Ce qui attend/);
};

test('administrators are told once a day what waits for them, and nothing on a day when nothing does', async () => {
  expect(await digests()).toEqual([]);
  const owner = await anOwner(platform);
  const offer = await anOffer(platform, owner);
  const input = { objectId: offer.id, reason: 'SPAM' };
  await platform.ask(REPORT, { input });
  await platform.db.query(
    `INSERT INTO company_verification (company_id, since, queued_at, doubts)
     VALUES ($1, '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', '{NAME_CHANGED}')`,
    [owner.companyId],
  );
  const former = await signUp(platform, 'COMPANY_MEMBER');
  await platform.db.query(`UPDATE account SET role = 'ADMIN' WHERE email = $1`, [former.email]);
  await suspend(platform, former.email);

  const { email } = (await platform.ask('{ viewer { email } }', {}, admin)).viewer;
  const [first] = await digests();
  expect(first).toMatchObject({ to: [email] });
  expect(first!.text).toContain('Entreprises à vérifier : 1. La première attend depuis 3 jours');
  expect(first!.text).toContain('Dossiers de modération à trancher : 1. Le premier attend depuis aujourd’hui');
  expect(await digests()).toHaveLength(1);

  platform.travelTo('2026-11-24T06:10:00Z');
  await platform.db.query('UPDATE company_verification SET queued_at = NULL');
  const latest = (await digests()).find(({ text }) => text.includes('depuis hier'));
  expect(latest!.text).not.toContain('Entreprises');
  await dismiss((await caseOf(offer.id)).id);
  platform.travelTo('2026-11-25T06:10:00Z');
  expect(await digests()).toHaveLength(2);
});

test('offers with suspicious words reach the queue by themselves, once, and stay online until someone decided', async () => {
  const owner = await anOwner(platform);
  const description = 'Vous rejoignez une équipe jeune. Frais de dossier de 40 euros, à régler par Western Union.';
  const offer = await anOffer(platform, owner, { title: 'Poste de reinette', description });
  const plain = await anOffer(platform, owner);
  await platform.tick('review-offers');
  const waiting = await caseOf(offer.id);
  expect(waiting.reports).toEqual([
    { origin: 'PLATFORM', reason: 'ASKS_FOR_MONEY', words: '« frais de dossier », « western union »' },
  ]);
  expect(await caseOf(plain.id)).toBeUndefined();
  await platform.settled();
  expect((await platform.ask(FOUND, { words: 'reinette' })).searchOffers.nodes).toEqual([{ id: offer.id }]);
  await dismiss(waiting.id);
  await reviseOffer(platform, owner.token, offer.id, { title: 'Poste de reinette, bis' });
  await platform.tick('review-offers');
  expect(await caseOf(offer.id)).toBeUndefined();
  await reviseOffer(platform, owner.token, offer.id, { description: `${description} Écrivez-nous sur Telegram.` });
  await platform.tick('review-offers');
  expect((await caseOf(offer.id)).reports).toHaveLength(1);
});

test('what a company says of itself to everyone is read too, once, and its age is no discrimination', async () => {
  const description = 'Une maison de plus de 40 ans, qui accueille aussi une offre de stage.';
  const { token, companyId } = await anOwner(platform, { description });
  expect(await caseOf(companyId)).toBeUndefined();
  const revise = (changes: object) => platform.ask(REVISE, { id: companyId, changes }, { token });
  await revise({ description: `${description} Revenus illimités : un simple investissement de départ.` });
  const waiting = await caseOf(companyId);
  expect(waiting).toMatchObject({
    kind: 'COMPANY',
    reports: [
      { origin: 'PLATFORM', reason: 'ASKS_FOR_MONEY', words: '« investissement de depart », « revenus illimites »' },
    ],
  });
  await dismiss(waiting.id);
  await revise({ headcount: 12 });
  expect(await caseOf(companyId)).toBeUndefined();
  const other = await anOwner(platform, { description: 'Payez par mandat cash.' });
  expect(await caseOf(other.companyId)).toMatchObject({ reportCount: 1 });
});

test('a case that hundreds reported shows its first hundred reports, and counts them all', async () => {
  const offer = await anOffer(platform, await anOwner(platform));
  await platform.ask(REPORT, { input: { objectId: offer.id, reason: 'FRAUD', words: 'La première fois.' } });
  const { id } = await caseOf(offer.id);
  await platform.db.query(
    `INSERT INTO moderation_report (case_id, origin, reason, caller_key, reported_at)
     SELECT $1, 'VISITOR', 'SPAM', 'key ' || n, now() + interval '1 year' FROM generate_series(1, 149) AS n`,
    [id],
  );
  const { reports, reportCount } = await caseOf(offer.id);
  expect([reports.length, reportCount, reports[0].words]).toEqual([100, 150, 'La première fois.']);
});
