import fc from 'fast-check';
import type { IndexableOffer, OfferDocument } from '../../src/indexing/offer-document.js';
import { documentsOf } from '../../src/indexing/indexer.js';
import { filterFrom, keptFilter } from '../../src/alerts/kept-filter.js';
import { judgedOffer } from '../../src/alerts/judged-offer.js';
import { OfferReader } from '../../src/alerts/offer-reader.js';
import { Percolator } from '../../src/alerts/percolator.js';
import { PlainReading } from '../../src/alerts/plain-reading.js';
import type { OfferFilter } from '../../src/offers/offer-filter.input.js';
import { OfferSearchService } from '../../src/search/offer-search.service.js';
import { firstReading } from '../../src/search/reading.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { idsInSql, type Population, populate } from '../search/offer-population.js';
import { Platform } from '../support/platform.js';
import { arbitraryFilter, arbitraryNarrowFilter } from './arbitrary-search.js';

/** The offers that answer a saved search are those that the same search finds: filters as in SQL, words as in the engine. */
let platform: Platform;
let made: Population;
let documents: OfferDocument[];

interface Said {
  words?: string;
  filter?: OfferFilter;
  literal?: boolean;
}

beforeAll(async () => {
  platform = await Platform.start('percolator');
  made = await populate(platform, 100);
  const offers: IndexableOffer[] = await platform.app.get(OfferReader, { strict: false }).some(1000);
  documents = documentsOf(offers).documents;
}, 60_000);
afterAll(() => platform.stop());

const counted = (word: string): number => documents.filter((one) => one.description.split(' ').includes(word)).length;

/** For each search the ids of the offers that answer it, by one percolator that holds all of them; filters as they are stored. */
function answers(searches: readonly Said[]): string[][] {
  const gazetteer = platform.app.get(Gazetteer);
  const reader = platform.app.get(PlainReading, { strict: false });
  const percolator = new Percolator(gazetteer, counted);
  searches.forEach(({ words = '', filter = {}, literal = false }, at) => {
    percolator.file(String(at), reader.of({ words, literal, filter: filterFrom(keptFilter(filter)) }));
  });
  expect(percolator.size).toBe(searches.length);
  const found: string[][] = searches.map(() => []);
  for (const document of documents) {
    const ids = percolator.answeredBy(judgedOffer(document, gazetteer));
    expect(new Set(ids).size).toBe(ids.length);
    for (const at of ids) found[Number(at)]!.push(document.id);
  }
  return found.map((ids) => ids.sort());
}

const runs = { numRuns: 4, endOnFailure: true };

test('filters keep what they keep in SQL, many at once', async () => {
  const filters = fc.array(fc.oneof(arbitraryNarrowFilter(platform, made), arbitraryFilter(platform, made)), {
    minLength: 20,
    maxLength: 40,
  });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(filters, async (list) => {
      const found = answers(list.map((filter) => ({ filter })));
      for (const [at, filter] of list.entries()) expect(found[at]).toEqual(await idsInSql(platform, filter));
      kept += found.filter((ids) => ids.length > 0).length;
    }),
    runs,
  );
  expect(kept).toBeGreaterThan(15);
});

/** What searchOffers finds; null when it had to read the words otherwise than first. */
async function searched({ words = '', filter = {}, literal = false }: Said): Promise<string[] | null> {
  const found = await platform.app
    .get(OfferSearchService, { strict: false })
    .search(Object.assign({ first: 100 }, { words, filter, literal }));
  if (found.search.reading !== firstReading && !sameReading(found.search.reading)) return null;
  return found.widenedToKm === null ? found.nodes.map(({ id }) => id).sort() : null;
}
const sameReading = (reading: object): boolean => JSON.stringify(reading) === JSON.stringify(firstReading);

/** Words of under eight letters are found as they are written. */
const short = (word: string): boolean => word.length < 8;
const wordsOf = (one: OfferDocument): string[] =>
  [one.title, one.description, one.company, ...one.places, ...one.skills].join(' ').split(' ').filter(Boolean);

/**
 * Whether the engine can only have found the offer by cutting a word in two, "bordeau" as "bord" and "eau", "77" as "7" and "7",
 * which it does by itself and cannot be told not to do. An alert would be wrong there.
 */
function foundByCutting(id: string, words: string): boolean {
  const has = new Set(wordsOf(documents.find((one) => one.id === id)!));
  const lacking = words.split(' ').filter((word) => !has.has(word) && !isLeftOut(word));
  const cut = (word: string) =>
    Array.from(word, (_letter, at) => [word.slice(0, at), word.slice(at)]).some((parts) =>
      parts.every((part) => has.has(part)),
    );
  return lacking.length > 0 && lacking.every(cut);
}

/** A word like "travail", which stands in so many offers that nobody asks for it. */
const isLeftOut = (word: string): boolean => answers([{ words: word, literal: true }])[0]!.length === documents.length;

test('words find what a literal search finds, with a filter or without', async () => {
  const word = fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([offer, at]) => {
    const words = wordsOf(documents[offer % documents.length]!).filter(short);
    return words[at % words.length]!;
  });
  const search = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    filter: fc.oneof(fc.constant({}), arbitraryNarrowFilter(platform, made)),
    literal: fc.constant(true),
  });
  let [compared, some] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(search, { minLength: 15, maxLength: 15 }), async (list) => {
      const found = answers(list);
      for (const [at, one] of list.entries()) {
        const ids = await searched(one);
        if (ids === null) expect(found[at]).toEqual([]);
        else {
          const whole = ids.filter((id) => found[at]!.includes(id) || !foundByCutting(id, one.words));
          expect({ ...one, ids: found[at] }).toEqual({ ...one, ids: whole });
          compared += 1;
          if (ids.length > 0) some += 1;
        }
      }
    }),
    { ...runs, numRuns: 8 },
  );
  expect(compared).toBeGreaterThan(40);
  expect(some).toBeGreaterThan(30);
});

const phrases = [
  'ingénieur qualité',
  'technicienne de maintenance H/F',
  'alternance',
  'apprentissage logistique',
  'chef de projet CDI',
  'soudeur',
  'QSE',
  'qualité hygiène sécurité environnement',
  'responsable production bac+5',
  'méthodes à Lyon',
  'acheteur dans le Rhône',
  'maintenance Auvergne-Rhône-Alpes',
  'AMDEC',
  'R&D',
  'Plasturgie',
  'poste en septembre',
];

test('as people type them: never an offer that the search does not find, and none missing that has every word', async () => {
  const searches = phrases.map((words) => ({ words }));
  const found = answers(searches);
  const reader = platform.app.get(PlainReading, { strict: false });
  let total = 0;
  for (const [at, one] of searches.entries()) {
    const ids = await searched(one);
    const answered = found[at]!;
    total += answered.length;
    if (ids === null) {
      expect([one.words, answered]).toEqual([one.words, []]);
      continue;
    }
    expect(answered.filter((id) => !ids.includes(id))).toEqual([]);
    const { words } = reader.of({ ...one, literal: false, filter: {} });
    for (const id of ids.filter((id) => !answered.includes(id))) {
      const has = judgedOffer(
        documents.find((document) => document.id === id)!,
        platform.app.get(Gazetteer),
      ).words;
      expect([one.words, words.filter((word) => !has.has(word)).length > 0]).toEqual([one.words, true]);
    }
  }
  expect(total).toBeGreaterThan(100);
});

test('what was filed again or forgotten is found as it is now', () => {
  const gazetteer = platform.app.get(Gazetteer);
  const reader = platform.app.get(PlainReading, { strict: false });
  const percolator = new Percolator(gazetteer, counted);
  const offer = judgedOffer(documents[0]!, gazetteer);
  const [word] = offer.words;
  const read = (words: string, filter: OfferFilter = {}) => reader.of({ words, literal: true, filter });
  percolator.file('one', read(word!));
  percolator.file('two', read(word!));
  percolator.file('three', read('', { companyId: documents[0]!.companyId }));
  percolator.file('four', read(''));
  expect(percolator.answeredBy(offer).sort()).toEqual(['four', 'one', 'three', 'two']);
  percolator.file('one', read('introuvable'));
  percolator.forget('three');
  percolator.forget('nobody');
  expect([percolator.answeredBy(offer).sort(), percolator.size]).toEqual([['four', 'two'], 3]);
  percolator.forget('two');
  percolator.forget('four');
  expect(percolator.answeredBy(offer)).toEqual([]);
});

test('what nobody asks any more is forgotten, however often searches come and go', () => {
  const gazetteer = platform.app.get(Gazetteer);
  const percolator = new Percolator(gazetteer, counted);
  const reading = (at: number) => ({
    words: [`mot${at}`],
    trade: [],
    filter: { salaryAtLeast: at, contractTypes: ['CDI' as const] },
    places: [{ commune: { code: '01283', radiusKm: 1 + (at % 150) } }],
  });
  percolator.file('stays', reading(0));
  for (let at = 1; at <= 5_000; at += 1) {
    percolator.file(String(at % 7), reading(at));
    if (at % 3 === 0) percolator.forget(String(at % 7));
  }
  for (let at = 0; at < 7; at += 1) percolator.forget(String(at));
  expect([percolator.size, percolator.questions]).toEqual([1, 4]);
  const offer = judgedOffer({ ...documents[0]!, contract: 'CDI', salary: 1, communes: ['01283'] }, gazetteer);
  const answering = { ...offer, words: new Set(['mot0']) };
  expect(percolator.answeredBy(answering)).toEqual(['stays']);
  percolator.file('other', { ...reading(0), words: ['mot0', 'ailleurs'] });
  expect(percolator.answeredBy(answering)).toEqual(['stays']);
});
