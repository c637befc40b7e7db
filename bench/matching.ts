import { createHash, randomBytes } from 'node:crypto';
import {
  insertCandidates,
  insertCompanies,
  insertOffers,
  makeCandidates,
  makeOffers,
  readWorld,
} from './population.js';
import { sizeAsked, spread, timed } from './figures.js';
import { startTrial, type Trial } from './trial.js';

/** Matching both ways through the API, with explanations. `node dist/bench/matching.js 10000` offers. */
const count = sizeAsked(10_000);
const candidateCount = Math.max(100, Math.floor(count / 10));
const tried = 60;

const MATCH = 'match { score parts { criterion points pointsPossible explanation } missingSkills { label } }';
const OFFERS = `{ viewer { candidate { matchingOffers { totalCount edges { node { id title } ${MATCH} } } } } }`;
const CANDIDATES = `query ($id: ID!) { offer(id: $id) { matchingCandidates { totalCount edges { node { id } ${MATCH} } } } }`;

/** A session without the cost of a password. */
async function tokenFor({ db }: Trial, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await db.query(`INSERT INTO session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`, [
    hash,
    accountId,
  ]);
  return token;
}

const trial = await startTrial();
try {
  const { db, ask } = trial;
  const today = new Date().toISOString().slice(0, 10);
  const world = await readWorld(db);
  const companies = await insertCompanies(db, world, Math.max(20, count / 5));
  const offers = makeOffers(world, companies, count, today);
  const candidates = makeCandidates(world, candidateCount, today);
  await insertOffers(db, offers);
  await insertCandidates(db, candidates);
  await db.query('ANALYZE');
  const [recruiter] = await db.query<[{ id: string }]>(
    `INSERT INTO account (email, password_hash, role) VALUES ('recruiter@bench.example', '', 'COMPANY_MEMBER') RETURNING id`,
  );
  await db.query(`INSERT INTO company_member SELECT id, $1, 'owner' FROM company`, [recruiter.id]);

  const found: number[] = [];
  const toOffers: number[] = [];
  for (const candidate of candidates.slice(0, tried + 5)) {
    const token = await tokenFor(trial, candidate.accountId);
    const { result, milliseconds } = await timed(() => ask(OFFERS, {}, token));
    found.push(result['viewer'].candidate.matchingOffers.totalCount);
    toOffers.push(milliseconds);
  }
  console.log(
    `candidate to ${count} offers: ${spread(toOffers.slice(5)).text}; pass every gate: p50 ${spread(found).p50}, p95 ${spread(found).p95}`,
  );

  const token = await tokenFor(trial, recruiter.id);
  const toCandidates: number[] = [];
  for (const { id } of offers.slice(0, tried + 5)) {
    toCandidates.push((await timed(() => ask(CANDIDATES, { id }, token))).milliseconds);
  }
  console.log(`offer to ${candidateCount} candidates: ${spread(toCandidates.slice(5)).text}`);
} finally {
  await trial.stop();
}
