import type { EntityManager } from 'typeorm';
import type { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import { type Area, Areas, scopesOf } from './areas.js';
import { type Act, acts, type ToldPeople } from './sheet.js';
import { partsOf, type Told, toldIn, ToldMonths } from './told-months.js';

type AreaMonth = Area & Record<Act, number> & { month: string; delays: Record<string, number> };

/** Works out from the months that are over, whose counts no longer change, what may be told of them in each scope. */
export async function tellPeople(tx: EntityManager, gazetteer: Gazetteer): Promise<void> {
  const months = await tx.query<{ month: string }[]>(
    `SELECT to_char(month, 'YYYY-MM') AS month FROM stat_closed_month ORDER BY month`,
  );
  const rows = await tx.query<AreaMonth[]>(
    `SELECT to_char(month, 'YYYY-MM') AS month, department_code AS "departmentCode", territory_id AS "territoryId",
            ${acts.join(', ')}, delays
       FROM stat_area_month JOIN stat_closed_month USING (month)`,
  );
  const listed = new Set(months.flatMap(({ month }) => generationOn(`${month}-01`) ?? []));
  const areas = new Areas(gazetteer, rows, listed);
  const byMonth = new Map<string, Map<number, AreaMonth>>(months.map(({ month }) => [month, new Map()]));
  for (const row of rows) byMonth.get(row.month)!.set(areas.position(row), row);
  const told = new Map(acts.map((act) => [act, toldOf(areas, byMonth, act)]));
  const closed: ToldPeople['closed'] = months.length > 0 ? [months[0]!.month, months.at(-1)!.month] : null;
  const made = scopesOf(gazetteer).map((scope) => {
    const within = areas.of(scope);
    const people = Object.fromEntries(
      Array.from(told, ([act, of]) => [act, within.size > 0 ? countsIn(of, within) : {}]),
    );
    const answers = Object.entries(people['answers'] ?? {}).filter(([, count]) => count > 0);
    const delays = answers.map(([interval]) => [interval, delaysIn(byMonth, interval, within)] as const);
    return { scope, told: { closed, people, delays: Object.fromEntries(delays) } satisfies ToldPeople };
  });
  await tx.query('DELETE FROM stat_told');
  await tx.query(
    'INSERT INTO stat_told (scope, told) SELECT scope, told FROM jsonb_to_recordset($1) AS row (scope text, told jsonb)',
    [JSON.stringify(made)],
  );
}

function toldOf(areas: Areas, byMonth: ReadonlyMap<string, ReadonlyMap<number, AreaMonth>>, act: Act) {
  const months = new ToldMonths(areas.root);
  for (const [month, rows] of byMonth) {
    months.add(
      month,
      areas.areas.map((_, position) => rows.get(position)?.[act] ?? 0),
    );
  }
  return months.told;
}

function countsIn(told: ReadonlyMap<string, Told>, within: ReadonlySet<number>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [interval, each] of told) {
    const count = toldIn(each, within);
    if (count !== null) counts[interval] = count;
  }
  return counts;
}

function delaysIn(
  byMonth: ReadonlyMap<string, ReadonlyMap<number, AreaMonth>>,
  interval: string,
  within: ReadonlySet<number>,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const month of monthsOf(interval)) {
    for (const area of within) {
      for (const [days, count] of Object.entries(byMonth.get(month)?.get(area)?.delays ?? {})) {
        sums[days] = (sums[days] ?? 0) + count;
      }
    }
  }
  return sums;
}

function monthsOf(interval: string): string[] {
  const inner = partsOf(interval);
  return inner.length === 0 ? [interval] : inner.flatMap(monthsOf);
}
