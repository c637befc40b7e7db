import { SearchEngine } from '../src/indexing/search-engine.js';
import { Reindex } from '../src/indexing/reindex.js';
import { Dice, insertCompanies, insertOffers, makeOffers, readWorld, type World } from './population.js';
import { sizeAsked, spread, startTrial, timed, type Trial } from './trial.js';

/**
 * The same searches through the API and, as the API puts them, straight to the engine, one after the other in one run; so
 * the ratio tells what the platform adds. `node dist/bench/search.js 10000`.
 */
const count = sizeAsked(10_000);
const rounds = 300;

const LIST = `query ($words: String, $filter: OfferFilter, $sort: OfferSort) {
  searchOffers(words: $words, filter: $filter, sort: $sort) { totalCount
    edges { distanceKm matchedWords node { id title } } } }`;
const FACETED = LIST.replace('totalCount', 'totalCount facets { name values { value count label } }');

type Shape = [name: string, query: string, make: (dice: Dice, world: World) => object];
const words = [
  'ingénieur qualité',
  'technicien maintenance',
  'alternance',
  'chef de projet',
  'responsable production',
  'acheteur',
];
const circle = (dice: Dice, { communes }: World) => ({
  places: [{ commune: { code: dice.pick(communes).code, radiusKm: dice.pick([20, 30, 50, 80]) } }],
});
const shapes: Shape[] = [
  ['words', LIST, (dice) => ({ words: dice.pick(words) })],
  ['words and circle', LIST, (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world) })],
  ['circle, newest first', LIST, (dice, world) => ({ filter: circle(dice, world), sort: 'NEWEST' })],
  [
    'words, circle, nearest first',
    LIST,
    (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world), sort: 'NEAREST' }),
  ],
  ['words, circle, all facets', FACETED, (dice, world) => ({ words: dice.pick(words), filter: circle(dice, world) })],
];

/** What the API asks of the engine is noted and then asked again directly, without the API. */
async function run({ app, ask, engine }: Trial, world: World): Promise<void> {
  const searches = app.get(SearchEngine);
  const search = searches.search.bind(searches);
  let asked: object[][] = [];
  searches.search = (queries) => {
    asked.push(queries.map((query) => ({ indexUid: searches.offers, ...query })));
    return search(queries);
  };
  for (const [name, query, make] of shapes) {
    const dice = new Dice(11);
    const [through, direct]: [number[], number[]] = [[], []];
    for (let round = -30; round < rounds; round += 1) {
      asked = [];
      const variables = make(dice, world);
      const api = await timed(() => ask(query, variables));
      const own = await timed(async () => {
        for (const queries of asked) await engine('/multi-search', { queries });
      });
      if (round < 0) continue;
      through.push(api.milliseconds);
      direct.push(own.milliseconds);
    }
    const [api, own] = [spread(through), spread(direct)];
    const ratio = `ratio p50 ${(api.p50 / own.p50).toFixed(2)}, p95 ${(api.p95 / own.p95).toFixed(2)}`;
    console.log(`${name.padEnd(30)} API ${api.text} | engine ${own.text} | ${ratio}`);
  }
}

const trial = await startTrial();
try {
  const world = await readWorld(trial.db);
  const companies = await insertCompanies(trial.db, world, Math.max(20, count / 5));
  await insertOffers(trial.db, makeOffers(world, companies, count, new Date().toISOString().slice(0, 10)));
  const { milliseconds } = await timed(() => trial.app.get(Reindex).run(() => undefined));
  console.log(
    `${count} offers indexed in ${(milliseconds / 1000).toFixed(1)} s, ${Math.round((count / milliseconds) * 1000)} a second`,
  );
  await run(trial, world);
} finally {
  await trial.stop();
}
