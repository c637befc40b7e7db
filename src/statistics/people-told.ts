import type { EntityManager } from 'typeorm';
import type { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import { type Area, Areas, scopesOf } from './areas.js';
import { Pace } from './pace.js';
import { type Act, acts, type ToldPeople, untold } from './sheet.js';
import { partsOf, type Told, toldIn, ToldMonths } from './told-months.js';

type AreaMonth = Area & Record<Act, number> & { month: string; delays: Record<string, number> };
/** By month, then by position of the area. */
type ByMonth = ReadonlyMap<string, Map<number, AreaMonth>>;

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
  const byMonth: ByMonth = new Map(months.map(({ month }) => [month, new Map()]));
  for (const row of rows) byMonth.get(row.month)!.set(areas.position(row), row);
  const pace = new Pace();
  const told = new Map<Act, ReadonlyMap<string, Told>>();
  for (const act of acts) told.set(act, await toldOf(areas, byMonth, act, pace));
  const closed: ToldPeople['closed'] = months.length > 0 ? [months[0]!.month, months.at(-1)!.month] : null;
  await tx.query('DELETE FROM stat_told');
  for (const scope of scopesOf(gazetteer)) {
    const within = areas.of(scope);
    // Of a territory that was not in force in any of these months nothing was counted, which is not the same as 0 or masked.
    const made = within.size > 0 ? { closed, ...(await toldWithin(told, byMonth, within, pace)) } : untold;
    await tx.query('INSERT INTO stat_told (scope, told) VALUES ($1, $2)', [scope, JSON.stringify(made)]);
  }
}

async function toldOf(areas: Areas, byMonth: ByMonth, act: Act, pace: Pace): Promise<ReadonlyMap<string, Told>> {
  const months = new ToldMonths(areas.root);
  for (const [month, rows] of byMonth) {
    months.add(
      month,
      areas.areas.map((_, position) => rows.get(position)?.[act] ?? 0),
    );
    await pace.breathe();
  }
  return months.told;
}

async function toldWithin(
  told: ReadonlyMap<Act, ReadonlyMap<string, Told>>,
  byMonth: ByMonth,
  within: ReadonlySet<number>,
  pace: Pace,
): Promise<Omit<ToldPeople, 'closed'>> {
  const people: ToldPeople['people'] = {};
  for (const [act, intervals] of told) {
    const counts: Record<string, number> = {};
    for (const [interval, each] of intervals) {
      const count = toldIn(each, within);
      if (count !== null) counts[interval] = count;
    }
    people[act] = counts;
    await pace.breathe();
  }
  const delays: ToldPeople['delays'] = {};
  for (const [interval, count] of Object.entries(people.answers ?? {})) {
    if (count === 0) continue;
    delays[interval] = delaysIn(byMonth, interval, within);
    await pace.breathe();
  }
  return { people, delays };
}

function delaysIn(byMonth: ByMonth, interval: string, within: ReadonlySet<number>): Record<string, number> {
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
