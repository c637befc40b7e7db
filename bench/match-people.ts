import { createHash, randomBytes } from 'node:crypto';
import type { Candidate } from '../src/candidates/candidate.entity.js';
import type { Api } from './api.js';
import { timed } from './figures.js';
import type { Trial } from './trial.js';

export const warming = 10;

const MATCH = `match { score explanation scoringVersion distanceKm
  parts { criterion points pointsPossible explanation } matchedSkills { label } missingSkills { label }
  relatedSkills { closeness asked { label } has { label } } }`;
/** A page as a client shows it, with every explanation. */
export const OFFERS = `query ($after: String) { viewer { candidate { matchingOffers(after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id title company { name } sites { commune { name } } } ${MATCH} } } } } }`;
const CANDIDATES = `query ($id: ID!) { offer(id: $id) { matchingCandidates { totalCount edges { node { id } ${MATCH} } } } }`;

/** A session without the cost of a password. */
export async function tokenFor({ db }: Trial, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await db.query(`INSERT INTO session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`, [
    hash,
    accountId,
  ]);
  return token;
}

/** How long after its commit a change counts in the next match. */
export async function lag(trial: Trial, api: Api, candidate: Candidate): Promise<number[]> {
  const token = await tokenFor(trial, candidate.accountId);
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const shownNow = async (): Promise<string[]> =>
      (await api.ask(OFFERS, {}, token))['viewer'].candidate.matchingOffers.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    const [first] = await shownNow();
    if (!first) return times;
    await trial.db.query(`UPDATE offer SET status = 'PAUSED' WHERE id = $1`, [first]);
    const since = performance.now();
    await new Promise((done) => setTimeout(done, 5));
    for (;;) {
      const edges = (await api.ask(COUNT, {}, token))['viewer'].candidate.matchingOffers;
      if (edges.edges.length === 20 || performance.now() - since > 10_000) break;
    }
    times.push(performance.now() - since);
    await trial.db.query(`UPDATE offer SET status = 'OPEN' WHERE id = $1`, [first]);
  }
  return times;
}
const COUNT = '{ viewer { candidate { matchingOffers(first: 20) { edges { node { id } } } } } }';

export async function candidatesFor(trial: Trial, api: Api, offers: readonly string[]): Promise<number[]> {
  const [recruiter] = await trial.db.query<[{ id: string }]>(
    `INSERT INTO account (email, password_hash, role) VALUES ($1, '', 'COMPANY_MEMBER') RETURNING id`,
    [`recruiter${String(Date.now())}@bench.example`],
  );
  await trial.db.query(
    `INSERT INTO company_member (company_id, account_id, role)
     SELECT DISTINCT company_id, $1::uuid, 'owner' FROM offer WHERE id = ANY($2::uuid[])`,
    [recruiter.id, offers],
  );
  const token = await tokenFor(trial, recruiter.id);
  const times: number[] = [];
  for (const id of offers) times.push((await timed(() => api.ask(CANDIDATES, { id }, token))).milliseconds);
  return times.slice(warming);
}
