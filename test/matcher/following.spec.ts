import { Matcher } from '../../src/matcher/matcher.js';
import { noteLoaded } from '../../src/territories/reference-load.js';
import {
  aCandidate,
  anOffer,
  anOfferInput,
  anOwner,
  moveOffer,
  password,
  postOffer,
  reviseOffer,
  saveProfile,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';
import { candidatesFor, offersFor, rankedBySql } from './lists-of.js';
import { soon } from './soon.js';

/** Whatever changes counts in the matches from memory within two seconds, without anybody waiting for it. */
let platform: Platform;
let owner: { token: string; companyId: string };
let candidate: { token: string; id: string };
let skills: string[];
let bySql: () => number;
const within = 2_000;
const OYONNAX = { places: [{ commune: { code: '01283', radiusKm: 30 } }], visibleToCompanies: true };

beforeAll(async () => {
  platform = await Platform.start('following');
  skills = await skillCodes(platform, 'ISO 9001', 'AMDEC');
  owner = await anOwner(platform);
  candidate = await aCandidate(platform, { ...OYONNAX, skills: [{ code: skills[0] }] });
  await platform.matcherReady();
  bySql = rankedBySql(platform);
}, 60_000);
afterEach(() => {
  expect([platform.app.get(Matcher, { strict: false }).ready, bySql()]).toEqual([true, 0]);
});
afterAll(() => platform.stop());

const mine = () => offersFor(platform, candidate.token);
const theirs = (id: string) => candidatesFor(platform, owner.token, id);
const shown = (id: string, is: boolean) => soon(within, async () => (await mine()).includes(id) === is);
const seen = (id: string, who: string, is: boolean) =>
  soon(within, async () => (await theirs(id)).includes(who) === is);

test('an offer that is posted, paused, published again and closed', async () => {
  const { id } = await anOffer(platform, owner);
  await shown(id, true);
  await moveOffer(platform, owner.token, 'pauseOffer', id);
  await shown(id, false);
  await moveOffer(platform, owner.token, 'publishOffer', id);
  await shown(id, true);
  await moveOffer(platform, owner.token, 'closeOffer', id);
  await shown(id, false);
});

test('an offer that is revised, and its sites', async () => {
  const { id } = await anOffer(platform, owner, { contractType: 'CDI' });
  await shown(id, true);
  const [brest, oyonnax] = [[{ communeCode: '29019' }], [{ communeCode: '29019' }, { communeCode: '01283' }]];
  await reviseOffer(platform, owner.token, id, { sites: brest });
  await shown(id, false);
  await reviseOffer(platform, owner.token, id, { sites: oyonnax });
  await shown(id, true);
  await platform.db.query(`UPDATE offer_site SET commune_code = '29019' WHERE offer_id = $1`, [id]);
  await shown(id, false);
  await reviseOffer(platform, owner.token, id, { sites: oyonnax });
  const other = await anOffer(platform, owner, { requiredSkillCodes: [skills[0]] });
  const isFirst = (one: string, two: string) =>
    soon(within, async () => {
      const ids = await mine();
      return ids.includes(one) && ids.indexOf(one) < ids.indexOf(two);
    });
  await reviseOffer(platform, owner.token, id, { requiredSkillCodes: [skills[1]] });
  await isFirst(other.id, id);
  await reviseOffer(platform, owner.token, id, { requiredSkillCodes: [skills[0]] });
  await reviseOffer(platform, owner.token, other.id, { requiredSkillCodes: [skills[1]] });
  await isFirst(id, other.id);
});

test('an offer whose last day has passed', async () => {
  const posted = await postOffer(platform, owner.token, anOfferInput({ companyId: owner.companyId }));
  await shown(posted.id, true);
  const today = platform.today();
  await platform.db.query('UPDATE offer SET expires_on = $2 WHERE id <> $1', [posted.id, '2099-01-01']);
  await platform.db.query('UPDATE offer SET expires_on = $2::date - 1 WHERE id = $1', [posted.id, today]);
  await shown(posted.id, false);
  await platform.db.query('UPDATE offer SET expires_on = $2 WHERE id = $1', [posted.id, today]);
  await shown(posted.id, true);
});

test('a profile that says something else', async () => {
  const { id } = await anOffer(platform, owner, { studyLevel: 'BAC_3' });
  const other = await aCandidate(platform, { ...OYONNAX, studyLevel: 'BAC_5' });
  await seen(id, other.id, true);
  await saveProfile(platform, other.token, { studyLevel: 'BAC' });
  await seen(id, other.id, false);
  await saveProfile(platform, other.token, { studyLevel: 'BAC_3' });
  await seen(id, other.id, true);
  await saveProfile(platform, other.token, { places: [{ departmentCode: '29' }] });
  await seen(id, other.id, false);
});

test('someone who no longer wants to be seen, and does again', async () => {
  const { id } = await anOffer(platform, owner);
  const shy = await aCandidate(platform, OYONNAX);
  await seen(id, shy.id, true);
  await saveProfile(platform, shy.token, { visibleToCompanies: false });
  await seen(id, shy.id, false);
  await saveProfile(platform, shy.token, { visibleToCompanies: true });
  await seen(id, shy.id, true);
});

test('someone who erased their account', async () => {
  const { id } = await anOffer(platform, owner);
  const gone = await aCandidate(platform, OYONNAX);
  await seen(id, gone.id, true);
  const ERASE = 'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }';
  const { eraseMyAccount } = await platform.ask(ERASE, { password }, { token: gone.token });
  expect(eraseMyAccount.__typename).toBe('Erased');
  const matcher = platform.app.get(Matcher, { strict: false });
  const count = async (): Promise<number> =>
    (await platform.db.query<[{ count: number }]>('SELECT count(*)::int AS count FROM candidate'))[0].count;
  await soon(within, async () => (await matcher.ask('size', null)).candidates === (await count()));
  expect(await theirs(id)).not.toContain(gone.id);
});

test('how a company answers', async () => {
  const [quiet, prompt] = [await anOwner(platform), await anOwner(platform)];
  const offers = [
    await anOffer(platform, quiet, { requiredSkillCodes: skills }),
    await anOffer(platform, prompt, { requiredSkillCodes: skills }),
  ];
  const order = async (): Promise<string[]> => (await mine()).filter((id) => offers.some((one) => one.id === id));
  const answer = (companyId: string, rate: number) =>
    platform.db.query(
      `INSERT INTO company_responsiveness (company_id, answered, due, rate, median_days, computed_at)
       VALUES ($1, $2::int, 100, $2::int, 1, now()) ON CONFLICT (company_id) DO UPDATE SET rate = excluded.rate`,
      [companyId, rate],
    );
  const first = (at: number) =>
    soon(within, async () => (await order())[0] === offers[at]!.id && (await order()).length === 2);
  await answer(quiet.companyId, 10);
  await answer(prompt.companyId, 90);
  await first(1);
  await answer(quiet.companyId, 100);
  await first(0);
  await platform.db.query('DELETE FROM company_responsiveness WHERE company_id = $1', [prompt.companyId]);
  await answer(quiet.companyId, 1);
  await first(1);
});

test('everything an owner leaves behind, when the company is taken away', async () => {
  const leaving = await anOwner(platform);
  const { id } = await anOffer(platform, leaving);
  await shown(id, true);
  await platform.db.query('DELETE FROM company WHERE id = $1', [leaving.companyId]);
  await shown(id, false);
});

test('a change of the reference data is followed by reading everything again, with the same lists', async () => {
  const before = await mine();
  await platform.db.transaction((tx) => noteLoaded(tx, 'rome', 'another'));
  await platform.settled();
  expect(await mine()).toEqual(before);
  const { id } = await anOffer(platform, owner);
  await shown(id, true);
});

test('a lost announcement costs a second at most', async () => {
  const { id } = await anOffer(platform, owner);
  await shown(id, true);
  await platform.db.query('ALTER TABLE offer DISABLE TRIGGER match_offer_moved');
  await platform.db.query(`UPDATE offer SET status = 'PAUSED' WHERE id = $1`, [id]);
  await platform.db.query(`INSERT INTO match_change (kind, id) VALUES ('offer', $1)`, [id]);
  await platform.db.query('ALTER TABLE offer ENABLE TRIGGER match_offer_moved');
  await shown(id, false);
});
