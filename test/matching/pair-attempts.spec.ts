import { pairLimit } from '../../src/matching/pair-attempts.js';
import { aCandidate, aMember, anOffer, anOwner } from '../support/people.js';
import { Platform } from '../support/platform.js';

/** How often companies may look at the same candidate. */
let platform: Platform;

const BETWEEN =
  'query ($offerId: ID!, $candidateId: ID!) { matchBetween(offerId: $offerId, candidateId: $candidateId) { passes } }';

beforeAll(async () => {
  platform = await Platform.start('pair_attempts', { RATE_LIMITS: 'on' });
}, 60_000);
afterAll(() => platform.stop());

test('about one candidate so often an hour; the candidate, colleagues and other candidates are counted apart', async () => {
  const owner = await anOwner(platform);
  const colleague = await aMember(platform, owner.companyId, 'reader');
  const [one, other] = [
    await aCandidate(platform, { visibleToCompanies: true }),
    await aCandidate(platform, { visibleToCompanies: true }),
  ];
  const offers = [(await anOffer(platform, owner)).id, (await anOffer(platform, owner)).id];
  const ask = async (who: { token: string }, candidateId: string, times = 0): Promise<string> => {
    const { data, errors } = await platform.send(BETWEEN, { offerId: offers[times % 2], candidateId }, who);
    return errors?.[0].extensions.code ?? (data.matchBetween === null ? 'null' : 'told');
  };
  for (let times = 0; times < pairLimit.points; times += 1) expect(await ask(owner, one.id, times)).toBe('told');
  expect(await ask(owner, one.id)).toBe('RATE_LIMITED');
  expect(await ask(owner, other.id)).toBe('told');
  expect(await ask(colleague, one.id)).toBe('told');
  for (let times = 0; times <= pairLimit.points; times += 1) expect(await ask(one, one.id)).toBe('told');
}, 30_000);
