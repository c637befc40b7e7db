import { type CriterionName, criteria } from '../scoring/score-facts.js';
import { toleranceDays } from '../scoring/gates.js';
import { full, type Weights } from '../scoring/weights.js';
import { openInSql } from '../offers/offer-status.js';
import { type Bind, criteriaInSql, roundedInSql } from './sql-criteria.js';
import type { Ranked } from './ranked.js';
import type { SqlProfile } from './sql-profile.js';

/** What is wanted of a ranking: `today` is the civil date, `kept` a condition on `offer o` whose values are bound. */
export interface SqlRankingAsked {
  today: string;
  kept: string;
  most: number;
  after: Ranked | null;
}

/** Kilometres in tenths, for an offer in no place wished for or one without a point. */
export const farTenths = 999_990;

/** One query: the gates, the score of all that pass them, their number, and the best after a cursor. */
export function rankingInSql(profile: SqlProfile, weights: Weights, asked: SqlRankingAsked, bind: Bind): string {
  const { places, covers, occupations } = profile;
  const columns = (...lists: [unknown, string][]): string =>
    `unnest(${lists.map(([list, type]) => bind(list, type)).join(', ')})`;
  const place = columns([places.codes, 'text[]'], [places.fits, 'int[]'], [places.km, 'int[]']);
  const everywhere = bind(profile.everywhere, 'bool');
  const acceptsRemote = bind(profile.acceptsRemote, 'bool');
  return `
    WITH place AS MATERIALIZED (SELECT * FROM ${place} AS place (code, worth, km)),
    held AS MATERIALIZED (
      SELECT * FROM ${columns([covers.codes, 'text[]'], [covers.values, 'int[]'])} AS held (code, cover)),
    wished AS MATERIALIZED (
      SELECT * FROM ${columns([occupations.codes, 'text[]'], [occupations.values, 'int[]'])} AS wished (code, fit)),
    passing AS MATERIALIZED (
      SELECT o.id, o.company_id, o.contract_type, o.mission_category, o.occupation_code, o.starts_on, o.remote_work,
             o.study_level, o.required_skill_codes AS required, o.desired_skill_codes AS desired,
             coalesce(o.salary_min, o.salary_max)::bigint AS low, coalesce(o.salary_max, o.salary_min)::bigint AS high
        FROM offer o
       WHERE ${[openInSql('o', bind(asked.today, 'date')), asked.kept, ...gatesInSql(profile, asked.today, bind)].join(' AND ')}),
    sited AS (
      SELECT DISTINCT ON (site.offer_id) site.offer_id AS id, place.worth, coalesce(place.km, ${farTenths}) AS km
        FROM offer_site site JOIN place ON place.code = site.commune_code
       ORDER BY site.offer_id, place.worth DESC, place.km NULLS LAST, site.position),
    matching AS MATERIALIZED (
      SELECT passing.*, CASE WHEN ${everywhere} THEN ${full} ELSE coalesce(worth, 0) END AS worth,
             coalesce(km, ${farTenths}) AS km
        FROM passing LEFT JOIN sited USING (id)
       WHERE ${everywhere} OR worth IS NOT NULL OR (remote_work = 'FULL' AND ${acceptsRemote})),
    asked AS (
      SELECT id, code, 100 AS part FROM matching, unnest(required) WITH ORDINALITY AS listed (code, at)
       WHERE array_position(required, code) = at
      UNION ALL
      SELECT id, code, ${bind(weights.skills.desired, 'int')} FROM matching, unnest(desired) WITH ORDINALITY AS listed (code, at)
       WHERE array_position(desired, code) = at AND code <> ALL(required)),
    weighed AS (
      SELECT id, code, part * coalesce(rarity, 100) AS weight FROM asked LEFT JOIN skill_rarity ON skill_code = code),
    skilled AS (
      SELECT id, ${roundedInSql('sum(weight * coalesce(cover, 0))', 'sum(weight)')} AS skill_fit
        FROM weighed LEFT JOIN held USING (code) GROUP BY id HAVING sum(weight) > 0),
    known AS (
      SELECT matching.*, skill_fit, wished.fit AS occupation_fit, rate, median_days
        FROM matching LEFT JOIN skilled USING (id) LEFT JOIN wished ON wished.code = occupation_code
             LEFT JOIN company_responsiveness USING (company_id)),
    ranked AS MATERIALIZED (${rankedInSql(profile, weights, bind)})
    SELECT (SELECT count(*)::int FROM ranked) AS total,
           (SELECT coalesce(json_agg(best ORDER BY tenths DESC, evidence DESC, km, id), '[]') FROM (
              SELECT id, tenths, evidence, km FROM ranked WHERE ${afterInSql(asked.after, bind)}
               ORDER BY tenths DESC, evidence DESC, km, id LIMIT ${bind(asked.most, 'int')}) AS best) AS ranked`;
}

/** As `gates`, all but the place. */
function gatesInSql({ facts, levels, diplomaUntil }: SqlProfile, today: string, bind: Bind): string[] {
  const conditions: string[] = [];
  if (facts.contractTypes.length > 0) conditions.push(`o.contract_type = ANY(${bind(facts.contractTypes, 'text[]')})`);
  if (levels) conditions.push(`(o.study_level IS NULL OR o.study_level = ANY(${bind(levels, 'text[]')}))`);
  if (facts.availableFrom !== null) {
    conditions.push(`(o.starts_on IS NULL OR o.starts_on + ${toleranceDays} >= ${bind(facts.availableFrom, 'date')})`);
  }
  if (diplomaUntil) {
    const start = `coalesce(o.starts_on, ${bind(today, 'date')})`;
    const rules = diplomaUntil.map(
      ({ from, before }) => `WHEN ${start} >= ${bind(from, 'date')} THEN ${start} < ${bind(before, 'date')}`,
    );
    const first = `${start} < ${bind(diplomaUntil.at(-1)!.before, 'date')}`;
    conditions.push(
      `(o.contract_type IN ('APPRENTICESHIP', 'PROFESSIONALISATION') OR CASE ${rules.join(' ')} ELSE ${first} END)`,
    );
  }
  return conditions;
}

/** Id, tenths, evidence and km of each offer, by its fits: `scoreOf` over the weights as `score` shares them out. */
function rankedInSql(profile: SqlProfile, weights: Weights, bind: Bind): string {
  const fits = criteriaInSql(profile, weights, bind);
  const of = (criterion: CriterionName): string => criterion.toLowerCase();
  const between = criteria.filter((criterion) => criterion !== 'RESPONSIVENESS');
  const weight = Object.fromEntries(
    between.map((criterion) => [criterion, bind(weights.criteria[criterion], 'bigint')]),
  ) as Record<(typeof between)[number], string>;
  const columns = criteria.map((criterion) => `${fits[criterion]} AS ${of(criterion)}`);
  const won = between.map((criterion) => `${weight[criterion]} * coalesce(${of(criterion)}, 0)`);
  const possible = between.map(
    (criterion) => `CASE WHEN ${of(criterion)} IS NULL THEN 0 ELSE ${weight[criterion]} END`,
  );
  const answering = bind(weights.responsiveness, 'bigint');
  const sum = `won * (100 - answering) + possible * answering * coalesce(responsiveness, 0)`;
  const isScored = bind(profile.facts.skills.length > 0, 'bool');
  const tenths = `CASE WHEN possible > 0 AND ${isScored}
                       THEN ${roundedInSql(`(${sum}) * 1000`, `possible * 100 * ${full}`)} ELSE 0 END`;
  return `
      SELECT id, (${tenths})::int AS tenths, CASE WHEN ${isScored} THEN possible ELSE 0 END::int AS evidence, km FROM (
        SELECT id, km, ${won.join(' + ')} AS won, ${possible.join(' + ')} AS possible, responsiveness,
               CASE WHEN responsiveness IS NULL THEN 0 ELSE ${answering} END AS answering
          FROM (SELECT id, km, ${columns.join(',\n                 ')} FROM known) AS fits) AS sums`;
}

/** As `compareRanked`; ids as the text they are, since a cursor may name anything. */
function afterInSql(after: Ranked | null, bind: Bind): string {
  if (!after) return 'true';
  const tenths = bind(after.tenths, 'float8');
  const evidence = bind(after.evidence, 'float8');
  const km = bind(Math.round(after.km * 10), 'float8');
  const id = bind(after.id.replaceAll('\0', ''), 'text');
  return `(tenths < ${tenths} OR (tenths = ${tenths} AND (evidence < ${evidence} OR (evidence = ${evidence}
           AND (km > ${km} OR (km = ${km} AND id::text COLLATE "C" > ${id}))))))`;
}
