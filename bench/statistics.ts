import { Agent, request } from 'undici';
import { Sessions } from '../src/accounts/sessions.js';
import { Gazetteer } from '../src/territories/gazetteer.js';
import { StatisticsRefresh } from '../src/statistics/statistics-refresh.js';
import { sizeAsked, spread, timed } from './figures.js';
import { insertCompanies, readWorld } from './population.js';
import { say } from './say.js';
import { figuresInSql, type RawScope, rawScopes } from './statistics-in-sql.js';
import { insertPopulation } from './statistics-population.js';
import { startTrial } from './trial.js';

/**
 * The figures of places: each answer through the API, and the same figures by queries over the tables themselves, in turn, on
 * the same data. `node dist/bench/statistics.js 500000`: so many offers, and four applications for each.
 */
const offers = sizeAsked(500_000);
const rounds = 30;
const rawRounds = 3;
const longest = 200;

const figure = '{ value text }';
const whole = `computedAt from until openOffers openings companies candidates ${figure} applications ${figure} answers ${figure}
  answerRate ${figure} medianDaysToAnswer hires ${figure} labels ${figure} advice
  months { month openOffers offersOpened offersFilled applications ${figure} answers ${figure} hires ${figure} labels ${figure} }
  skillsAsked { skill { label } asked offered ${figure} difference sentence } skillsOffered { skill { label } asked offered ${figure} }
  occupations { occupation { label } offers } missionCategories { category offers } contractTypes { contractType offers }`;
const statistics = `query ($scope: StatisticsScopeInput!) { statistics(scope: $scope) { ${whole} } }`;
const insights = `query ($code: String!) { territory(code: $code) { insights {
  changes { what current previous sentence } schools { school candidates } lateCompanies { late never company { name } }
  offersWithoutApplications { id title } labelsWaiting { state labels late } neighbours { name openOffers applications ${figure} }
  skillsShort { asked sentence } } } }`;

const trial = await startTrial();
const agent = new Agent();
try {
  const { app, db, ask } = trial;
  await insertCompanies(db, await readWorld(db), Math.ceil(offers / 25));
  const made = await timed(() =>
    insertPopulation(db, { offers, applications: offers * 4 }, (what) => {
      say(`  ${what}`);
    }),
  );
  await db.query('VACUUM ANALYZE');
  const [counted] = await db.query<Record<string, number>[]>(
    `SELECT (SELECT count(*) FROM offer)::int AS offers, (SELECT count(*) FROM application)::int AS applications,
       (SELECT count(*) FROM candidate)::int AS candidates, (SELECT count(*) FROM hire)::int AS hires,
       (SELECT count(*) FROM label)::int AS labels`,
  );
  console.log(`${JSON.stringify(counted)} made in ${(made.milliseconds / 1000).toFixed(0)} s\n`);

  const refresh = app.get(StatisticsRefresh, { strict: false });
  for (const [what, options] of [
    ['all months, for the first time', {}],
    ['every quarter of an hour', {}],
    ['every night', { whole: true }],
  ] as const) {
    const { milliseconds } = await timed(() => refresh.run(options));
    console.log(`- counted, ${what}: ${(milliseconds / 1000).toFixed(1)} s`);
  }

  const [admin] = await db.query<[{ id: string }]>(
    `INSERT INTO account (email, password_hash, role, email_confirmed_at) VALUES ('admin@bench.example', '', 'ADMIN', now()) RETURNING id`,
  );
  const token = await app.get(Sessions, { strict: false }).open(db.manager, admin.id, { secondFactor: true });
  const gazetteer = app.get(Gazetteer, { strict: false });
  const territories = gazetteer.territoriesOfGeneration('CURRENT_2023_2027');
  const url = await app.getUrl();
  const file = async (path: string): Promise<string> => {
    const { statusCode, body } = await request(`${url}${path}`, { dispatcher: agent });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(text);
    return text;
  };
  const at = <Value>(list: readonly Value[], round: number): Value => list[(round * 37) % list.length]!;
  const places = {
    nation: () => ({ scope: { nation: true }, code: 'FR' }),
    region: (round: number) => scoped('regionCode', at(gazetteer.regions(), round).code),
    department: (round: number) => scoped('departmentCode', at(gazetteer.departments(), round).code),
    territory: (round: number) => scoped('territoryId', at(territories, round).id),
  };

  console.log(
    `\n| ms | API p50 | p95 | over the tables, median of ${rawRounds} | ratio |\n| --- | ---: | ---: | ---: | ---: |`,
  );
  const slow: string[] = [];
  const line = async (
    name: string,
    one: (round: number) => Promise<unknown>,
    raw?: (round: number) => Promise<unknown>,
  ): Promise<void> => {
    await one(rounds);
    const times: number[] = [];
    const rawTimes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push((await timed(() => one(round))).milliseconds);
      if (raw && round < rawRounds) rawTimes.push((await timed(() => raw(round))).milliseconds);
    }
    const { p50, p95 } = spread(times);
    const direct = spread(rawTimes).p50;
    if (p95 > longest) slow.push(name);
    const cells = raw ? `${direct.toFixed(0)} | ${(p50 / direct).toFixed(4)}` : ' | ';
    console.log(`| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${cells} |`);
  };
  const nation = (await ask(statistics, { scope: { nation: true } }))['statistics'];
  const [from, until] = [`${nation.from}-01`, lastDay(nation.until)];
  for (const [kind, place] of Object.entries(places)) {
    const raw = (round: number): RawScope => ({
      name: kind,
      communes: rawScopes[kind as keyof typeof rawScopes],
      code: place(round).code,
    });
    await line(
      `all figures of a ${kind}`,
      (round) => ask(statistics, { scope: place(round).scope }),
      (round) => figuresInSql(db, raw(round), from, until),
    );
  }
  await line('a territory in depth, for its manager', (round) =>
    ask(insights, { code: at(territories, round).code }, token),
  );
  await line('statistics.csv of all territories', () => file('/statistics.csv'));
  await line('statistics.json of a region', (round) =>
    file(`/statistics.json?region=${at(gazetteer.regions(), round).code}`),
  );
  await line('open offers and applications of 183 territories', () =>
    ask(`{ territories { code statistics { openOffers applications ${figure} } } }`),
  );

  const direct = await figuresInSql(db, { name: 'nation', communes: rawScopes.nation, code: 'FR' }, from, until);
  const told = {
    openOffers: nation.openOffers,
    applications: nation.applications.value,
    hires: nation.hires.value,
    labels: nation.labels.value,
  };
  console.log(
    `\nof France, ${nation.from} to ${nation.until}: told ${JSON.stringify(told)}, in the tables ${JSON.stringify(direct)}`,
  );
  console.log(
    slow.length === 0 ? `every answer is under ${longest} ms (p95)` : `over ${longest} ms (p95): ${slow.join(', ')}`,
  );
} finally {
  await agent.close();
  await trial.stop();
}

function scoped(field: string, code: string): { scope: Record<string, string>; code: string } {
  return { scope: { [field]: code }, code };
}

/** Of a month, YYYY-MM. */
function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number, 0)).toISOString().slice(0, 10);
}
