import type { EntityManager } from 'typeorm';
import type { Gazetteer } from '../territories/gazetteer.js';
import { scopesOf } from './areas.js';
import { type Counted, monthsShown, nextMonth, type OfferMonth, type Sheet, nobody, type ToldPeople } from './sheet.js';

/** How many skills and occupations of each list a scope tells of. */
const mostTold = 30;

/** How many sheets are written at once; what is longer holds up the process. */
const batch = 20;

/** A sheet but for what people did, which the database has beside it. */
type OwnPart = Omit<Sheet, keyof ToldPeople>;

/** Puts together what may be told of every scope; sheets that say the same as before are not touched. */
export async function writeSheets(tx: EntityManager, gazetteer: Gazetteer, running: string): Promise<void> {
  const candidates = await candidatesTold(tx);
  const offers = await offerMonths(tx, nextMonth(running, 1 - monthsShown));
  const most = await mostAsked(tx);
  const scopes = scopesOf(gazetteer);
  for (let from = 0; from < scopes.length; from += batch) {
    const sheets = scopes.slice(from, from + batch).map((scope): { scope: string; sheet: OwnPart } => {
      const of = (kind: string): Counted[] => most.get(scope)?.get(kind) ?? [];
      return {
        scope,
        sheet: {
          offers: wholeSeries(offers.get(scope) ?? [], running),
          candidates: candidates.get(scope) ?? null,
          skills: { asked: of('SKILL'), offered: of('OFFERED') },
          occupations: of('OCCUPATION'),
          categories: of('CATEGORY'),
          contracts: of('CONTRACT'),
        },
      };
    });
    await tx.query(
      `INSERT INTO stat_sheet AS known (scope, sheet)
       SELECT scope, coalesce(told - 'delays', $2::jsonb) || sheet
         FROM jsonb_to_recordset($1) AS row (scope text, sheet jsonb) LEFT JOIN stat_told USING (scope)
       ON CONFLICT ON CONSTRAINT stat_sheet_pk
       DO UPDATE SET sheet = excluded.sheet WHERE known.sheet IS DISTINCT FROM excluded.sheet`,
      [JSON.stringify(sheets), JSON.stringify(nobody)],
    );
  }
  await tx.query('DELETE FROM stat_sheet WHERE scope <> ALL ($1)', [scopes]);
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

async function candidatesTold(tx: EntityManager): Promise<Map<string, number>> {
  const rows = await tx.query<{ scope: string; candidates: number }[]>(
    `SELECT scope, candidates FROM stat_wish WHERE skill_code = ''`,
  );
  return new Map(rows.map(({ scope, candidates }) => [scope, candidates]));
}

async function offerMonths(tx: EntityManager, from: string): Promise<Map<string, OfferMonth[]>> {
  const rows = await tx.query<{ scope: string; months: OfferMonth[] }[]>(
    `SELECT scope, jsonb_agg(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'openDuring', open_during,
              'openAtEnd', open_at_end, 'openings', openings_at_end, 'companies', companies_at_end, 'opened', opened,
              'ended', ended, 'filled', filled) ORDER BY month) AS months
       FROM stat_offer_month WHERE month >= $1::date GROUP BY scope`,
    [`${from}-01`],
  );
  return new Map(rows.map(({ scope, months }) => [scope, months]));
}

/**
 * By scope and kind, what is asked for most; skills that candidates have under `OFFERED`. A skill that is among the most of
 * one of the two is in both, so that they can be compared.
 */
async function mostAsked(tx: EntityManager): Promise<Map<string, Map<string, Counted[]>>> {
  const rows = await tx.query<{ scope: string; kind: string; codes: Counted[] }[]>(
    `WITH counted AS (
       SELECT scope, kind, code, offers AS times FROM stat_asked
       UNION ALL SELECT scope, 'OFFERED', skill_code, candidates FROM stat_wish WHERE skill_code <> ''),
     ranked AS (
       SELECT *, row_number() OVER (PARTITION BY scope, kind ORDER BY times DESC, code COLLATE "C") AS place FROM counted),
     shown AS (
       SELECT *, min(place) OVER (PARTITION BY scope, kind IN ('SKILL', 'OFFERED'), code,
                                  CASE WHEN kind NOT IN ('SKILL', 'OFFERED') THEN kind END) AS best FROM ranked)
     SELECT scope, kind, jsonb_agg(jsonb_build_array(code, times) ORDER BY times DESC, code COLLATE "C") AS codes
       FROM shown WHERE best <= $1 GROUP BY scope, kind`,
    [mostTold],
  );
  const byScope = new Map<string, Map<string, Counted[]>>();
  for (const { scope, kind, codes } of rows) {
    byScope.set(scope, (byScope.get(scope) ?? new Map<string, Counted[]>()).set(kind, codes));
  }
  return byScope;
}
