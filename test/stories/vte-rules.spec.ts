import { followVteRules } from '../../src/offers/vte-in-use.js';
import { shippedVteRules, type VteRule, VteRules } from '../../src/offers/vte-rules.js';
import {
  aCandidate,
  anAdministrator,
  anOffer,
  anOfferInput,
  anOwner,
  postOffer,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

/** An administrator changes a condition of the VTE: check-lists, gates, both rankings and the form follow, without a release. */
let platform: Platform;
let admin: { token: string };
let owner: Awaited<ReturnType<typeof anOwner>>;
let candidate: { token: string; id: string };
let offerId: string;

beforeAll(async () => {
  platform = await Platform.start('vte_rules');
  platform.travelTo('2026-09-01T10:00:00Z');
  admin = await anAdministrator(platform);
  owner = await anOwner(platform);
  const [code = ''] = await skillCodes(platform, 'AMDEC');
  offerId = (await anOffer(platform, owner, { requiredSkillCodes: [code], startsOn: '2026-10-01' })).id;
  const skills = [{ code, level: 'MASTERED' }];
  candidate = await aCandidate(platform, {
    skills,
    studyLevel: 'BAC_5',
    diplomaOn: '2024-06-30',
    contractTypes: ['CDI'],
  });
}, 60_000);
afterAll(async () => {
  const shipped = VteRules.parse(shippedVteRules());
  followVteRules(() => shipped);
  await platform.stop();
});

const BOOK =
  '{ ruleBook(name: "vte") { title current { number content } versions(first: 1) { nodes { diff { title } } } } }';
const CHANGE = `mutation ($content: String!, $basedOn: Int!) {
  changeRuleBook(name: "vte", content: $content, reason: "Un texte nouveau, lu ce jour.", basedOn: $basedOn) {
    __typename ... on InvalidInput { problems { path message } } } }`;
async function change(edit: (rules: VteRule[]) => VteRule[]): Promise<any> {
  const { current } = (await platform.ask(BOOK, {}, admin)).ruleBook;
  const content = JSON.stringify(edit(VteRules.parse(JSON.parse(current.content))));
  return (await platform.ask(CHANGE, { content, basedOn: current.number }, admin)).changeRuleBook;
}
const diplomaUnder = (underMonths: number) =>
  change((rules) => rules.map((rule) => (rule.rule === 'DIPLOMA_AGE' ? { ...rule, underMonths } : rule)));

const READ = `query ($id: ID!) { viewer { candidate { matchingOffers(first: 5) { totalCount }
  profile { vteEligibility(startsOn: "2026-10-01") { verdict } } } }
  whyNot(offerId: $id) { gates { gate passed } } vteEligibility(offerId: $id) { verdict items { key met } } }`;
async function read(): Promise<unknown> {
  const { viewer, whyNot, vteEligibility } = await platform.ask(READ, { id: offerId }, candidate);
  return {
    profile: viewer.candidate.profile.vteEligibility.verdict,
    gate: whyNot.gates.find(({ gate }: any) => gate === 'VTE').passed,
    pair: vteEligibility.items.find(({ key }: any) => key === 'DIPLOMA_AGE').met,
    matches: viewer.candidate.matchingOffers.totalCount,
  };
}
const tooOld = { profile: 'NOT_ELIGIBLE', gate: false, pair: false, matches: 0 };
const fresh = { profile: 'ELIGIBLE', gate: true, pair: true, matches: 1 };

test('how old a diploma may be: the same for check-lists, gates and the ranking by the database', async () => {
  expect(await read()).toEqual(tooOld);
  expect((await diplomaUnder(36)).__typename).toBe('RuleBook');
  expect(await read()).toEqual(fresh);
  expect((await platform.ask(BOOK, {}, { ...admin, language: 'fr' })).ruleBook).toMatchObject({
    title: 'Conditions du VTE',
    versions: { nodes: [{ diff: [{ title: 'Alternance, ou diplôme récent' }] }] },
  });
});

test('and for the ranking from memory, which is told with each question', async () => {
  await platform.matcherReady();
  expect(await read()).toEqual(fresh);
  await diplomaUnder(24);
  expect(await read()).toEqual(tooOld);
  await diplomaUnder(28);
  expect(await read()).toEqual(fresh);
}, 30_000);

test('a contract that becomes long enough is posted, from the day of the rule on', async () => {
  const cdd = { companyId: owner.companyId, contractType: 'CDD', durationMonths: 9 };
  const posted = async (startsOn: string) =>
    (await postOffer(platform, owner.token, anOfferInput({ ...cdd, startsOn }))).__typename as string;
  expect(await posted('2027-01-01')).toBe('DurationTooShort');
  await change((rules) =>
    rules.flatMap((rule): VteRule[] =>
      rule.rule === 'CONTRACT'
        ? [
            { ...rule, inForceUntil: '2026-12-31' },
            { ...rule, inForceFrom: '2027-01-01', monthsAtLeast: { ...rule.monthsAtLeast, CDD: 9 } },
          ]
        : [rule],
    ),
  );
  expect([await posted('2026-12-31'), await posted('2027-01-01')]).toEqual(['DurationTooShort', 'Offer']);
});

test('a table that forgets a condition, or says two things at once, is none', async () => {
  const forgotten = await change((rules) => rules.filter(({ rule }) => rule !== 'TUTOR'));
  expect(forgotten.problems[0].message).toContain('Tuteur');
  const twice = await change((rules) =>
    rules.flatMap((rule): VteRule[] => (rule.rule === 'TUTOR' ? [rule, rule] : [rule])),
  );
  expect(twice.problems[0].path).toContain('inForceFrom');
  const bothEnds = await change((rules) =>
    rules.map((rule) =>
      rule.rule === 'TUTOR' ? { ...rule, inForceUntil: '2027-01-01', knownUntil: '2026-01-01' } : rule,
    ),
  );
  expect(bothEnds.problems[0].path).toContain('knownUntil');
  const before = await change((rules) =>
    rules.map((rule) => (rule.rule === 'TUTOR' ? { ...rule, knownUntil: '2019-01-01' } : rule)),
  );
  expect(before.problems[0].path).toContain('inForceFrom');
  const nothing = await change((rules) =>
    rules.map((rule) => (rule.rule === 'CONTRACT' ? { ...rule, monthsAtLeast: {} } : rule)),
  );
  expect(nothing.problems[0].path).toContain('monthsAtLeast');
});
