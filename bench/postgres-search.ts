import { OfferFilters } from '../src/offers/offer-filter.js';
import { openInSql } from '../src/offers/offer-status.js';
import { spread, timed } from './figures.js';
import type { Query } from './queries.js';
import type { Trial } from './trial.js';

const configuration = 'bench_french';

/** The words of every offer for PostgreSQL's full text, beside the platform's own tables; answers how long it took, in seconds. */
export async function buildFullText({ db }: Trial): Promise<number> {
  const [{ unaccent }] = await db.query<[{ unaccent: boolean }]>(
    `SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'unaccent') AS unaccent`,
  );
  const { milliseconds } = await timed(async () => {
    await db.query(`DROP TABLE IF EXISTS bench_text`);
    await db.query(`DROP TEXT SEARCH CONFIGURATION IF EXISTS ${configuration}`);
    await db.query(`CREATE TEXT SEARCH CONFIGURATION ${configuration} (COPY = french)`);
    if (unaccent) {
      await db.query('CREATE EXTENSION IF NOT EXISTS unaccent');
      await db.query(
        `ALTER TEXT SEARCH CONFIGURATION ${configuration} ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem`,
      );
    }
    await db.query(`CREATE TABLE bench_text AS SELECT o.id,
      setweight(to_tsvector('${configuration}', o.title), 'A') ||
      setweight(to_tsvector('${configuration}', coalesce(n.label_fr, '')), 'B') ||
      setweight(to_tsvector('${configuration}', (SELECT coalesce(string_agg(label_fr, ' '), '') FROM skill
        WHERE code = ANY(o.required_skill_codes || o.desired_skill_codes))), 'C') ||
      setweight(to_tsvector('${configuration}', o.description), 'D') AS words
      FROM offer o LEFT JOIN occupation n ON n.code = o.occupation_code`);
    await db.query('ALTER TABLE bench_text ADD PRIMARY KEY (id)');
    await db.query('CREATE INDEX ON bench_text USING gin (words)');
    await db.query('ANALYZE bench_text');
  });
  return milliseconds / 1000;
}

/** The same words and filters in SQL: how long each took, and how many were found. */
async function searchText({ app, db }: Trial, { variables }: Query): Promise<{ milliseconds: number; found: number }> {
  const filters = app.get(OfferFilters, { strict: false });
  const parameters: unknown[] = [new Date().toISOString().slice(0, 10), variables.words];
  const condition = filters.inSql(filters.read(variables.filter), parameters);
  const { result, milliseconds } = await timed(() =>
    db.query<{ found: number }[]>(
      `SELECT o.id, o.title, count(*) OVER ()::int AS found
       FROM bench_text t JOIN offer o USING (id), websearch_to_tsquery('${configuration}', $2) AS asked
       WHERE t.words @@ asked AND ${openInSql('o', '$1')} AND ${condition}
       ORDER BY ts_rank(t.words, asked) DESC, o.published_at DESC LIMIT 20`,
      parameters,
    ),
  );
  return { milliseconds, found: result[0]?.found ?? 0 };
}

/** One line on PostgreSQL's full text for these queries, of which the engine's answers are counted too. */
export async function comparedWithFullText(
  trial: Trial,
  queries: readonly Query[],
  found: (query: Query) => Promise<number>,
): Promise<string> {
  const times: number[] = [];
  let [missed, answered] = [0, 0];
  for (const query of queries) {
    await searchText(trial, query);
    const own = await searchText(trial, query);
    times.push(own.milliseconds);
    if ((await found(query)) === 0) continue;
    answered += 1;
    if (own.found === 0) missed += 1;
  }
  return `${spread(times).text}; finds nothing for ${missed} of ${answered} that the platform answers`;
}
