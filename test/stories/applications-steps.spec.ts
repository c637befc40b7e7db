import { AlertKeeper } from '../../src/alerts/alert-keeper.js';
import { answerTo, aWrittenOwner, decline, type Owner, see, steps, withdraw } from '../applications/steps.js';
import { applicationSides, mayMove } from '../../src/applications/application-moves.js';
import { ApplicationMoves } from '../../src/applications/application-moves.service.js';
import { applicationStatuses } from '../../src/applications/application-status.js';
import { aCandidate, aMember, anAdministrator, anOffer, applyTo, saveProfile, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { sentMails } from '../support/sent-mails.js';

/** What both sides do with an application, what is refused and by which type, and where one reads that one applied. */
let platform: Platform;
let owner: Owner;

beforeAll(async () => {
  platform = await Platform.start('applications_steps');
  platform.travelTo('2026-09-01T10:00:00Z');
  owner = await aWrittenOwner(platform);
}, 60_000);
beforeEach(() => {
  platform.travelTo('2026-09-01T10:00:00Z');
});
afterAll(() => platform.stop());

const applied = async (): Promise<{ token: string; id: string; offerId: string; candidateId: string }> => {
  const { id: offerId } = await anOffer(platform, owner);
  const { token, id: candidateId } = await aCandidate(platform);
  return { token, offerId, candidateId, id: (await applyTo(platform, token, offerId)).id };
};
const moves = async (token: string, id: string): Promise<string[]> =>
  (await steps(platform, token, id)).events.map(({ to }: any) => to);

test('seen, met, hired: every step is dated, by a side, with its words, and the candidate reads and is written all', async () => {
  const { id: offerId } = await anOffer(platform, owner, { title: 'Bras droit' });
  const { token, email } = await signUp(platform, 'CANDIDATE');
  const { id } = await applyTo(platform, token, offerId);
  platform.travelTo('2026-09-02T10:00:00Z');
  expect(await see(platform, owner.token, id)).toMatchObject({ status: 'SEEN' });
  platform.travelTo('2026-09-03T10:00:00Z');
  expect(
    await answerTo(platform, owner.token, id, 'INTERVIEW', { words: '<b>Parlons-en</b>', signedAs: 'Anne, RH' }),
  ).toMatchObject({ status: 'INTERVIEW' });
  expect(await see(platform, owner.token, id)).toMatchObject({ status: 'INTERVIEW' });
  expect(await answerTo(platform, owner.token, id, 'INTERVIEW')).toMatchObject({ status: 'INTERVIEW' });
  platform.travelTo('2026-09-04T10:00:00Z');
  expect(await answerTo(platform, owner.token, id, 'ACCEPTED')).toMatchObject({ status: 'ACCEPTED' });
  const { events } = await steps(platform, token, id);
  const company = { side: 'COMPANY', notice: null, reason: null };
  expect(events).toMatchObject([
    { from: null, to: 'SENT', side: 'CANDIDATE', at: '2026-09-01T10:00:00.000Z' },
    { ...company, from: 'SENT', to: 'SEEN', at: '2026-09-02T10:00:00.000Z', words: null },
    { ...company, from: 'SEEN', to: 'INTERVIEW', words: 'Parlons-en', signedAs: 'Anne, RH' },
    { ...company, from: 'INTERVIEW', to: 'ACCEPTED', at: '2026-09-04T10:00:00.000Z' },
  ]);
  await platform.jobs();
  const mails = await sentMails(platform, email);
  const met = 'Plasturgie du Haut-Bugey souhaite vous rencontrer';
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    ...['Candidature envoyée : Bras droit', 'Plasturgie du Haut-Bugey a retenu votre candidature', met],
  ]);
  expect(mails.find(({ subject }) => subject === met)!.text).toContain('Parlons-en');
});

test('a refusal has a reason from the list, "other" its words, and nothing else has a reason', async () => {
  const { id, token } = await applied();
  const wrong: [string, object, string][] = [
    ['DECLINED', {}, 'reason'],
    ['DECLINED', { reason: null, words: 'Non.' }, 'reason'],
    ['DECLINED', { reason: 'OTHER' }, 'words'],
    ['DECLINED', { reason: 'OTHER', words: ' <p> </p> ' }, 'words'],
    ['DECLINED', { reason: 'PLACE', words: 'é'.repeat(2_001) }, 'words'],
    ['DECLINED', { reason: 'PLACE', signedAs: 'é'.repeat(101) }, 'signedAs'],
    ['INTERVIEW', { reason: 'PLACE' }, 'reason'],
    ['ACCEPTED', { reason: 'OTHER', words: 'Oui.' }, 'reason'],
  ];
  for (const [answer, said, path] of wrong) {
    expect(await answerTo(platform, owner.token, id, answer, said)).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: [path] }],
    });
  }
  expect(await moves(token, id)).toEqual(['SENT']);
  await answerTo(platform, owner.token, id, 'DECLINED', { reason: 'OTHER', words: 'Le poste change.' });
  expect((await steps(platform, token, id)).events.at(-1)).toMatchObject({
    reason: 'OTHER',
    words: 'Le poste change.',
  });
});

test('every state, every side, every move: what the table does not have is refused by type and changes nothing', async () => {
  const { id, token } = await applied();
  const service = platform.app.get(ApplicationMoves, { strict: false });
  const undone = new Error('undone');
  const wrong: string[] = [];
  for (const from of applicationStatuses) {
    await platform.db.query('UPDATE application SET status = $2 WHERE id = $1', [id, from]);
    for (const to of applicationStatuses.filter((one) => one !== from)) {
      for (const side of applicationSides) {
        const reason = to === 'DECLINED' ? 'SKILLS' : null;
        let name = '';
        await platform.db
          .transaction(async (tx) => {
            name = (await service.move(tx, { id, to, reason, by: { side, accountId: null } })).constructor.name;
            throw undone;
          })
          .catch((error: unknown) => {
            if (error !== undone) throw error;
          });
        const expected = mayMove(from, to, side) ? 'Application' : 'IllegalApplicationMove';
        if (name !== expected) wrong.push(`${from} > ${to} by ${side}: ${name}`);
      }
    }
    if (!['SENT', 'SEEN', 'INTERVIEW'].includes(from)) {
      const other = from === 'ACCEPTED' ? 'INTERVIEW' : 'ACCEPTED';
      expect(await answerTo(platform, owner.token, id, other)).toMatchObject({
        ...{ __typename: 'IllegalApplicationMove', from, to: other },
      });
      expect(await see(platform, owner.token, id)).toMatchObject({ status: from });
      if (from !== 'WITHDRAWN')
        expect(await withdraw(platform, token, id)).toMatchObject({ __typename: 'IllegalApplicationMove', from });
    }
  }
  expect(wrong).toEqual([]);
  expect(await moves(token, id)).toEqual(['SENT']);
});

test('taken back: by its candidate alone, told to the company, and for good', async () => {
  const { id, token, offerId } = await applied();
  const stranger = await aCandidate(platform);
  for (const who of [stranger, owner]) {
    expect(await withdraw(platform, who.token, id)).toEqual(await withdraw(platform, who.token, 'nothing'));
    expect(await withdraw(platform, who.token, id)).toMatchObject({ __typename: 'NotAllowed' });
  }
  const outsider = await aWrittenOwner(platform);
  const reader = await aMember(platform, owner.companyId, 'reader');
  for (const who of [stranger, outsider, reader, { token }]) {
    expect(await decline(platform, who.token, id)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await see(platform, who.token, id)).toMatchObject({ __typename: 'NotAllowed' });
  }
  expect(await withdraw(platform, token, id, 'J’ai trouvé ailleurs.')).toMatchObject({ status: 'WITHDRAWN' });
  expect(await withdraw(platform, token, id)).toMatchObject({ status: 'WITHDRAWN' });
  expect((await steps(platform, owner.token, id)).events.at(-1)).toMatchObject({ words: 'J’ai trouvé ailleurs.' });
  expect(await applyTo(platform, token, offerId)).toMatchObject({ __typename: 'AlreadyApplied', application: { id } });
  await platform.jobs();
  expect(await sentMails(platform, /^Candidature retirée/)).toMatchObject([{ to: [owner.email] }]);
});

test('taken back and refused at the same moment: one of both happens, and is told once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, token } = await applied();
    const answers = await Promise.all([
      withdraw(platform, token, id),
      decline(platform, owner.token, id),
      withdraw(platform, token, id),
      decline(platform, owner.token, id),
    ]);
    const [, end] = await moves(token, id);
    expect(await moves(token, id)).toEqual(['SENT', end]);
    expect(answers.map(({ __typename, status }) => status ?? __typename)).toEqual(
      (end === 'WITHDRAWN' ? [0, 2] : [1, 3]).reduce<string[]>(
        (all, at) => {
          all[at] = end!;
          return all;
        },
        Array.from({ length: 4 }, () => 'IllegalApplicationMove'),
      ),
    );
  }
});

test('twenty a day, in days of France, on the day of 25 hours too', async () => {
  platform.travelTo('2026-10-24T22:00:00Z');
  const { token, id } = await aCandidate(platform);
  const company = await aWrittenOwner(platform);
  const [offer, other] = [await anOffer(platform, company), await anOffer(platform, company)];
  await platform.db.query(
    `WITH copies AS (INSERT INTO offer (slug, company_id, status, title, description, mission_category, contract_type)
       SELECT 'capped-' || n, company_id, 'DRAFT', title, description, mission_category, contract_type
         FROM offer, generate_series(1, 19) AS n WHERE id = $1 RETURNING id)
     INSERT INTO application (candidate_id, offer_id, sent_at, answer_due_on)
       SELECT $2, id, '2026-10-24T22:00:00Z', '2026-11-09' FROM copies`,
    [offer.id, id],
  );
  const CAP = `mutation ($id: ID!) { applyToOffer(offerId: $id, message: "Bonjour, je souhaite vous rejoindre.") { __typename
    ... on DailyCapReached { cap resetsAt } } }`;
  const apply = async (to: string) => (await platform.ask(CAP, { id: to }, { token })).applyToOffer;
  platform.travelTo('2026-10-25T22:59:59Z');
  const answers = await Promise.all([apply(offer.id), apply(other.id)]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Application', 'DailyCapReached']);
  expect(answers).toContainEqual({
    ...{ __typename: 'DailyCapReached', cap: 20, resetsAt: '2026-10-25T23:00:00.000Z' },
  });
  const left = answers[0].__typename === 'Application' ? other.id : offer.id;
  platform.travelTo('2026-10-25T23:00:00Z');
  expect(await apply(left)).toEqual({ __typename: 'Application' });
});

test('one’s own offer, one that is withheld, and one that is no VTE for the profile are refused by type', async () => {
  const { id } = await anOffer(platform, owner, { startsOn: '2026-10-01' });
  const insider = await aCandidate(platform);
  await platform.db.query(
    `INSERT INTO company_member (company_id, account_id, role)
     SELECT $1, account_id, 'reader' FROM candidate WHERE id = $2`,
    [owner.companyId, insider.id],
  );
  expect(await applyTo(platform, insider.token, id)).toMatchObject({ __typename: 'OwnOffer' });
  const late = await aCandidate(platform, { diplomaOn: '2020-07-01' });
  const WHY = `mutation ($id: ID!) { applyToOffer(offerId: $id, message: "Bonjour, je souhaite vous rejoindre.") { __typename
    ... on NotEligibleForOffer { message gates { gate passed explanation } } } }`;
  const { applyToOffer: refused } = await platform.ask(WHY, { id }, late);
  expect(refused).toMatchObject({ __typename: 'NotEligibleForOffer', gates: [{ gate: 'VTE', passed: false }] });
  expect(refused.message).toBe(refused.gates[0].explanation);
  await saveProfile(platform, late.token, { diplomaOn: '2026-07-01' });
  expect(await applyTo(platform, late.token, id)).toMatchObject({ __typename: 'Application' });
  const other = await aWrittenOwner(platform);
  const theirs = await anOffer(platform, other);
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [other.companyId]);
  expect(await applyTo(platform, late.token, theirs.id)).toMatchObject({ __typename: 'OfferNotOpen' });
});

test('every list says what one applied to, to the one who did and to nobody else', async () => {
  const candidate = await aCandidate(platform);
  const stranger = await aCandidate(platform);
  const SAVE = 'mutation { saveSearch(name: "Tout", filter: { missionCategories: [FINANCE] }) { __typename } }';
  for (const who of [candidate, stranger]) await platform.ask(SAVE, {}, who);
  const yes = await anOffer(platform, owner, { missionCategory: 'FINANCE' });
  const no = await anOffer(platform, owner, { missionCategory: 'FINANCE' });
  const { id } = await applyTo(platform, candidate.token, yes.id);
  for (const who of [candidate, stranger])
    for (const offer of [yes, no])
      await platform.ask('mutation ($id: ID!) { keepFavourite(offerId: $id) { __typename } }', { id: offer.id }, who);
  await platform.app.get(AlertKeeper, { strict: false }).all();
  await platform.settled();
  const MINE = 'id myApplication { id }';
  const LISTS = `query ($company: ID!) {
    searchOffers(first: 50, filter: { missionCategories: [FINANCE] }) { edges { node { ${MINE} } } }
    company(id: $company) { openOffers(first: 100) { nodes { ${MINE} } } }
    viewer { candidate { matchingOffers(first: 50, filter: { missionCategories: [FINANCE] }) { edges { node { ${MINE} } } }
      favourites { nodes { offer { ${MINE} } } } alerts { nodes { offer { ${MINE} } } } } } }`;
  const lists = async (who: object): Promise<any[][]> => {
    const { searchOffers, company, viewer } = await platform.ask(LISTS, { company: owner.companyId }, who);
    return [
      searchOffers.edges.map(({ node }: any) => node),
      company.openOffers.nodes,
      ...(viewer?.candidate
        ? [
            viewer.candidate.matchingOffers.edges.map(({ node }: any) => node),
            viewer.candidate.favourites.nodes.map(({ offer }: any) => offer),
            viewer.candidate.alerts.nodes.map(({ offer }: any) => offer),
          ]
        : []),
    ];
  };
  const said = (list: any[], offer: string) => list.find((one) => one.id === offer)?.myApplication;
  const own = await lists(candidate);
  for (const list of own) expect(list.map((one) => one.id)).toEqual(expect.arrayContaining([yes.id, no.id]));
  expect(own.map((list) => said(list, yes.id))).toEqual(own.map(() => ({ id })));
  expect(own.map((list) => said(list, no.id))).toEqual(own.map(() => null));
  for (const who of [stranger, owner, {}]) {
    const theirs = await lists(who);
    expect(theirs.map((list) => said(list, yes.id))).toEqual(theirs.map(() => null));
  }
});

test('my applications by state, by words, and in another order', async () => {
  const { token } = await aCandidate(platform);
  const titles = ['Contrôle de gestion', 'Qualité des moules', 'Logistique'];
  const ids: string[] = [];
  for (const [at, title] of titles.entries()) {
    platform.travelTo(`2026-09-0${at + 1}T10:00:00Z`);
    const { id } = await anOffer(platform, owner, { title });
    ids.push((await applyTo(platform, token, id)).id);
  }
  platform.travelTo('2026-09-04T10:00:00Z');
  await decline(platform, owner.token, ids[0]!);
  const MINE = `query ($filter: ApplicationFilter, $sort: ApplicationSort) { viewer { candidate {
    applications(filter: $filter, sort: $sort) { nodes { id } } applicationCounts { status count } } } }`;
  const mine = async (filter: object | null, sort?: string): Promise<number[]> =>
    (await platform.ask(MINE, { filter, sort }, { token })).viewer.candidate.applications.nodes.map(({ id }: any) =>
      ids.indexOf(id),
    );
  expect(await mine(null)).toEqual([2, 1, 0]);
  expect(await mine({}, 'LAST_MOVED')).toEqual([0, 2, 1]);
  expect(await mine({}, 'ANSWER_DUE')).toEqual([0, 1, 2]);
  expect(await mine({ live: true })).toEqual([2, 1]);
  expect(await mine({ statuses: ['DECLINED', 'SEEN'] })).toEqual([0]);
  expect(await mine({ words: 'CONTROLE gest' })).toEqual([0]);
  expect(await mine({ words: 'bugey qualite' })).toEqual([1]);
  expect(await mine({ words: 'soudage' })).toEqual([]);
  expect(await mine({ words: ' % ' })).toEqual([2, 1, 0]);
  const { applicationCounts } = (await platform.ask(MINE, {}, { token })).viewer.candidate;
  expect(applicationCounts).toEqual([
    { status: 'DECLINED', count: 1 },
    { status: 'SENT', count: 2 },
  ]);
});

test('what an administrator does for a company is in the log, what its members do is not', async () => {
  const administrator = await anAdministrator(platform);
  const { id, offerId } = await applied();
  const DELAY = 'mutation ($id: ID!) { setAnswerDelay(companyId: $id, days: 20) { __typename } }';
  const QUOTA = 'mutation ($id: ID!) { setPauseAtWaiting(offerId: $id, pauseAtWaiting: 30) { __typename } }';
  const REVISE = 'mutation ($id: ID!) { reviseOffer(id: $id, changes: { openings: 2 }) { __typename } }';
  for (const who of [owner, administrator]) {
    await platform.ask(DELAY, { id: owner.companyId }, who);
    await platform.ask(QUOTA, { id: offerId }, who);
    await platform.ask(REVISE, { id: offerId }, who);
    await platform.ask('mutation ($id: ID!) { pauseOffer(id: $id) { __typename } }', { id: offerId }, who);
    await platform.ask('mutation ($id: ID!) { publishOffer(id: $id) { __typename } }', { id: offerId }, who);
  }
  await decline(platform, administrator.token, id);
  const ACCEPT = 'mutation ($input: AnswerApplicationInput!) { answerApplication(input: $input) { __typename } }';
  const { answerApplication } = await platform.ask(ACCEPT, { input: { id, answer: 'ACCEPTED' } }, administrator);
  expect(answerApplication.__typename).not.toBe('Application');
  await platform.ask('mutation ($id: ID!) { closeOffer(id: $id) { __typename } }', { id: offerId }, administrator);
  const noted = await platform.db.query(
    `SELECT act || ' ' || details AS what FROM audit_entry WHERE object_id = ANY($1)
      ORDER BY (act || ' ' || details) COLLATE "C"`,
    [[owner.companyId, offerId, id]],
  );
  expect(noted.map(({ what }: any) => what)).toEqual([
    'application.answer {"to": "DECLINED"}',
    'company.promise {"days": 20}',
    'offer.manage {"pauseAtWaiting": 30}',
    'offer.manage {"to": "CLOSED"}',
    'offer.manage {"to": "OPEN"}',
    'offer.manage {"to": "PAUSED"}',
    'offer.manage {"what": "revise"}',
  ]);
});

test('letters to a company about an application go when its candidate is erased', async () => {
  const { token, id } = await applied();
  const written = (): Promise<object[]> =>
    platform.db.query(
      `SELECT kind FROM mail JOIN candidate ON candidate.account_id = about_account_id
         JOIN application ON application.candidate_id = candidate.id WHERE application.id = $1 ORDER BY mail.created_at, kind`,
      [id],
    );
  platform.travelTo('2026-09-01T10:01:00Z');
  await withdraw(platform, token, id);
  expect(await written()).toEqual([{ kind: 'application-received' }, { kind: 'application-withdrawn' }]);
});
