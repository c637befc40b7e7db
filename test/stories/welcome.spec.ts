import { setTimeout } from 'node:timers/promises';
import { anAdministrator, anOffer, anOwner, aTerritoryManager, password, signUp, suspend } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { lastMail, sentMails } from '../support/sent-mails.js';

/** What a territory says of itself: written by its managers, read by everyone, hidden by administrators, left by contacts. */
let platform: Platform;
let admin: string;
let here: string;
let there: string;
let manager: { token: string; email: string; id: string };

const DRAFT = `version publishedVersion savedAt hiddenAt hiddenReason hiddenWords presentation { fr en }
  contacts { id name role { fr en } email phone } housing { title { fr } validUntil } transport { title { fr } }
  events { id title { fr } startsAt cancelled } links { url }`;
const OUTCOME = `__typename ... on TerritoryWelcomeDraft { ${DRAFT} }
  ... on TerritoryWelcomeChangedMeanwhile { version } ... on InvalidInput { problems { path message } } ... on Refusal { message }`;
const HIDDEN = '__typename ... on TerritoryWelcomeDraft { hiddenAt } ... on Refusal { message }';
const SAVE = `mutation ($input: TerritoryWelcomeInput!) { saveTerritoryWelcome(input: $input) { ${OUTCOME} } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!) { publishTerritoryWelcome(territoryId: $id, version: $version) { ${OUTCOME} } }`;
const HIDE = `mutation ($id: ID!, $words: String) { hideTerritoryWelcome(territoryId: $id, reason: WRONG_INFORMATION, words: $words) { ${HIDDEN} } }`;
const SHOW = `mutation ($id: ID!) { showTerritoryWelcome(territoryId: $id) { ${HIDDEN} } }`;
const READ = `query ($id: ID!, $from: Date) { node(id: $id) { ... on Territory { name welcome { state message updatedAt
  presentation { text language } gaps { section message } successors { name generation }
  contacts { name role email phone language }
  housing { title text by amount url validUntil language } transport { title } links { title url }
  events(first: 2, from: $from) { nodes { id title when place cancelled ics language } pageInfo { hasNextPage endCursor } } } } } }`;

const save = async (input: object, token = manager.token): Promise<any> => {
  const { data, errors } = await platform.send(SAVE, { input }, { token });
  return errors ? errors[0].extensions.code : data.saveTerritoryWelcome;
};
const publish = async (version: number, token = manager.token, id = here): Promise<any> => {
  const { data, errors } = await platform.send(PUBLISH, { id, version }, { token });
  return errors ? errors[0].extensions.code : data.publishTerritoryWelcome;
};
const read = async (id: string, language = 'fr', from?: string): Promise<any> =>
  (await platform.ask(READ, { id, from }, { language })).node.welcome;
const draft = async (id = here, token = manager.token): Promise<any> => {
  const { data, errors } = await platform.send(
    `query ($id: ID!) { node(id: $id) { ... on Territory { welcomeDraft { ${DRAFT} } } } }`,
    { id },
    { token },
  );
  return errors ? errors[0].extensions.code : data.node.welcomeDraft;
};

const text = (fr: string, en?: string) => ({ fr, ...(en && { en }) });
const whole = (differs: object = {}) => ({
  territoryId: here,
  version: 0,
  presentation: text('Une vallée d’usines <b>vivantes</b>.\n\nVenez !', 'A valley of living factories.'),
  contacts: [
    {
      name: 'Dominique Fictive',
      role: text('Cheffe de projet', 'Project manager'),
      email: 'Contact.Un@Exemple.example',
      agreed: true,
    },
    { role: text('Service emploi'), phone: '04 74 00 00 00' },
  ],
  housing: [
    {
      title: text('Chambres au lycée', 'Rooms'),
      text: text('Vingt chambres.', 'Twenty rooms.'),
      by: 'Lycée fictif',
      amount: text('250 € par mois', '€250 a month'),
      url: 'https://logement.example/chambres',
      validUntil: '2026-10-15',
    },
    { title: text('Garantie'), text: text('Pour tous.') },
  ],
  transport: [{ title: text('Navette'), text: text('Entre la gare et la zone.') }],
  events: [
    {
      title: text('Portes ouvertes', 'Open day'),
      text: text('Visite.', 'A visit.'),
      startsAt: '2026-09-20T07:00:00Z',
      endsAt: '2026-09-20T15:00:00Z',
      communeCode: '01283',
      place: 'Maison de l’industrie',
    },
    {
      title: text('Salon'),
      text: text('Rencontres.'),
      startsAt: '2026-11-05T08:00:00Z',
      endsAt: '2026-11-05T17:00:00Z',
      cancelled: true,
    },
    {
      title: text('Forum'),
      text: text('Rencontres.'),
      startsAt: '2026-12-01T08:00:00Z',
      endsAt: '2026-12-01T17:00:00Z',
    },
  ],
  links: [{ title: text('Le site'), url: 'https://territoire.example/' }],
  ...differs,
});

beforeAll(async () => {
  platform = await Platform.start('welcome');
  platform.travelTo('2026-09-01T10:00:00Z');
  admin = (await anAdministrator(platform)).token;
  const { commune, territories } = await platform.ask(
    '{ commune(code: "01283") { territories { id } } territories { id } }',
  );
  here = commune.territories[0].id;
  there = territories.map(({ id }: any) => id).find((id: string) => id !== here);
  manager = await aTerritoryManager(platform, here);
});
afterAll(() => platform.stop());

test('before anyone wrote there is nothing, and it is said with what to do; a territory of 2018 leads to those of today', async () => {
  const empty = await read(here);
  expect(empty).toMatchObject({ state: 'NOTHING_YET', updatedAt: null, presentation: null, contacts: [], housing: [] });
  expect(empty.message).toMatch(/n’a encore rien publié/);
  expect(empty.gaps.map(({ section }: any) => section)).toEqual([
    'PRESENTATION',
    'CONTACTS',
    'HOUSING',
    'TRANSPORT',
    'EVENTS',
    'LINKS',
  ]);
  expect((await read(here, 'en')).gaps[1].message).toMatch(/^No contact is published/);
  const former = await read('LAUNCH_2018_2022:ti-0101');
  expect(former.state).toBe('FORMER');
  expect(former.successors.map(({ generation }: any) => generation)).toContain('CURRENT_2023_2027');
  expect(await draft()).toMatchObject({ version: 0, savedAt: null, contacts: [] });
});

test('a manager writes, sees it as others will, and publishes; others read it in French and English', async () => {
  const saved = await save(whole());
  expect(saved).toMatchObject({ __typename: 'TerritoryWelcomeDraft', version: 1, publishedVersion: null });
  const { node } = await platform.ask(
    '{ node(id: "' + here + '") { ... on Territory { welcomePreview { state contacts { email } } } } }',
    {},
    { token: manager.token },
  );
  expect(node.welcomePreview).toMatchObject({
    state: 'PUBLISHED',
    contacts: [{ email: 'contact.un@exemple.example' }, { email: null }],
  });
  expect((await read(here)).state).toBe('NOTHING_YET');
  expect(await publish(1)).toMatchObject({ version: 1, publishedVersion: 1 });
  const french = await read(here);
  expect(french).toMatchObject({
    state: 'PUBLISHED',
    message: null,
    updatedAt: '2026-09-01T10:00:00.000Z',
    presentation: { text: 'Une vallée d’usines vivantes.\n\nVenez !', language: 'FR' },
    gaps: [],
    successors: [],
  });
  expect(french.contacts).toEqual([
    {
      name: 'Dominique Fictive',
      role: 'Cheffe de projet',
      email: 'contact.un@exemple.example',
      phone: null,
      language: 'FR',
    },
    { name: null, role: 'Service emploi', email: null, phone: '04 74 00 00 00', language: 'FR' },
  ]);
  expect(french.events.nodes.map(({ title }: any) => title)).toEqual(['Portes ouvertes', 'Salon']);
  expect(french.events.pageInfo.hasNextPage).toBe(true);
  expect(french.events.nodes[0].when).toBe(
    'du dimanche 20 septembre 2026 à 09:00 au dimanche 20 septembre 2026 à 17:00',
  );
  expect(french.events.nodes[0].ics).toMatch(
    /METHOD:PUBLISH[\s\S]*DTSTART:20260920T070000Z[\s\S]*LOCATION:Maison de l’industrie\\, Oyonnax/,
  );
  expect(french.events.nodes[1].ics).toContain('STATUS:CANCELLED');
  const english = await read(here, 'en');
  expect(english.presentation).toEqual({ text: 'A valley of living factories.', language: 'EN' });
  expect(english.housing[0]).toMatchObject({
    title: 'Rooms',
    amount: '€250 a month',
    language: 'EN',
    validUntil: '2026-10-15',
  });
  expect(english.housing[1]).toMatchObject({ title: 'Garantie', language: 'FR' });
  expect(english.events.nodes[1]).toMatchObject({ title: 'Salon', language: 'FR', cancelled: true });
});

test('events end and help lapses by the clock, and pages of events go on where they ended', async () => {
  const later = await read(here, 'fr', '2026-11-06');
  expect(later.events.nodes.map(({ title }: any) => title)).toEqual(['Forum']);
  const { node } = await platform.ask(
    `query ($id: ID!, $after: String) { node(id: $id) { ... on Territory { welcome { events(first: 2, after: $after) { nodes { title } pageInfo { hasNextPage } } } } } }`,
    { id: here, after: (await read(here)).events.pageInfo.endCursor },
  );
  expect(node.welcome.events).toEqual({ nodes: [{ title: 'Forum' }], pageInfo: { hasNextPage: false } });
  platform.travelTo('2026-09-20T14:59:00Z');
  expect((await read(here)).events.nodes[0].title).toBe('Portes ouvertes');
  platform.travelTo('2026-09-20T15:00:00Z');
  expect((await read(here)).events.nodes[0].title).toBe('Salon');
  platform.travelTo('2026-10-15T21:59:00Z');
  expect((await read(here)).housing).toHaveLength(2);
  platform.travelTo('2026-10-15T22:00:00Z');
  expect((await read(here)).housing.map(({ title }: any) => title)).toEqual(['Garantie']);
  platform.travelTo('2027-01-01T10:00:00Z');
  expect((await read(here)).gaps.map(({ section }: any) => section)).toEqual(['EVENTS']);
  platform.travelTo('2026-09-01T11:00:00Z');
});

test('only its managers and administrators write and read drafts; not of another territory, not when suspended', async () => {
  const other = await aTerritoryManager(platform, there);
  const gone = await aTerritoryManager(platform, here);
  await suspend(platform, gone.email);
  const member = await signUp(platform, 'COMPANY_MEMBER');
  for (const token of [other.token, member.token]) {
    expect([await save(whole({ version: 1 }), token), await publish(1, token), await draft(here, token)]).toEqual(
      Array(3).fill('FORBIDDEN'),
    );
  }
  for (const token of ['', gone.token]) {
    expect([await save(whole({ version: 1 }), token), await draft(here, token)]).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  }
  expect(await save(whole({ territoryId: there }))).toBe('FORBIDDEN');
  expect(await save(whole({ territoryId: 'x' }))).toBe('FORBIDDEN');
  expect((await save(whole({ territoryId: 'x' }), admin)).problems[0].path).toEqual(['input', 'territoryId']);
  expect((await save(whole({ territoryId: 'LAUNCH_2018_2022:ti-0101' }), admin)).__typename).toBe('NotAllowed');
  const hide = await platform.send(HIDE, { id: here, words: null }, { token: manager.token });
  expect(hide.errors?.[0].extensions.code).toBe('FORBIDDEN');
  expect((await draft(here, admin)).version).toBe(1);
});

test('of two who write at once the second is told; ids of events and contacts stay, and who changed what is kept', async () => {
  const before = await draft();
  const [event] = before.events;
  const again = whole({
    version: 1,
    events: [{ ...whole().events[0], id: event.id, title: text('Portes grandes ouvertes') }],
  });
  const results = await Promise.all([save(again), save(again, admin)]);
  expect(results.map(({ __typename }: any) => __typename).sort()).toEqual([
    'TerritoryWelcomeChangedMeanwhile',
    'TerritoryWelcomeDraft',
  ]);
  expect((await draft()).events).toEqual([
    expect.objectContaining({ id: event.id, title: { fr: 'Portes grandes ouvertes' } }),
  ]);
  // Calendars are told of a change when it is published, not when a draft is saved.
  expect((await read(here)).events.nodes[0].ics).toContain('SEQUENCE:1');
  expect((await publish(1)).__typename).toBe('TerritoryWelcomeChangedMeanwhile');
  expect((await publish(2)).publishedVersion).toBe(2);
  expect((await read(here)).events.nodes[0].ics).toContain('SEQUENCE:2');
  const { node } = await platform.ask(
    '{ node(id: "' +
      here +
      '") { ... on Territory { welcomeChanges(first: 10) { nodes { act version sections accountId } } } } }',
    {},
    { token: manager.token },
  );
  const { nodes } = node.welcomeChanges;
  expect(nodes.map(({ act }: any) => act).sort()).toEqual(['PUBLISHED', 'PUBLISHED', 'SAVED', 'SAVED']);
  expect(nodes.find(({ act, version }: any) => act === 'SAVED' && version === 2).sections).toContain('EVENTS');
  const acts = await platform.db.query(`SELECT details FROM audit_entry WHERE act = 'territory.write' ORDER BY at`);
  expect(acts).toHaveLength(4);
});

test('all that is wrong is said at once, and nothing is stored', async () => {
  const long = 'a'.repeat(10_000);
  const when = { startsAt: '2026-09-20T10:00:00Z', endsAt: '2026-09-20T09:00:00Z' };
  const refused = await save(
    whole({
      version: 2,
      presentation: text(long),
      contacts: [
        { name: 'Quelqu’un', role: text(''), email: 'pas-une-adresse' },
        { role: text('Accueil') },
        { role: text('Accueil'), phone: 'javascript:1' },
      ],
      housing: [{ title: text(' <script>x</script> '), text: text('ok'), url: 'http://logement.example/' }],
      transport: [{ title: text('a'.repeat(121)), text: text('ok'), url: 'javascript:alert(1)' }],
      events: [
        { title: text('Salon'), text: text('ok'), ...when, communeCode: '00000', url: 'https://a:b@exemple.example/' },
        { title: text('Salon'), text: text('ok'), startsAt: '2026-09-01T10:00:00Z', endsAt: '2026-12-01T10:00:00Z' },
      ],
      links: Array.from({ length: 21 }, () => ({ title: text('x'), url: 'https://exemple' })),
    }),
  );
  const paths = refused.problems.map(({ path }: any) => path.slice(1).join('.'));
  expect(paths).toEqual(
    expect.arrayContaining([
      'presentation.fr',
      'contacts.0.role.fr',
      'contacts.0.email',
      'contacts.0.agreed',
      'contacts.1.email',
      'contacts.2.phone',
      'housing.0.title.fr',
      'housing.0.url',
      'transport.0.title.fr',
      'transport.0.url',
      'events.0.endsAt',
      'events.0.communeCode',
      'events.0.url',
      'events.1.endsAt',
      'links',
      'links.0.url',
    ]),
  );
  for (const validUntil of ['0000-01-01', '2026-02-30', 'demain']) {
    expect(await save(whole({ version: 2, housing: [{ title: text('x'), text: text('x'), validUntil }] }))).toBe(
      'BAD_USER_INPUT',
    );
  }
  expect((await draft()).version).toBe(2);
});

test('what is wrong is reported; an administrator hides it, its managers are told, and a corrected page is shown again', async () => {
  const visitor = await signUp(platform, 'COMPANY_MEMBER');
  const report = (objectId: string) =>
    platform
      .ask(
        'mutation ($input: ReportInput!) { report(input: $input) { __typename } }',
        { input: { objectId, reason: 'WRONG_INFORMATION', words: 'Le loyer est faux.' } },
        { token: visitor.token },
      )
      .then((data: any) => data.report.__typename);
  expect(await report(there)).toBe('NothingToReport');
  expect([await report(here), await report(here)]).toEqual(['ReportTaken', 'ReportTaken']);
  const { moderationQueue } = await platform.ask(
    '{ moderationQueue(kind: TERRITORY) { nodes { id kind reportCount object { ... on Territory { id } } } } }',
    {},
    { token: admin },
  );
  expect(moderationQueue.nodes).toEqual([
    { id: expect.any(String), kind: 'TERRITORY', reportCount: 1, object: { id: here } },
  ]);
  const decided = await platform.ask(
    `mutation ($id: ID!) { decideCase(id: $id, decision: SUSPEND_OBJECT, reason: WRONG_INFORMATION, words: "Le loyer est à corriger.") { __typename } }`,
    { id: moderationQueue.nodes[0].id },
    { token: admin },
  );
  expect(decided.decideCase.__typename).toBe('ModerationCase');
  expect((await read(here)).state).toBe('NOTHING_YET');
  expect(await report(here)).toBe('NothingToReport');
  expect(await draft()).toMatchObject({ hiddenReason: 'WRONG_INFORMATION', hiddenWords: 'Le loyer est à corriger.' });
  expect((await lastMail(platform, /page masquée/)).text).toMatch(/Le loyer est à corriger/);
  expect(await sentMails(platform, manager.email)).toHaveLength(1);
  expect((await platform.ask(HIDE, { id: here, words: null }, { token: admin })).hideTerritoryWelcome.__typename).toBe(
    'AlreadySuspended',
  );
  const late = { role: text('Accueil tardif'), email: 'contact.deux@exemple.example' };
  const { contacts } = whole() as { contacts: object[] };
  expect((await save(whole({ version: 2, contacts: [...contacts, late] }))).version).toBe(3);
  expect((await publish(3)).hiddenAt).not.toBeNull();
  const letters = () => platform.db.query('SELECT FROM mail WHERE to_address = $1', [late.email]);
  expect(await letters()).toHaveLength(0);
  expect((await platform.ask(SHOW, { id: here }, { token: admin })).showTerritoryWelcome).toMatchObject({
    hiddenAt: null,
  });
  // Nobody is told of being shown before they are.
  expect(await letters()).toHaveLength(1);
  expect((await platform.ask(SHOW, { id: here }, { token: admin })).showTerritoryWelcome.__typename).toBe(
    'NotSuspended',
  );
  expect((await read(here)).state).toBe('PUBLISHED');
});

test('a contact is told once, leaves by a link, is gone everywhere and is not put back', async () => {
  const told = await sentMails(platform, 'contact.un@exemple.example');
  expect(told).toHaveLength(1);
  const token = new URL(told[0]!.links.find((link) => link.includes('retirer-un-contact'))!).searchParams.get('jeton');
  const remove = (given: string | null) =>
    platform
      .ask('mutation ($token: String!) { removeTerritoryContact(token: $token) { __typename } }', { token: given })
      .then((data: any) => data.removeTerritoryContact.__typename);
  expect(await remove('x')).toBe('NotAllowed');
  expect(await remove(token)).toBe('TerritoryContactRemoved');
  expect((await read(here)).contacts.map(({ role }: any) => role)).toEqual(['Service emploi', 'Accueil tardif']);
  expect((await draft()).contacts.map(({ role }: any) => role.fr)).toEqual(['Service emploi', 'Accueil tardif']);
  const rows = await platform.db.query(`SELECT * FROM territory_contact WHERE email = 'contact.un@exemple.example'`);
  expect(rows).toEqual([]);
  expect((await save(whole({ version: 3 }))).problems.map(({ path }: any) => path)).toEqual([
    ['input', 'contacts', '0', 'email'],
  ]);
});

test('someone with an account who is shown as a contact is gone from the page when they erase themselves', async () => {
  const person = await signUp(platform, 'COMPANY_MEMBER');
  const contacts = [{ name: 'Alix Fictif', role: text('Accueil'), email: person.email, agreed: true }];
  expect((await save(whole({ version: 3, contacts }))).version).toBe(4);
  const publishing = platform.db.createQueryRunner();
  await publishing.startTransaction();
  await publishing.query('SELECT FROM territory_welcome WHERE territory_id = $1 FOR NO KEY UPDATE', [here]);
  const erasing = platform.ask(
    'mutation ($password: String!) { eraseMyAccount(password: $password) { __typename } }',
    { password },
    { token: person.token },
  );
  const waits = async (): Promise<boolean> =>
    (
      await platform.db.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
      AND query LIKE '%territory_welcome%' AND datname = current_database()`)
    ).length > 0;
  while (!(await waits())) await setTimeout(20);
  await publishing.query(
    `INSERT INTO territory_contact (territory_id, stage, position, id, name, role_fr, email)
     SELECT territory_id, 'PUBLISHED', 9, id, name, role_fr, email FROM territory_contact
      WHERE territory_id = $1 AND stage = 'DRAFT' AND email = $2`,
    [here, person.email],
  );
  await publishing.commitTransaction();
  await publishing.release();
  const { eraseMyAccount } = await erasing;
  expect(eraseMyAccount.__typename).toBe('Erased');
  expect(JSON.stringify((await read(here)).contacts)).not.toContain('Alix');
  expect((await draft()).contacts).toEqual([]);
});

test('addresses of contacts are not gathered in one question', async () => {
  const { errors } = await platform.send('{ territories { welcome { contacts { email } } } }');
  expect(errors?.[0].message).toMatch(/trop coûteuse/);
  const { errors: none } = await platform.send('{ territories { name welcome { state presentation { text } } } }');
  expect(none).toBeUndefined();
});

test('companies of a territory: those there and those that hire there, verified and hiring ones first, suspended ones never', async () => {
  const COMPANIES = `query ($id: ID!, $first: Int, $after: String, $verifiedOnly: Boolean, $words: String) { node(id: $id) {
    ... on Territory { companies(first: $first, after: $after, verifiedOnly: $verifiedOnly, words: $words) {
      totalCount pageInfo { hasNextPage endCursor } edges { openOfferCount node { name verified verifiedSince } } nodes { name } } } } }`;
  const companies = async (variables: object = {}): Promise<any> =>
    (await platform.ask(COMPANIES, { id: here, first: 10, ...variables })).node.companies;
  const names = ({ nodes }: any) => nodes.map(({ name }: any) => name);
  const hiring = await anOwner(platform, { name: 'Zinc fictif', communeCode: '29019' });
  await anOffer(platform, hiring);
  await anOffer(platform, hiring);
  await anOwner(platform, { name: 'Écrous fictifs', communeCode: '01283' });
  const unverified = await anOwner(platform, { name: 'Acier fictif', communeCode: '01283' });
  const suspended = await anOwner(platform, { name: 'Bronze fictif', communeCode: '01283' });
  await anOwner(platform, { name: 'Ailleurs fictif', communeCode: '29019' });
  await platform.db.query('UPDATE company SET verified_at = NULL WHERE id = $1', [unverified.companyId]);
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [suspended.companyId]);
  const all = await companies();
  expect(names(all)).toEqual(['Zinc fictif', 'Écrous fictifs', 'Acier fictif']);
  expect(all.totalCount).toBe(3);
  expect(all.edges.map(({ openOfferCount }: any) => openOfferCount)).toEqual([2, 0, 0]);
  expect(all.edges.map(({ node }: any) => [node.verified, node.verifiedSince !== null])).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
  expect(names(await companies({ verifiedOnly: true }))).toEqual(['Zinc fictif', 'Écrous fictifs']);
  expect(names(await companies({ words: 'ecrous' }))).toEqual(['Écrous fictifs']);
  expect(names(await companies({ words: null, verifiedOnly: null }))).toHaveLength(3);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await companies({ first: 1, after });
    expect(page.totalCount).toBe(3);
    seen.push(...names(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(names(all));
  const { errors } = await platform.send(COMPANIES, { id: here, after: 'eyJ4IjoxfQ' });
  expect(errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
  const forged = Buffer.from(JSON.stringify([0, 0, '\0', hiring.companyId])).toString('base64url');
  const { errors: also } = await platform.send(COMPANIES, { id: here, after: forged });
  expect(also?.[0].extensions.code).toBe('BAD_USER_INPUT');
});

test('a whole page of a territory is one question, within what one question may cost', async () => {
  const PAGE = `query PageDUnTerritoire($code: String!) {
    territory(code: $code) {
      name communeCount population
      regions { name }
      welcome {
        state message updatedAt
        presentation { text }
        contacts { name role email phone }
        housing { title text by amount url validUntil }
        transport { title text by amount url validUntil }
        events(first: 10) { nodes { title when place cancelled url } }
        links { title url }
        gaps { section message }
      }
      companies(first: 10) { totalCount edges { openOfferCount node { id name verified } } }
      openOffers(first: 10) { nodes { id title company { name } } }
      programme {
        aids { aid verdict amountExplanation }
        programme { title priorities { title onThePlatform { title text figure } } }
      }
    }
  }`;
  const { territory } = await platform.ask(PAGE, { code: here.split(':')[1] });
  expect(territory.welcome.state).toBe('PUBLISHED');
  expect(territory.programme.programme.priorities).toHaveLength(4);
});
