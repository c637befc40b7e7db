import { type IdentityGround, IdentityGrounds, type Pair } from '../../src/candidates/identity-grounds.js';
import { aCandidate, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

const ground = (known: Pair[], declined?: Pair[]): IdentityGround => {
  const among = (pairs: Pair[]) => (candidateIds: readonly string[], companyIds: readonly string[]) =>
    Promise.resolve(
      pairs.filter(
        ({ candidateId, companyId }) => candidateIds.includes(candidateId) && companyIds.includes(companyId),
      ),
    );
  return { known: among(known), ...(declined && { declined: among(declined) }) };
};
const pair = (candidateId: string, companyId: string): Pair => ({ candidateId, companyId });

describe('how candidates stand to companies', () => {
  const grounds = new IdentityGrounds();
  grounds.register(ground([pair('lina', 'forge')]));
  grounds.register(
    ground([pair('noe', 'moulin')], [pair('lina', 'forge'), pair('noe', 'forge'), pair('zoe', 'forge')]),
  );
  const people = ['lina', 'noe', 'zoe', 'max'];

  test.each([
    ['one company', ['forge'], [true, false, false, false], [false, false, false, true]],
    ['another', ['moulin'], [false, true, false, false], [true, true, true, true]],
    ['both: one that was not declined is enough', ['forge', 'moulin'], [true, true, false, false], Array(4).fill(true)],
    ['none', [], Array(4).fill(false), Array(4).fill(false)],
  ])('%s', async (_which, companies, known, welcome) => {
    const standings = await grounds.standing(people, companies);
    expect(standings.map((standing) => standing.known)).toEqual(known);
    expect(standings.map((standing) => standing.welcome)).toEqual(welcome);
  });
});

describe('through the API', () => {
  let platform: Platform;
  let owner: { token: string; companyId: string };
  let offerId: string;

  beforeAll(async () => {
    platform = await Platform.start('identity');
    owner = await anOwner(platform);
    offerId = (await anOffer(platform, owner)).id;
  }, 60_000);
  afterAll(() => platform.stop());

  test('a list of a hundred asks each ground once, and reads the addresses in one query', async () => {
    await platform.db.query(
      `WITH person AS (INSERT INTO account (email, password_hash, role)
         SELECT 'applicant' || n || '@example.com', '-', 'CANDIDATE' FROM generate_series(1, 100) n RETURNING id),
       made AS (INSERT INTO candidate (account_id, first_name, last_name) SELECT id, 'Lina', 'Martin' FROM person RETURNING id)
       INSERT INTO application (offer_id, candidate_id, answer_due_on) SELECT $1, id, '2026-12-31' FROM made`,
      [offerId],
    );
    const asked: number[] = [];
    platform.app.get(IdentityGrounds).register({
      known: (candidateIds) => {
        asked.push(candidateIds.length);
        return Promise.resolve([]);
      },
    });
    const { offer } = await platform.ask(
      `query ($id: ID!) { offer(id: $id) { applications(first: 100) { nodes { candidate {
        firstName contact { firstName lastName email } } } } } }`,
      { id: offerId },
      owner,
    );
    const [one, ...others] = offer.applications.nodes.map(({ candidate }: any) => candidate);
    expect(others).toHaveLength(99);
    expect(one).toEqual({
      firstName: 'Lina',
      contact: { firstName: 'Lina', lastName: 'Martin', email: expect.stringMatching(/^applicant\d+@/) },
    });
    expect(new Set(others.map(({ contact }: any) => contact.email)).size).toBe(99);
    expect(asked).toEqual([100]);
  });

  test('one reads one’s own; a company that found one by a match does not', async () => {
    const candidate = await aCandidate(platform, { firstName: 'Zoé', visibleToCompanies: true });
    const READ = `query ($id: ID!) { node(id: $id) { ... on Candidate { firstName contact { email } } } }`;
    const own = (await platform.ask(READ, { id: candidate.id }, candidate)).node;
    expect(own).toEqual({ firstName: 'Zoé', contact: { email: expect.stringContaining('@') } });
    expect((await platform.ask(READ, { id: candidate.id }, owner)).node).toEqual({ firstName: null, contact: null });
  });
});
