import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { filterFrom } from '../src/alerts/kept-filter.js';
import { judgedOffer } from '../src/alerts/judged-offer.js';
import { OfferReader } from '../src/alerts/offer-reader.js';
import { PlainReading } from '../src/alerts/plain-reading.js';
import { ProfileMatches } from '../src/alerts/profile-matches.js';
import { SavedSearchBook } from '../src/alerts/saved-search-book.js';
import { WordSample } from '../src/alerts/word-sample.js';
import { offerDocument } from '../src/indexing/offer-document.js';
import { Matcher } from '../src/matcher/matcher.js';
import { OfferFactsReader } from '../src/scoring/offer-facts-reader.js';
import { Gazetteer } from '../src/territories/gazetteer.js';
import { answeredInSql, buildSearchTable } from './alerts-in-sql.js';
import { makeSearches, insertSearches } from './alert-searches.js';
import { sizeAsked, spread, timed } from './figures.js';
import {
  insertCandidates,
  insertCompanies,
  insertOffers,
  makeCandidates,
  makeOffers,
  readWorld,
} from './population.js';
import { processorNow } from './processor.js';
import { startTrial } from './trial.js';

/**
 * Whom a new offer concerns, among so many saved searches and as many profiles: by the memory of the worker and by a query
 * over a table, in turn, on the same data. `node dist/bench/alerts.js 100000`.
 */
const count = sizeAsked(100_000);
const tried = 200;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapNow = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const trial = await startTrial();
try {
  const { app, db } = trial;
  const today = new Date().toISOString().slice(0, 10);
  const world = await readWorld(db);
  const companies = await insertCompanies(db, world, 400);
  await insertOffers(db, makeOffers(world, companies, 2_000, today));
  const candidates = makeCandidates(world, count, today);
  await insertCandidates(db, candidates);
  await db.query('INSERT INTO alert_setting (candidate_id, profile_alerts) SELECT id, true FROM candidate');
  await insertSearches(
    db,
    makeSearches(
      world,
      candidates.map(({ id }) => id),
    ),
  );
  await db.query('ANALYZE');

  const [book, reader, gazetteer] = [
    app.get(SavedSearchBook, { strict: false }),
    app.get(PlainReading, { strict: false }),
    app.get(Gazetteer),
  ];
  const before = heapNow();
  const { milliseconds: loading } = await timed(() => book.refresh());
  const held = heapNow() - before;
  const { milliseconds: following } = await timed(() => book.refresh());
  console.log(
    `${book.size} saved searches read into memory in ${(loading / 1000).toFixed(1)} s: ${held.toFixed(0)} MB; ` +
      `looking for changes: ${following.toFixed(1)} ms`,
  );

  const frequency = await app.get(WordSample, { strict: false }).frequency();
  await buildSearchTable(db, gazetteer, frequency, (row) =>
    reader.of({ words: row.words, literal: row.literal, filter: filterFrom(row.filter) }),
  );

  const offers = await app.get(OfferReader, { strict: false }).some(tried + 20);
  const times: Record<'document' | 'memory' | 'table', number[]> = { document: [], memory: [], table: [] };
  const found: number[] = [];
  let different = 0;
  for (const [place, offer] of offers.entries()) {
    const since = performance.now();
    const document = offerDocument(offer);
    times.document.push(performance.now() - since);
    const ways: (() => Promise<string[]>)[] = [
      async () => {
        const { result, milliseconds } = await timed(() => Promise.resolve().then(() => book.answeredBy(document)));
        times.memory.push(milliseconds);
        return result;
      },
      async () => {
        const { result, milliseconds } = await timed(() => answeredInSql(db, judgedOffer(document, gazetteer)));
        times.table.push(milliseconds);
        return result;
      },
    ];
    const [one, other] = place % 2 === 0 ? ways : ways.reverse();
    const [first, second] = [(await one!()).sort(), (await other!()).sort()];
    if (first.join() !== second.join()) different += 1;
    found.push(first.length);
  }
  const warm = (list: number[]): number[] => list.slice(20);
  const line = (name: string, list: number[]): void => {
    const { p50, p95, p99 } = spread(warm(list));
    console.log(`| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${p99.toFixed(2)} |`);
  };
  console.log(`| ms for one new offer, ${book.size} saved searches | p50 | p95 | p99 |\n| --- | ---: | ---: | ---: |`);
  line('its document', times.document);
  line('in memory', times.memory);
  line('a query over a table', times.table);
  console.log(
    `answered: p50 ${spread(found).p50}, p95 ${spread(found).p95} searches an offer; ` +
      `the two ways differ for ${different} of ${offers.length} offers`,
  );

  const judged = offers.slice(20).map((offer) => judgedOffer(offerDocument(offer), gazetteer));
  const work = async (way: (offer: (typeof judged)[number]) => unknown): Promise<string> => {
    const since = processorNow(trial, process.pid);
    for (const offer of judged) await way(offer);
    const { api, postgres } = processorNow(trial, process.pid);
    return ((api - since.api + postgres - since.postgres) / judged.length).toFixed(1);
  };
  const inMemory = await work((offer) => book.answeredBy(offer.document));
  const inTable = await work((offer) => answeredInSql(db, offer));
  console.log(`processor time of one offer, ms: in memory ${inMemory}, a query over a table ${inTable}`);

  const [profiles, facts] = [app.get(ProfileMatches, { strict: false }), app.get(OfferFactsReader, { strict: false })];
  await app.get(Matcher, { strict: false }).prepare();
  const toProfiles: number[] = [];
  const suited: number[] = [];
  for (const { offer } of offers) {
    const one = await facts.ofOne(offer);
    const { result, milliseconds } = await timed(() => profiles.of(one));
    toProfiles.push(milliseconds);
    suited.push(result.length);
  }
  console.log(
    `one new offer against ${count} profiles with alerts: ${spread(warm(toProfiles)).text}; ` +
      `suits p50 ${spread(suited).p50}, p95 ${spread(suited).p95} of them`,
  );
} finally {
  await trial.stop();
}
