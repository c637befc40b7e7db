import { Platform } from '../support/platform.js';
import { declaredOffers, offers } from './all-offers.js';
import { queries } from './all-queries.js';
import type { Judged } from './judged.js';
import { keyOf, loadOffers, today } from './load-offers.js';
import { faults, type Found, listed, report } from './verdict.js';
import { wished } from './wished.js';

/** What a French candidate would say of the answers to what candidates type, on the real engine. */
let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('relevance');
  platform.travelTo(`${today}T09:00:00Z`);
  await loadOffers(platform);
}, 60_000);
afterAll(() => platform.stop());

/** `literal` is sent only by the judgements that are about it. */
const searchFor = ({ literal }: Judged): string => `
  query ($words: String, $filter: OfferFilter, $sort: OfferSort) {
    searchOffers(words: $words, filter: $filter, sort: $sort, first: 100${literal ? ', literal: true' : ''}) {
      totalCount widenedToKm partialMatch understoodAs { kind code label words }
      edges { distanceKm matchedWords node { id title } } } }`;

async function search(judged: Judged): Promise<Found> {
  const { words, filter, sort } = judged;
  const { searchOffers } = await platform.ask(searchFor(judged), { words, filter, sort });
  const { edges, ...answer } = searchOffers;
  return {
    ...answer,
    results: edges.map(({ node, matchedWords, distanceKm }: any) => ({
      key: keyOf.get(node.id) ?? node.id,
      title: node.title,
      matchedWords,
      distanceKm,
    })),
  };
}

async function meets(judged: Judged): Promise<void> {
  const found = await search(judged);
  const wrong = faults(judged, found);
  if (wrong.length > 0) throw new Error(report(judged, found, wrong));
}

const named = (judged: Judged): [string, Judged] => {
  const { filter, sort, literal } = judged;
  const also = [sort, literal ? 'literal' : undefined, filter && JSON.stringify(filter)].filter(Boolean).join(' ');
  return [`« ${judged.words} »${also ? ` ${also}` : ''}: ${judged.why}`, judged];
};

for (const [subject, judgements] of Object.entries(queries)) {
  describe(subject, () => {
    test.each(judgements.map(named))('%s', (_, judged) => meets(judged));
  });
}

if (wished.length > 0) {
  describe('wished for', () => {
    test.failing.each(wished.map(named))('%s', (_, judged) => meets(judged));
  });
}

describe('the suite itself', () => {
  const all = Object.values(queries).flat();

  test('holds enough offers and judgements, each once', () => {
    expect(keyOf.size).toBe(declaredOffers);
    expect(keyOf.size).toBeGreaterThanOrEqual(120);
    expect(all.length).toBeGreaterThanOrEqual(150);
    const judgements = [...all, ...wished].map((judged) => named(judged)[0].split(': ')[0]);
    expect(judgements.filter((one, at) => judgements.indexOf(one) !== at)).toEqual([]);
  });

  test('names only offers that exist, and says something in every judgement', () => {
    const keys = [...all, ...wished].flatMap(({ first, top, order, never }) =>
      [first, top, order, never].flatMap(listed),
    );
    expect(keys.filter((key) => key !== 'others' && !(key in offers))).toEqual([]);
    const mute = ({ first, top, order, never, none, total, understood, notUnderstood }: Judged): boolean =>
      !(first ?? top ?? order ?? never ?? none ?? total ?? understood ?? notUnderstood);
    expect(all.filter(mute)).toEqual([]);
  });
});
