import { jest } from '@jest/globals';
import { MatchLog } from '../../src/matchlog/match-log.js';
import {
  aCandidate,
  aMember,
  aMessage,
  anAdministrator,
  anOffer,
  anOwner,
  applyTo,
  skillCodes,
} from '../support/people.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('board');
});
beforeEach(() => {
  platform.travelTo('2026-09-01T08:00:00Z');
});
afterAll(() => platform.stop());

type Owner = Awaited<ReturnType<typeof anOwner>>;

const CARDS = `edges { cursor node { daysLeft overdue noteCount interview { status } match { score parts { criterion explanation } }
  application { id status unreadMessages candidate { firstName } offer { id } } } } pageInfo { hasNextPage endCursor }`;

const BOARD = `query ($id: ID!, $filter: BoardFilter, $sort: BoardSort, $first: Int, $after: String) { company(id: $id) {
  board(filter: $filter, sort: $sort) { total overdue unread
    columns { status count overdue unread cards(first: $first, after: $after) { ${CARDS} } }
    offers { count waiting overdue unread offer { id title } } } } }`;

async function board(token: string, id: string, variables: object = {}): Promise<any> {
  const { company } = await platform.ask(BOARD, { id, first: 20, ...variables }, { token });
  return company.board;
}

const namesIn = (of: any, status?: string): string[] =>
  of.columns
    .filter((column: any) => !status || column.status === status)
    .flatMap(({ cards }: any) => cards.edges.map(({ node }: any) => node.application.candidate.firstName));

async function applicant(offerId: string, profile: object = {}, message = aMessage) {
  const candidate = await aCandidate(platform, profile);
  const { id, __typename } = await applyTo(platform, candidate.token, offerId, message);
  expect(__typename).toBe('Application');
  return { ...candidate, applicationId: id as string };
}

const ANSWER = `mutation ($input: AnswerApplicationsInput!) { answerApplications(input: $input) { __typename
  ... on AnsweredApplications { answered unchanged refused outcomes { id outcome application { status }
    refusal { __typename message } } }
  ... on InvalidInput { message problems { path message } } } }`;

const answer = (token: string, input: object): Promise<any> =>
  platform.ask(ANSWER, { input }, { token }).then((data) => data.answerApplications);

const one = (token: string, mutation: string, variables: object): Promise<any> =>
  platform.ask(mutation, variables, { token }).then((data) => Object.values(data)[0]);

const SEND = `mutation ($id: ID!, $body: String!) { sendMessage(applicationId: $id, body: $body) { __typename
  ... on Refusal { message } } }`;

describe('columns and cards', () => {
  let owner: Owner;
  let welding: string;
  let quality: string;
  const people: Record<string, Awaited<ReturnType<typeof applicant>>> = {};

  beforeAll(async () => {
    platform.travelTo('2026-09-01T08:00:00Z');
    owner = await anOwner(platform);
    welding = (await anOffer(platform, owner, { title: 'Soudage', sites: [{ communeCode: '01283' }] })).id;
    quality = (await anOffer(platform, owner, { title: 'Qualité', sites: [{ communeCode: '88160' }] })).id;
    people['Zoé'] = await applicant(welding, { firstName: 'Zoé', lastName: 'Lefèvre' });
    platform.travelTo('2026-09-05T08:00:00Z');
    people['Amin'] = await applicant(
      quality,
      { firstName: 'Amin' },
      `J’ai restauré des œuvres d’été en atelier. ${aMessage}`,
    );
    platform.travelTo('2026-09-09T08:00:00Z');
    people['Lou'] = await applicant(welding, { firstName: 'Lou' });
    await answer(owner.token, { ids: [people['Lou'].applicationId], answer: 'INTERVIEW' });
  });
  beforeEach(() => {
    platform.travelTo('2026-09-18T08:00:00Z');
  });

  test('every state is a column; what is due first comes first, and who is overdue is said', async () => {
    const all = await board(owner.token, owner.companyId);
    expect(all.columns.map(({ status, count, overdue }: any) => [status, count, overdue])).toEqual([
      ['SENT', 2, 1],
      ['SEEN', 0, 0],
      ['INTERVIEW', 1, 0],
      ['ACCEPTED', 0, 0],
      ['DECLINED', 0, 0],
      ['WITHDRAWN', 0, 0],
      ['CLOSED_UNANSWERED', 0, 0],
    ]);
    expect(all).toMatchObject({ total: 3, overdue: 1, unread: 0 });
    expect(namesIn(all, 'SENT')).toEqual(['Zoé', 'Amin']);
    const cards = all.columns[0].cards.edges.map(({ node: { daysLeft, overdue } }: any) => [daysLeft, overdue]);
    expect(cards).toEqual([
      [-2, true],
      [2, false],
    ]);
    expect(all.columns[2].cards.edges[0].node).toMatchObject({ daysLeft: null, overdue: false });
    expect(all.offers).toEqual([
      { count: 2, waiting: 1, overdue: 1, unread: 0, offer: { id: welding, title: 'Soudage' } },
      { count: 1, waiting: 1, overdue: 0, unread: 0, offer: { id: quality, title: 'Qualité' } },
    ]);
  });

  test('each filter keeps what it says, and two together keep what both say', async () => {
    await one(people['Amin']!.token, SEND, { id: people['Amin']!.applicationId, body: 'Une question.' });
    const wanted: [object, string[]][] = [
      [{ statuses: ['INTERVIEW'] }, ['Lou']],
      [{ offerIds: [quality] }, ['Amin']],
      [{ overdue: true }, ['Zoé']],
      [{ overdue: false }, ['Amin', 'Lou']],
      [{ dueWithinDays: 0 }, ['Zoé']],
      [{ dueWithinDays: 2 }, ['Zoé', 'Amin']],
      [{ unread: true }, ['Amin']],
      [{ unread: false }, ['Zoé', 'Lou']],
      [{ places: [{ departmentCode: '88' }] }, ['Amin']],
      [{ places: [{ commune: { code: '01283', radiusKm: 30 } }] }, ['Zoé', 'Lou']],
      [{ words: 'LEFEVRE zoe' }, ['Zoé']],
      [{ words: 'œuvres d’ete' }, ['Amin']],
      [{ words: 'restau' }, ['Amin']],
      [{ words: 'restauré zoé' }, []],
      [{ words: `!!! ' & | :* ( \\` }, []],
      [{ overdue: false, offerIds: [welding] }, ['Lou']],
      [{ offerIds: ['not-an-id'] }, []],
      [{ skillCodes: ['nothing'] }, []],
      [{ minScore: 100 }, []],
      [{ minScore: 0 }, ['Zoé', 'Amin', 'Lou']],
      [{ hasInterview: true }, []],
      [{ words: null, statuses: [], offerIds: null }, ['Zoé', 'Amin', 'Lou']],
    ];
    for (const [filter, names] of wanted)
      expect([filter, namesIn(await board(owner.token, owner.companyId, { filter }))]).toEqual([filter, names]);
    const none = await platform.send(
      BOARD,
      { id: owner.companyId, filter: { places: [{ departmentCode: 'zz' }] } },
      { token: owner.token },
    );
    expect(none.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a board of one offer shows what was sent to it', async () => {
    const { offer } = await platform.ask(
      'query ($id: ID!) { offer(id: $id) { board { total columns { status count } } } }',
      { id: quality },
      owner,
    );
    expect(offer.board).toMatchObject({ total: 1, columns: expect.arrayContaining([{ status: 'SENT', count: 1 }]) });
  });

  test('owners, recruiters and readers see the board; nobody else does, whatever they ask', async () => {
    const ask = (token?: string) => platform.send(BOARD, { id: owner.companyId }, token ? { token } : {});
    for (const role of ['recruiter', 'reader']) {
      const { token } = await aMember(platform, owner.companyId, role);
      expect((await board(token, owner.companyId)).total).toBe(3);
    }
    const stranger = await anOwner(platform);
    for (const token of [people['Zoé']!.token, stranger.token])
      expect((await ask(token)).errors?.[0].extensions.code).toBe('FORBIDDEN');
    expect((await ask()).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  test('the match of a card is remembered as shown, and reads the same later', async () => {
    const { columns } = await board(owner.token, owner.companyId, { filter: { offerIds: [quality] } });
    const { match } = columns[0].cards.edges[0].node;
    await platform.app.get(MatchLog, { strict: false }).flush();
    const { matchHistory } = await platform.ask(
      `query ($offerId: ID!, $candidateId: ID!) { matchHistory(offerId: $offerId, candidateId: $candidateId) {
        nodes { shownTo match { score parts { criterion explanation } } } } }`,
      { offerId: quality, candidateId: people['Amin']!.id },
      { token: owner.token },
    );
    expect(matchHistory.nodes).toContainEqual({ shownTo: 'COMPANY', match });
  });

  test('an administrator sees it without scores, and every card shown is in the audit log', async () => {
    const { token } = await anAdministrator(platform);
    const all = await board(token, owner.companyId);
    expect(namesIn(all)).toHaveLength(3);
    for (const column of all.columns) for (const { node } of column.cards.edges) expect(node.match).toBeNull();
    const rows = await platform.db.query(
      `SELECT DISTINCT object_id AS id FROM audit_entry WHERE act = 'application.read' ORDER BY 1`,
    );
    expect(rows.map(({ id }: any) => id)).toEqual(
      Object.values(people)
        .map(({ applicationId }) => applicationId)
        .sort(),
    );
  });
});

describe('a board of two thousand', () => {
  let owner: Owner;
  let offerId: string;

  beforeAll(async () => {
    owner = await anOwner(platform);
    const [code] = await skillCodes(platform, 'soudage');
    offerId = (await anOffer(platform, owner, { requiredSkillCodes: [code], studyLevel: 'BAC_2' })).id;
    await platform.db.query(
      `WITH people AS (INSERT INTO account (email, role) SELECT 'many' || n || '@example.com', 'CANDIDATE'
                         FROM generate_series(1, 2000) n RETURNING id),
            profiles AS (INSERT INTO candidate (account_id, first_name, study_level, skills)
                         SELECT id, 'Sacha', (ARRAY['BAC_2', 'BAC_5', 'BAC'])[1 + floor(random() * 3)::int],
                                jsonb_build_array(jsonb_build_object('code', $2::text, 'level',
                                  (ARRAY['NOTION', 'PRACTISED', 'MASTERED'])[1 + floor(random() * 3)::int]))
                           FROM people RETURNING id)
       INSERT INTO application (offer_id, candidate_id, message, sent_at, answer_due_on, status)
       SELECT $1, id, 'Bonjour à toute l’équipe.', timestamptz '2026-08-20' + random() * interval '10 days',
              date '2026-09-01' + (random() * 20)::int, (ARRAY['SENT', 'SEEN', 'INTERVIEW'])[1 + floor(random() * 3)::int]
         FROM profiles`,
      [offerId, code],
    );
  }, 60_000);

  /** How many statements a question costs the database, without what is written after the answer. */
  async function statements(work: () => Promise<unknown>): Promise<number> {
    const log = platform.app.get(MatchLog, { strict: false });
    await log.flush();
    const later = jest.spyOn(log, 'flush').mockResolvedValue();
    const runner = platform.db.createQueryRunner();
    const prototype = Object.getPrototypeOf(runner) as { query(...given: unknown[]): Promise<unknown> };
    const before = prototype.query;
    let count = 0;
    prototype.query = function (...given) {
      count += 1;
      return before.apply(this, given);
    };
    try {
      await work();
    } finally {
      prototype.query = before;
      later.mockRestore();
      await runner.release();
    }
    return count;
  }

  test('a page of it costs as many statements for two cards as for fifty, and comes in a moment', async () => {
    await board(owner.token, owner.companyId, { first: 1 });
    const few = await statements(() => board(owner.token, owner.companyId, { first: 2 }));
    const started = performance.now();
    const many = await statements(async () => {
      const all = await board(owner.token, owner.companyId, { first: 50 });
      expect(all.total).toBe(2000);
      expect(namesIn(all)).toHaveLength(150);
    });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(many).toBe(few);
  }, 30_000);

  test.each(['URGENCY', 'NEWEST', 'LAST_MOVED', 'SCORE'])(
    'pages in the order %s show each card once, in that order, while others are answered meanwhile',
    async (sort) => {
      const seen: string[] = [];
      let after: string | null = null;
      const filter = { statuses: ['SENT'] };
      const first = await board(owner.token, owner.companyId, { filter, sort, first: 1 });
      const count = first.columns[0].count as number;
      const gone: string[] = [];
      for (;;) {
        const { columns } = await board(owner.token, owner.companyId, { filter, sort, first: 100, after });
        const { edges, pageInfo } = columns[0].cards;
        seen.push(...edges.map(({ node }: any) => node.application.id));
        if (seen.length === 100) {
          gone.push(seen[50]!);
          await answer(owner.token, { ids: gone, answer: 'INTERVIEW' });
        }
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toHaveLength(count);
      expect(new Set(seen).size).toBe(count);
      const other = sort === 'NEWEST' ? 'LAST_MOVED' : 'NEWEST';
      const wrong = await platform.send(
        BOARD,
        { id: owner.companyId, filter, sort: other, first: 1, after },
        { token: owner.token },
      );
      expect(wrong.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    },
    60_000,
  );

  test('the best match comes first, by the score that the card shows, and follows the profile', async () => {
    const { columns } = await board(owner.token, owner.companyId, { sort: 'SCORE', first: 50 });
    for (const { cards } of columns) {
      const scores = cards.edges.map(({ node }: any) => node.match.score);
      expect(scores).toEqual([...scores].sort((one: number, other: number) => other - one));
    }
    const { total } = await board(owner.token, owner.companyId, {
      filter: { minScore: columns[0].cards.edges[0].node.match.score },
    });
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(10_000);
    await platform.db.query(
      `UPDATE candidate SET skills = '[]', updated_at = now() WHERE id IN
      (SELECT candidate_id FROM application WHERE id = $1)`,
      [columns[0].cards.edges[0].node.application.id],
    );
    const after = await board(owner.token, owner.companyId, { sort: 'SCORE', first: 100 });
    const ids = after.columns[0].cards.edges.map(({ node }: any) => node.application.id);
    expect(ids).not.toContain(columns[0].cards.edges[0].node.application.id);
  });
});
