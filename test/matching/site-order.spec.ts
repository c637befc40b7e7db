import fc from 'fast-check';
import { explain } from '../../src/scoring/explain.js';
import { score } from '../../src/scoring/score.js';
import { currentWeights } from '../../src/scoring/weights.js';
import { Wishes } from '../../src/scoring/wishes.js';
import { MatchWords } from '../../src/matching/match-words.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { aCandidate, anOffer, knowing } from '../scoring/a-match.js';
import { Platform } from '../support/platform.js';

let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('site_order');
}, 60_000);
afterAll(() => platform.stop());

const sites = ['01283', '01053', '01004', '69123', '38185'];
const wished = [
  { commune: { code: '01283', radiusKm: 30 } },
  { commune: { code: '01053', radiusKm: 30 } },
  { commune: { code: '01283' } },
  { departmentCode: '01' },
  { departmentCode: '69' },
  { point: { latitude: 46.2, longitude: 5.2, radiusKm: 50 } },
];
const shuffles = <Value>(values: readonly Value[]) =>
  fc
    .uniqueArray(fc.constantFrom(...values), { minLength: 1 })
    .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));

test('neither the score nor its reasons depend on the order of workplaces and of places wished for', () => {
  const { names } = platform.app.get(MatchWords, { strict: false });
  const gazetteer = platform.app.get(Gazetteer, { strict: false });
  const told = (communeCodes: string[], places: typeof wished) => {
    const place = new Wishes(gazetteer, places, currentWeights).best(communeCodes);
    const scored = score(anOffer({ communeCodes }), aCandidate(), place, knowing());
    return [scored, scored.parts.map((part) => explain(part, names))];
  };
  fc.assert(
    fc.property(shuffles(sites), shuffles(wished), ([codes, otherCodes], [places, otherPlaces]) => {
      expect(told(otherCodes, otherPlaces)).toEqual(told(codes, places));
    }),
  );
});
