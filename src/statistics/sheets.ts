import type { EntityManager } from 'typeorm';
import type { Gazetteer } from '../territories/gazetteer.js';
import { scopesOf } from './areas.js';
import { type Counted, monthsShown, nextMonth, type OfferMonth, type Sheet, type ToldPeople, untold } from './sheet.js';

/** How many skills and occupations of each list a scope tells of. */
const mostTold = 30;

/** Puts together what may be told of every scope; sheets that say the same as before are not touched. */
export async function writeSheets(tx: EntityManager, gazetteer: Gazetteer, running: string): Promise<void> {
  const people = await toldPeople(tx);
  const wishes = await wishesTold(tx);
  const offers = await offerMonths(tx);
  const asked = await askedFor(tx);
  const sheets = scopesOf(gazetteer).map((scope): { scope: string; sheet: Sheet } => {
    const kinds = asked.get(scope);
    const most = (kind: string): Counted[] => (kinds?.get(kind) ?? []).slice(0, mostTold);
    const held = new Map(wishes.get(scope));
    const offered = [...held].filter(([code]) => code !== '').sort(byCount);
    const shown = new Set(offered.slice(0, mostTold).map(([code]) => code));
    const skills = (kinds?.get('SKILL') ?? []).filter(([code], index) => index < mostTold || shown.has(code));
    for (const [code] of skills) if (held.has(code)) shown.add(code);
    return {
      scope,
      sheet: {
        ...(people.get(scope) ?? untold),
        offers: wholeSeries(offers.get(scope) ?? [], running),
        candidates: held.get('') ?? null,
        skills: { asked: skills, offered: offered.filter(([code]) => shown.has(code)) },
        occupations: most('OCCUPATION'),
        categories: most('CATEGORY'),
        contracts: most('CONTRACT'),
      },
    };
  });
  await tx.query(
    `MERGE INTO stat_sheet AS known
     USING (SELECT scope, sheet FROM jsonb_to_recordset($1) AS row (scope text, sheet jsonb)) AS made ON made.scope = known.scope
     WHEN MATCHED AND known.sheet IS DISTINCT FROM made.sheet THEN UPDATE SET sheet = made.sheet
     WHEN NOT MATCHED BY TARGET THEN INSERT (scope, sheet) VALUES (made.scope, made.sheet)
     WHEN NOT MATCHED BY SOURCE THEN DELETE`,
    [JSON.stringify(sheets)],
  );
}

/** The last months up to the one that runs, with those in which nothing was open. */
function wholeSeries(counted: readonly OfferMonth[], running: string): OfferMonth[] {
  const known = new Map(counted.map((each) => [each.month, each]));
  return Array.from({ length: monthsShown }, (_, index) => {
    const month = nextMonth(running, index - monthsShown + 1);
    return known.get(month) ?? { ...nothingOpen, month };
  });
}

const nothingOpen = { openDuring: 0, openAtEnd: 0, openings: 0, companies: 0, opened: 0, ended: 0, filled: 0 };

const byCount = ([one, n]: Counted, [other, m]: Counted): number => m - n || (one < other ? -1 : 1);

async function toldPeople(tx: EntityManager): Promise<Map<string, ToldPeople>> {
  const rows = await tx.query<{ scope: string; told: ToldPeople }[]>('SELECT scope, told FROM stat_told');
  return new Map(rows.map(({ scope, told }) => [scope, told]));
}

/** By scope, how many have each skill, the most first; and how many candidates there are, under ''. */
async function wishesTold(tx: EntityManager): Promise<Map<string, [string, number][]>> {
  const rows = await tx.query<{ scope: string; counts: [string, number][] }[]>(
    `SELECT scope, jsonb_agg(jsonb_build_array(skill_code, candidates)) AS counts FROM stat_wish GROUP BY scope`,
  );
  return new Map(rows.map(({ scope, counts }) => [scope, counts]));
}

async function offerMonths(tx: EntityManager): Promise<Map<string, OfferMonth[]>> {
  const rows = await tx.query<{ scope: string; months: OfferMonth[] }[]>(
    `SELECT scope, jsonb_agg(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'openDuring', open_during,
              'openAtEnd', open_at_end, 'openings', openings_at_end, 'companies', companies_at_end, 'opened', opened,
              'ended', ended, 'filled', filled) ORDER BY month) AS months
       FROM stat_offer_month GROUP BY scope`,
  );
  return new Map(rows.map(({ scope, months }) => [scope, months]));
}

async function askedFor(tx: EntityManager): Promise<Map<string, Map<string, Counted[]>>> {
  const rows = await tx.query<{ scope: string; kind: string; codes: Counted[] }[]>(
    `SELECT scope, kind, jsonb_agg(jsonb_build_array(code, offers) ORDER BY offers DESC, code) AS codes
       FROM stat_asked GROUP BY scope, kind`,
  );
  const byScope = new Map<string, Map<string, Counted[]>>();
  for (const { scope, kind, codes } of rows) {
    byScope.set(scope, (byScope.get(scope) ?? new Map<string, Counted[]>()).set(kind, codes));
  }
  return byScope;
}
