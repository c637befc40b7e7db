import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AidRuleBook, aidBook } from '../../src/aids/aid-rule-book.js';
import { AidConsequences } from '../../src/aids/aid-consequences.js';
import type { AidRule, AidTable } from '../../src/aids/aid-rules.js';
import { Announcements } from '../../src/common/announcements.js';
import { Clock } from '../../src/common/clock.js';
import { IndexWorker } from '../../src/indexing/index-worker.js';
import { RuleBookStore } from '../../src/rulebooks/rule-book-store.js';
import { RuleBooks } from '../../src/rulebooks/rule-books.js';
import { anAdministrator, anOffer, anOwner, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** Administrators change the rules of the aids without a release, and everything follows. */
let platform: Platform;
let admin: { token: string };
let offer: { id: string };
let other: { books: RuleBooks; rules: AidRuleBook; announcements: Announcements };

beforeAll(async () => {
  platform = await Platform.start('aids_story');
  platform.travelTo('2025-11-20T10:00:00Z');
  admin = await anAdministrator(platform);
  const owner = await anOwner(platform, { headcount: 80 });
  offer = await anOffer(platform, owner, { greenMission: true, startsOn: '2026-02-02', studyLevel: 'BAC_5' });
  await anOffer(platform, owner, { title: 'Responsable achats', startsOn: '2026-02-02' });
  other = await anotherProcess();
  await platform.app.get(IndexWorker).start();
}, 60_000);
afterAll(async () => {
  other.books.onModuleDestroy();
  await other.announcements.beforeApplicationShutdown();
  await platform.stop();
});

/** What a second process of the platform holds of the rules. */
async function anotherProcess() {
  const db = platform.app.get<DataSource>(getDataSourceToken());
  const announcements = new Announcements(db);
  const books = new RuleBooks(new RuleBookStore(db), announcements, platform.app.get(Clock));
  const rules = new AidRuleBook(books, platform.app.get(AidConsequences, { strict: false }));
  await books.onModuleInit();
  return { books, rules, announcements };
}

const CHANGE = `mutation ($content: String!, $reason: String!, $basedOn: Int!) {
  changeRuleBook(name: "aids", content: $content, reason: $reason, basedOn: $basedOn) { __typename
    ... on RuleBook { name current { number origin reason madeBy diff { kind title before after } } }
    ... on InvalidInput { message problems { path message } } ... on OutdatedVersion { message currentNumber } } }`;
const REVERT = `mutation ($number: Int!, $reason: String!, $basedOn: Int!) {
  revertRuleBook(name: "aids", number: $number, reason: $reason, basedOn: $basedOn) { __typename
    ... on RuleBook { current { number origin } } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
const PREVIEW = `query ($content: String!) { previewRuleBook(name: "aids", content: $content) { __typename
  ... on RuleBookPreview { changes { kind title before after } consequences } ... on InvalidInput { problems { path message } } } }`;
const BOOK = `{ ruleBook(name: "aids") { name title shipped { content }
  current { number origin madeBy content } versions(first: 2) { nodes { number origin reason diff { title } }
  pageInfo { hasNextPage endCursor } } } }`;

const reason = 'Prolongation annoncée par l’ADEME le 15 novembre 2025';
const table = async (): Promise<AidTable> => {
  const { ruleBook } = await platform.ask(BOOK, {}, admin);
  return JSON.parse(ruleBook.current.content) as AidTable;
};
const number = async (): Promise<number> => (await platform.ask(BOOK, {}, admin)).ruleBook.current.number as number;
const lastGreen = ({ rules }: AidTable): AidRule => rules.findLast(({ aid }) => aid === 'VTE_VERT')!;
const change = async (edit: (table: AidTable) => void, differs: object = {}): Promise<any> => {
  const content = await table();
  edit(content);
  const variables = { content: JSON.stringify(content), reason, basedOn: await number(), ...differs };
  return (await platform.ask(CHANGE, variables, { ...admin, language: 'fr' })).changeRuleBook;
};

const green = async (): Promise<{ verdict: string; amountEuros: number | null }> => {
  const { offer: shown } = await platform.ask(
    `query ($id: ID!) { offer(id: $id) { aids { aid verdict amountEuros } } }`,
    offer,
  );
  return shown.aids.find(({ aid }: any) => aid === 'VTE_VERT');
};
const HIRE = `{ aidsFor(input: { workplaceCommuneCode: "01283", hiredOn: "2026-02-02", contractType: CDI, headcount: 80,
  studyLevel: BAC_5, monthsSinceDiploma: 3, greenMission: true }) { aid verdict amountEuros conditions { kind met } } }`;
const hired = async (): Promise<any> => (await platform.ask(HIRE)).aidsFor.find(({ aid }: any) => aid === 'VTE_VERT');
const found = async (): Promise<string[]> => {
  const query = '{ searchOffers(filter: { aids: [VTE_VERT] }) { edges { node { id } } } }';
  return (await platform.ask(query)).searchOffers.edges.map(({ node }: any) => node.id);
};
async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > milliseconds) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the shipped table is the first version, the same for every process that starts', async () => {
  const { ruleBook } = await platform.ask(BOOK, {}, { ...admin, language: 'fr' });
  expect(ruleBook).toMatchObject({
    name: 'aids',
    title: 'Règles des aides et de leur cumul',
    shipped: null,
    current: { number: 1, origin: 'SHIPPED', madeBy: null },
    versions: { nodes: [{ number: 1, origin: 'SHIPPED', reason: null }], pageInfo: { hasNextPage: false } },
  });
  expect(JSON.parse(ruleBook.current.content)).toEqual(aidBook.shipped());
  expect(await green()).toMatchObject({ verdict: 'NOT_ENTITLED' });
  expect(await found()).toEqual([]);
});

test('before a change it is told what it does, rule by rule and to the open offers', async () => {
  const content = await table();
  Object.assign(lastGreen(content), { inForceUntil: '2026-12-31' });
  lastGreen(content).amounts[0]!.euros = 9_000;
  const { previewRuleBook: told } = await platform.ask(
    PREVIEW,
    { content: JSON.stringify(content) },
    { ...admin, language: 'fr' },
  );
  expect(told.changes).toEqual([
    {
      kind: 'CHANGED',
      title: 'VTE Vert, à partir du 01/10/2023',
      before: ['En vigueur du 01/10/2023 au 31/12/2025.', expect.stringMatching(/^Montant \(8.000 €\)/)],
      after: ['En vigueur du 01/10/2023 au 31/12/2026.', expect.stringMatching(/^Montant \(9.000 €\)/)],
    },
  ]);
  expect(told.consequences.map((line: string) => line.replace(/\s/g, ' '))).toEqual([
    'Offres ouvertes dont une aide change : 1 sur 2.',
    'VTE Vert : 1 fois « pas due » devient « due (9 000 €) ».',
  ]);
  expect(await number()).toBe(1);
});

test('a change counts at once: check, offer, search and the other processes, and it is known who made it and why', async () => {
  const made = await change((content) => {
    lastGreen(content).inForceUntil = '2026-12-31';
    lastGreen(content).amounts[0]!.euros = 9_000;
  });
  expect(made).toMatchObject({ __typename: 'RuleBook', current: { number: 2, origin: 'CHANGED', reason } });
  expect(made.current.diff.map(({ title }: any) => title)).toEqual(['VTE Vert, à partir du 01/10/2023']);
  expect(await hired()).toMatchObject({ verdict: 'ENTITLED', amountEuros: 9_000 });
  expect(await green()).toMatchObject({ verdict: 'ENTITLED', amountEuros: 9_000 });
  await within(2_000, () => Promise.resolve(lastGreen(other.rules.current()).inForceUntil === '2026-12-31'));
  await within(15_000, async () => (await found()).includes(offer.id));
  const { auditLog } = await platform.ask(
    `{ auditLog(first: 1, act: "ruleBook.change") { nodes { actorId objectType objectId reason details { name value } } } }`,
    {},
    admin,
  );
  expect(auditLog.nodes).toEqual([
    {
      actorId: made.current.madeBy,
      objectType: 'RuleBook',
      objectId: 'aids',
      reason,
      details: expect.arrayContaining([
        { name: 'from', value: '1' },
        { name: 'to', value: '2' },
      ]),
    },
  ]);
}, 30_000);

test('whoever looked at an earlier version changes nothing', async () => {
  const late = await change((content) => (lastGreen(content).amounts[0]!.euros = 1), { basedOn: 1 });
  expect(late).toEqual({ __typename: 'OutdatedVersion', currentNumber: 2, message: expect.stringContaining('n° 2') });
  const both = await Promise.all(
    [7_000, 7_500].map((euros) => change((content) => (lastGreen(content).amounts[0]!.euros = euros))),
  );
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['OutdatedVersion', 'RuleBook']);
  expect(await number()).toBe(3);
});

test.each<[string, (table: AidTable) => unknown, object, string[]]>([
  [
    'a day that does not exist',
    (content) => (lastGreen(content).inForceUntil = '2026-02-30'),
    {},
    ['content', 'rules', '4', 'inForceUntil'],
  ],
  ['a rule without a source', (content) => (lastGreen(content).source = ''), {}, ['content', 'rules', '4', 'source']],
  [
    'an aid without rules',
    (content) => (content.rules = content.rules.filter(({ aid }) => aid !== 'VTE_VERT')),
    {},
    ['content', 'rules'],
  ],
  ['no reason', (content) => (lastGreen(content).amounts[0]!.euros = 5), { reason: 'parce que' }, ['reason']],
  ['nothing changed', () => undefined, {}, ['content']],
  ['no JSON', () => undefined, { content: '{' }, ['content']],
  ['lists in lists without end', () => undefined, { content: '['.repeat(29_000) + ']'.repeat(29_000) }, ['content']],
  ['a text that is too long', () => undefined, { content: JSON.stringify('x'.repeat(60_001)) }, ['content']],
])('%s is refused where it stands', async (_what, edit, differs, path) => {
  const before = await number();
  const refused = await change(edit, differs);
  expect(refused.__typename).toBe('InvalidInput');
  expect(refused.problems.map((problem: any) => problem.path)).toContainEqual(path);
  expect(await number()).toBe(before);
});

test('an earlier version comes back as a further one, with everything that follows from it', async () => {
  const basedOn = await number();
  const back = { reason: 'La prolongation a été démentie', basedOn };
  const none = await platform.ask(REVERT, { ...back, number: 99 }, admin);
  expect(none.revertRuleBook).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: ['number'] }] });
  const { revertRuleBook } = await platform.ask(REVERT, { ...back, number: 1 }, admin);
  expect(revertRuleBook).toMatchObject({ current: { number: basedOn + 1, origin: 'REVERTED' } });
  expect(await table()).toEqual(aidBook.shipped());
  expect(await hired()).toMatchObject({ verdict: 'NOT_ENTITLED', amountEuros: null });
  await within(15_000, async () => (await found()).length === 0);
  const { ruleBook } = await platform.ask(BOOK, {}, admin);
  expect(ruleBook.versions.nodes.map(({ number: each }: any) => each)).toEqual([basedOn + 1, basedOn]);
  const MORE = `query ($after: String) { ruleBook(name: "aids") { versions(first: 2, after: $after) { nodes { number } } } }`;
  const more = await platform.ask(MORE, { after: ruleBook.versions.pageInfo.endCursor }, admin);
  expect(more.ruleBook.versions.nodes).toEqual([{ number: 2 }, { number: 1 }]);
}, 30_000);

test('the table of a new release waits while an administrator’s is in use, until one of them settles it', async () => {
  const newer = { ...aidBook, shipped: () => ({ ...(aidBook.shipped() as AidTable), combinations: [] }) };
  const db = platform.app.get<DataSource>(getDataSourceToken());
  const announcements = new Announcements(db);
  const books = new RuleBooks(new RuleBookStore(db), announcements, platform.app.get(Clock));
  const held = books.register(newer);
  const before = await number();
  await books.onModuleInit();
  expect([held().number, held().content.combinations.length]).toEqual([before, 2]);
  books.onModuleDestroy();
  await announcements.beforeApplicationShutdown();
});

test('nobody else reads the tables or changes them', async () => {
  const candidate = await signUp(platform, 'CANDIDATE');
  for (const [caller, code] of [
    [candidate, 'FORBIDDEN'],
    [{}, 'UNAUTHENTICATED'],
  ] as const) {
    for (const query of [
      '{ ruleBooks { name } }',
      BOOK,
      '{ previewRuleBook(name: "aids", content: "") { __typename } }',
    ]) {
      expect((await platform.send(query, {}, caller)).errors?.[0].extensions.code).toBe(code);
    }
    const change = await platform.send(CHANGE, { content: '[]', reason, basedOn: 1 }, caller);
    expect(change.errors?.[0].extensions.code).toBe(code);
  }
});

test('the rules of a day are for everybody, with source and day of the check', async () => {
  const RULES = `query ($on: Date) { aidRules(on: $on) { aid label inForce inForceFrom inForceUntil knownUntil paidTo
    amounts { euros percentOfSpending explanation } conditions source checkedOn } }`;
  const { aidRules } = await platform.ask(RULES, { on: '2025-12-31' }, { language: 'fr' });
  expect(aidRules.map(({ aid, inForce }: any) => [aid, inForce])).toEqual([
    ['VTE_TERRITOIRE_INDUSTRIE', null],
    ['VTE_VERT', true],
    ['MOBILI_JEUNE', null],
    ['APPRENTICESHIP', true],
    ['VTE_LABEL', true],
  ]);
  expect(aidRules[1]).toMatchObject({
    label: 'VTE Vert',
    inForceUntil: '2025-12-31',
    paidTo: 'COMPANY',
    amounts: [{ euros: 8000, percentOfSpending: 50 }],
    checkedOn: '2026-11-23',
  });
  expect(aidRules[1].conditions).toContain('Hors alternance, le diplôme doit avoir moins de 24 mois à l’embauche.');
  const after = await platform.ask(RULES, { on: '2026-01-01' });
  expect(after.aidRules.map(({ aid }: any) => aid)).not.toContain('VTE_VERT');
  const { aidHistory, aidCombinations } = await platform.ask(
    '{ aidHistory(aid: VTE_VERT) { inForceFrom } aidCombinations { aids allowed source } }',
  );
  expect(aidHistory.map(({ inForceFrom }: any) => inForceFrom)).toEqual(['2020-09-01', '2022-01-01', '2023-10-01']);
  expect(aidCombinations).toHaveLength(2);
});

test('what can be had together is told with its sum, for a hire and for an offer', async () => {
  const PLAN = `company { aids verdict leastEuros mostEuros pairs { aids allowed source } } youngPerson { aids verdict }`;
  const { aidPlan } = await platform.ask(`{ aidPlan(input: { workplaceCommuneCode: "01283", hiredOn: "2022-06-01",
    contractType: CDI, headcount: 80, studyLevel: BAC_5, monthsSinceDiploma: 3, greenMission: true }) { ${PLAN} } }`);
  expect(aidPlan.company[0]).toMatchObject({
    aids: ['VTE_TERRITOIRE_INDUSTRIE', 'VTE_VERT'],
    verdict: 'ENTITLED',
    leastEuros: 16_000,
    mostEuros: 16_000,
    pairs: [{ allowed: true }],
  });
  expect(aidPlan.youngPerson).toEqual([{ aids: ['MOBILI_JEUNE'], verdict: 'UNKNOWN' }]);
  const { offer: shown } = await platform.ask(`query ($id: ID!) { offer(id: $id) { aidPlan { ${PLAN} } } }`, offer);
  expect(shown.aidPlan.company).toEqual([
    { aids: ['VTE_TERRITOIRE_INDUSTRIE'], verdict: 'UNKNOWN', leastEuros: null, mostEuros: null, pairs: [] },
  ]);
});

test('what waits is shown with what it would change, and an administrator settles it', async () => {
  await platform.db.query(`UPDATE rule_book_version SET settles = 'of another release' WHERE book = 'aids'`);
  await change((content) => (lastGreen(content).amounts[0]!.euros = 8_500));
  const WAITS = '{ ruleBook(name: "aids") { shipped { content changes { kind title } } } }';
  const { ruleBook: waiting } = await platform.ask(WAITS, {}, { ...admin, language: 'en' });
  expect(JSON.parse(waiting.shipped.content)).toEqual(aidBook.shipped());
  expect(waiting.shipped.changes).toEqual([
    { kind: 'CHANGED', title: 'VTE Vert (ecological transition), from 2023-10-01' },
  ]);
  const SETTLE = CHANGE.replace('basedOn: $basedOn)', 'basedOn: $basedOn, settlesShipped: true)');
  const settled = { content: JSON.stringify(await table()), reason: 'Nos montants restent', basedOn: await number() };
  expect((await platform.ask(SETTLE, settled, admin)).changeRuleBook.__typename).toBe('RuleBook');
  expect((await platform.ask(WAITS, {}, admin)).ruleBook.shipped).toBeNull();
  expect(lastGreen(await table()).amounts[0]!.euros).toBe(8_500);
});
