import { AbstractLogger } from 'typeorm';
import { aCandidate, anOffer, anOwner, skillCodes } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** A page asks the database as often for twenty as for two. */
let platform: Platform;
let owner: { token: string; companyId: string };
let candidate: { token: string; id: string };
let offerId: string;
let asked: string[] = [];

const MATCH = `match { scored score explanation distanceKm scoringVersion parts { criterion points pointsPossible explanation }
  matchedSkills { code label } missingSkills { code label } advice { kind gain explanation skill { label } }
  relatedSkills { asked { label } has { label } closeness reason } }`;
const OFFERS = `query ($first: Int) { viewer { candidate { matchingOffers(first: $first) { totalCount scored explanation
  pageInfo { endCursor } edges { cursor node { id title company { name responsiveness { sentence } }
    sites { commune { name } } requiredSkills { label } } ${MATCH} } } } } }`;
const CANDIDATES = `query ($id: ID!, $first: Int) { offer(id: $id) { matchingCandidates(first: $first) { totalCount
  edges { node { id firstName skills { level skill { label } } } ${MATCH} } } } }`;

class Listening extends AbstractLogger {
  override logQuery(sql: string): void {
    asked.push(sql);
  }

  protected writeLog(): void {
    // Nothing is written: only the queries are wanted.
  }
}

beforeAll(async () => {
  platform = await Platform.start('matching_queries');
  owner = await anOwner(platform);
  const codes = await skillCodes(platform, 'ISO 9001', 'AMDEC', 'Audit interne', 'SPC');
  for (let n = 0; n < 20; n += 1) {
    const other = n % 4 === 0 ? await anOwner(platform) : owner;
    offerId = (await anOffer(platform, n === 19 ? owner : other, { requiredSkillCodes: codes })).id;
  }
  const profile = { skills: [{ code: codes[0] }, { code: codes[1], level: 'NOTION' }], visibleToCompanies: true };
  for (let n = 0; n < 20; n += 1) candidate = await aCandidate(platform, profile);
  platform.db.setOptions({ logger: new Listening() });
}, 90_000);
afterAll(() => platform.stop());

/** How often one answer asks the database; the ranking itself is not counted, for it is in memory as a rule. */
async function queries(query: string, variables: object, who: { token: string }): Promise<number> {
  await platform.ask(query, variables, who);
  asked = [];
  await platform.ask(query, variables, who);
  const told = asked.filter((sql) => !/FOR KEY SHARE|place AS MATERIALIZED/.test(sql));
  if (told.length > 13) throw new Error(told.join('\n'));
  return told.length;
}

test('offers for a candidate', async () => {
  for (const first of [2, 20]) expect(await queries(OFFERS, { first }, candidate)).toBeLessThanOrEqual(7);
});

test('candidates for an offer', async () => {
  for (const first of [2, 20]) expect(await queries(CANDIDATES, { id: offerId, first }, owner)).toBeLessThanOrEqual(13);
});
