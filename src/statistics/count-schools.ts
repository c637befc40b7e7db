import type { EntityManager } from 'typeorm';
import { beginningOf } from './insight-spans.js';
import { type SchoolCandidates, tellSchools } from './school-counts.js';
import { nextMonth } from './sheet.js';

/** How many schools of a territory its managers are told. */
export const mostSchools = 20;

/** Null where people named none. */
type Counted = Omit<SchoolCandidates, 'school'> & { school: string | null };

/**
 * The schools of those who applied in each territory in the twelve months before this one, each person once: counted when a
 * month is over, and only what may be told is kept.
 */
export async function countSchools(tx: EntityManager, running: string): Promise<void> {
  const rows = await tx.query<{ scope: string; counted: Counted[] }[]>(
    `WITH people AS MATERIALIZED (
       SELECT DISTINCT scope, candidate_id FROM application JOIN offer_scope USING (offer_id)
        WHERE sent_at >= $1 AND sent_at < $2 AND scope LIKE 'territory:%'),
     counted AS (
       SELECT scope, min(school) AS school, count(*)::int AS candidates
         FROM people JOIN candidate ON candidate.id = candidate_id GROUP BY scope, school_key)
     SELECT scope, jsonb_agg(jsonb_build_object('school', school, 'candidates', candidates)) AS counted
       FROM counted GROUP BY scope`,
    [beginningOf(`${nextMonth(running, -12)}-01`), beginningOf(`${running}-01`)],
  );
  const told = rows.map(({ scope, counted }) => {
    const named = counted.filter((each): each is SchoolCandidates => each.school !== null);
    const { schools, others } = tellSchools(named, counted.find(({ school }) => school === null)?.candidates ?? 0);
    return { scope, schools: schools.slice(0, mostSchools), others };
  });
  await tx.query('DELETE FROM stat_school');
  await tx.query(
    `INSERT INTO stat_school (scope, schools, others)
     SELECT scope, schools, others FROM jsonb_to_recordset($1) AS row (scope text, schools jsonb, others integer)`,
    [JSON.stringify(told)],
  );
}
