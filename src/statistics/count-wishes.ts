import type { EntityManager } from 'typeorm';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { Place } from '../territories/place.js';
import { resolvePlaces } from '../territories/place-set.js';
import { Pace } from './pace.js';
import { type Nesting, toldSets } from './told-sets.js';

/** How many places, or skills, are handled at once. */
const batch = 200;

/** Where the places that candidates name lie: each scope of which they may mean a commune. */
async function placeWishes(tx: EntityManager, gazetteer: Gazetteer, pace: Pace): Promise<void> {
  await tx.query('CREATE TEMP TABLE place_scope (place jsonb NOT NULL, scope text NOT NULL) ON COMMIT DROP');
  const scopesOf = new Map<string, string[]>();
  for (const { code, scopes } of await tx.query<{ code: string; scopes: string[] }[]>(
    'SELECT commune_code AS code, array_agg(scope) AS scopes FROM commune_scope GROUP BY commune_code',
  )) {
    scopesOf.set(code, scopes);
  }
  const places = await tx.query<{ place: Place }[]>(
    'SELECT DISTINCT place FROM candidate CROSS JOIN jsonb_array_elements(places) AS place',
  );
  for (let from = 0; from < places.length; from += batch) {
    const rows: { place: Place; scopes: string[] }[] = [];
    for (const { place } of places.slice(from, from + batch)) {
      const set = resolvePlaces(gazetteer, [place], []);
      if (Array.isArray(set)) continue;
      rows.push({
        place,
        scopes: [...new Set(set.members.flatMap(({ commune }) => scopesOf.get(commune.code) ?? []))],
      });
      await pace.breathe();
    }
    await tx.query(
      `INSERT INTO place_scope
       SELECT place, scope FROM jsonb_to_recordset($1) AS row (place jsonb, scopes text[]) CROSS JOIN unnest(scopes) AS scope`,
      [JSON.stringify(rows)],
    );
  }
  await tx.query('ANALYZE place_scope');
}

/**
 * Counts the candidates who would work in each scope, and what they are able to do; those who name no place are in none.
 * Nothing else of candidates is kept than what may be told.
 */
export async function countWishes(tx: EntityManager, gazetteer: Gazetteer, nesting: Nesting): Promise<void> {
  const pace = new Pace();
  await placeWishes(tx, gazetteer, pace);
  await tx.query(`
    CREATE TEMP TABLE candidate_scope ON COMMIT DROP AS
    SELECT DISTINCT candidate.id AS candidate_id, scope
      FROM candidate JOIN account ON account.id = account_id AND account.suspended_at IS NULL
           CROSS JOIN jsonb_array_elements(places) AS wished JOIN place_scope ON place_scope.place = wished`);
  await tx.query('ANALYZE candidate_scope');
  await tx.query(`
    CREATE TEMP TABLE skill_scope ON COMMIT DROP AS
    SELECT code AS skill, scope, count(*)::int AS candidates
      FROM candidate_scope JOIN (SELECT DISTINCT id, skill->>'code' AS code
                                   FROM candidate CROSS JOIN jsonb_array_elements(skills) AS skill) AS held ON held.id = candidate_id
     GROUP BY code, scope`);
  await tx.query('CREATE INDEX ON skill_scope (skill)');
  await tx.query('DELETE FROM stat_wish');
  const [all] = await tx.query<[{ counts: Record<string, number> }]>(
    `SELECT coalesce(jsonb_object_agg(scope, candidates), '{}') AS counts
       FROM (SELECT scope, count(*)::int AS candidates FROM candidate_scope GROUP BY scope) AS counted`,
  );
  const candidates = toldSets(new Map(Object.entries(all.counts)), nesting);
  await keep(
    tx,
    [...candidates].map(([scope, count]) => ({ scope, skill: '', candidates: count })),
  );
  for (let after = ''; ;) {
    const skills = await tx.query<{ skill: string; counts: Record<string, number> }[]>(
      `SELECT skill, jsonb_object_agg(scope, candidates) AS counts
         FROM skill_scope WHERE skill > $1 GROUP BY skill ORDER BY skill LIMIT ${batch}`,
      [after],
    );
    const last = skills.at(-1);
    if (!last) break;
    const told: Wish[] = [];
    for (const { skill, counts } of skills) {
      told.push(...skillTold(skill, new Map(Object.entries(counts)), nesting, candidates));
      await pace.breathe();
    }
    await keep(tx, told);
    after = last.skill;
  }
}

interface Wish {
  scope: string;
  /** Empty for the candidates themselves. */
  skill: string;
  candidates: number;
}

/** That nobody has a skill is not told apart from that few have; where nobody has it, nothing else can follow from that. */
function skillTold(
  skill: string,
  counts: ReadonlyMap<string, number>,
  nesting: Nesting,
  candidates: ReadonlyMap<string, number>,
): Wish[] {
  const scopes = nesting.scopes.filter((scope) => counts.has(scope));
  return Array.from(toldSets(counts, { ...nesting, scopes }, candidates), ([scope, count]) => ({
    scope,
    skill,
    candidates: count,
  }));
}

const keep = (tx: EntityManager, wishes: readonly Wish[]): Promise<unknown> =>
  tx.query(
    `INSERT INTO stat_wish (scope, skill_code, candidates)
     SELECT scope, skill, candidates FROM jsonb_to_recordset($1) AS row (scope text, skill text, candidates integer)`,
    [JSON.stringify(wishes)],
  );
