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

const FIELDS = `totalCount widenedToKm partialMatch leftOutWords understoodAs { kind code label words }
  pageInfo { hasNextPage endCursor } edges { distanceKm matchedWords node { id title } }`;

/** What is told apart for its remote work costs a search of its own: only those judgements ask for it. */
const searchFor = ({ fromHome }: Judged): string => `
  query ($words: String, $filter: OfferFilter, $sort: OfferSort, $literal: Boolean, $after: String) {
    searchOffers(words: $words, filter: $filter, sort: $sort, literal: $literal, first: 50, after: $after) {
      ${FIELDS} ${fromHome === undefined ? '' : 'fullyRemoteElsewhere(first: 5) { offers { id } }'} } }`;

const keyOfNode = ({ id }: { id: string }): string => keyOf.get(id) ?? id;

/** All pages: a stranger must not hide at the end of the list. */
async function search(judged: Judged): Promise<Found> {
  const { words, filter, sort, literal } = judged;
  const query = searchFor(judged);
  const pages: any[] = [];
  do {
    const after = pages.at(-1)?.pageInfo.endCursor;
    const answer = await platform.ask(query, { words, filter, sort, literal, after });
    pages.push(answer.searchOffers);
  } while (pages.at(-1).pageInfo.hasNextPage);
  const results = pages
    .flatMap(({ edges }) => edges)
    .map(({ node, matchedWords, distanceKm }: any) => ({
      key: keyOfNode(node),
      title: node.title,
      matchedWords,
      distanceKm,
    }));
  return { ...pages[0], results, fromHome: pages[0].fullyRemoteElsewhere?.offers.map(keyOfNode) ?? [] };
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
    const mute = ({ first, top, order, never, none, total }: Judged): boolean =>
      !(first ?? top ?? order ?? never ?? none ?? total);
    expect(all.filter(mute)).toEqual([]);
  });
});
