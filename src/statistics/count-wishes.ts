import type { EntityManager } from 'typeorm';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { Place } from '../territories/place.js';
import { resolvePlaces } from '../territories/place-set.js';
import { type Nesting, toldSets } from './told-sets.js';

const batch = 2_000;

/** Where the places that candidates name lie: each scope of which they may mean a commune. */
async function placeWishes(tx: EntityManager, gazetteer: Gazetteer): Promise<void> {
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
    const rows = places.slice(from, from + batch).flatMap(({ place }) => {
      const set = resolvePlaces(gazetteer, [place], []);
      if (Array.isArray(set)) return [];
      const scopes = new Set(set.members.flatMap(({ commune }) => scopesOf.get(commune.code) ?? []));
      return Array.from(scopes, (scope) => ({ place, scope }));
    });
    await tx.query(
      'INSERT INTO place_scope SELECT place, scope FROM jsonb_to_recordset($1) AS row (place jsonb, scope text)',
      [JSON.stringify(rows)],
    );
  }
  await tx.query('ANALYZE place_scope');
}

/** Counts the candidates who would work in each scope, and what they are able to do; those who name no place are in none. */
export async function countWishes(tx: EntityManager, gazetteer: Gazetteer, nesting: Nesting): Promise<void> {
  await placeWishes(tx, gazetteer);
  await tx.query(`
    CREATE TEMP TABLE candidate_scope ON COMMIT DROP AS
    SELECT DISTINCT candidate.id AS candidate_id, scope
      FROM candidate JOIN account ON account.id = account_id AND account.suspended_at IS NULL
           CROSS JOIN jsonb_array_elements(places) AS wished JOIN place_scope ON place_scope.place = wished`);
  await tx.query('ANALYZE candidate_scope');
  const rows = await tx.query<{ skill: string; scope: string; candidates: number }[]>(`
    SELECT scope, '' AS skill, count(*)::int AS candidates FROM candidate_scope GROUP BY scope
    UNION ALL
    SELECT scope, code, count(*)::int
      FROM candidate_scope JOIN (SELECT DISTINCT id, skill->>'code' AS code
                                   FROM candidate CROSS JOIN jsonb_array_elements(skills) AS skill) AS held ON held.id = candidate_id
     GROUP BY scope, code`);
  await tx.query('DELETE FROM stat_wish');
  await tx.query(
    `INSERT INTO stat_wish (scope, skill_code, candidates)
     SELECT scope, skill, candidates FROM jsonb_to_recordset($1) AS row (scope text, skill text, candidates integer)`,
    [JSON.stringify(wishesTold(rows, nesting))],
  );
}

interface Wish {
  scope: string;
  /** Empty for the candidates themselves. */
  skill: string;
  candidates: number;
}

/** Nothing else of candidates is kept than what may be told; that nobody has a skill is not told apart from that few have. */
function wishesTold(rows: readonly Wish[], nesting: Nesting): Wish[] {
  const counts = new Map<string, Map<string, number>>([['', new Map()]]);
  for (const { skill, scope, candidates } of rows) {
    const ofSkill = counts.get(skill) ?? new Map<string, number>();
    counts.set(skill, ofSkill.set(scope, candidates));
  }
  const candidates = toldSets(counts.get('')!, nesting);
  return Array.from(counts, ([skill, of]) => {
    const told = skill === '' ? candidates : toldSets(of, nesting, candidates);
    return [...told]
      .filter(([, count]) => skill === '' || count > 0)
      .map(([scope, count]) => ({ scope, skill, candidates: count }));
  }).flat();
}
