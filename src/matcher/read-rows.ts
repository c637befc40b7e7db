import type { EntityManager } from 'typeorm';
import type { HeldSkill } from '../candidates/candidate.entity.js';
import { responsivenessFit } from '../companies/responsiveness.js';
import type { CandidateFacts, OfferFacts } from '../scoring/score-facts.js';
import type { PlaceInput } from '../territories/place.input.js';

/** What is held of an open offer: what a score looks at, and what a filter does. */
export interface OfferRow extends OfferFacts {
  companyId: string;
  greenMission: boolean;
  expiresOn: string | null;
  /** Milliseconds since 1970. */
  publishedAt: number;
}

export interface CandidateRow extends Omit<CandidateFacts, 'hasPlaces'> {
  skills: HeldSkill[];
  places: PlaceInput[];
  visible: boolean;
}

type Reader = Pick<EntityManager, 'query'>;

const offersOpen = `
  SELECT o.id, o.company_id AS "companyId", o.required_skill_codes AS "requiredSkills",
         o.desired_skill_codes AS "desiredSkills", o.study_level AS "studyLevel", o.contract_type AS "contractType",
         o.mission_category AS "missionCategory", o.occupation_code AS "occupationCode", o.starts_on AS "startsOn",
         o.expires_on AS "expiresOn", o.salary_min AS "salaryMin", o.salary_max AS "salaryMax",
         o.remote_work AS "remoteWork", o.green_mission AS "greenMission",
         extract(epoch FROM o.published_at)::float8 * 1000 AS "publishedAt", r.rate, r.median_days AS "medianDays",
         coalesce(s.communes, '{}') AS "communeCodes"
    FROM offer o LEFT JOIN company_responsiveness r ON r.company_id = o.company_id`;

type OfferRead = Omit<OfferRow, 'responsiveness'> & { rate: number | null; medianDays: number | null };

function offerRow({ rate, medianDays, ...row }: OfferRead): OfferRow {
  return { ...row, responsiveness: rate === null ? null : responsivenessFit({ rate, medianDays }) };
}

const candidates = `
  SELECT id, skills, places, study_level AS "studyLevel", diploma_on AS "diplomaOn", contract_types AS "contractTypes",
         mission_categories AS "missionCategories", occupation_codes AS "occupationCodes",
         available_from AS "availableFrom", salary_at_least AS "salaryAtLeast", remote_work AS "remoteWork",
         visible_since IS NOT NULL AS visible
    FROM candidate`;

/**
 * Every open offer, in the order in which they are looked at: those of one commune side by side, and those that are worked
 * from anywhere by themselves, so that the rows of a question lie together in memory.
 */
export async function* allOffers(tx: Reader, pageSize: number): AsyncGenerator<OfferRow[]> {
  await tx.query(`SET LOCAL work_mem = '128MB'`);
  const sites = `(SELECT offer_id, array_agg(commune_code ORDER BY position) AS communes FROM offer_site GROUP BY offer_id)`;
  const pages = pagesOf<OfferRead>(
    tx,
    `${offersOpen} LEFT JOIN ${sites} s ON s.offer_id = o.id WHERE o.status = 'OPEN' AND NOT o.withheld
      ORDER BY o.remote_work = 'FULL', s.communes[1]`,
    pageSize,
  );
  for await (const page of pages) yield page.map(offerRow);
}

export async function offersOf(tx: Reader, ids: readonly string[]): Promise<OfferRow[]> {
  const sites = `(SELECT array_agg(commune_code ORDER BY position) AS communes FROM offer_site WHERE offer_id = o.id)`;
  const rows = await tx.query<{ row: OfferRead }[]>(
    inJson(
      `${offersOpen} LEFT JOIN LATERAL ${sites} s ON true WHERE o.status = 'OPEN' AND NOT o.withheld AND o.id = ANY($1::uuid[])`,
    ),
    [ids],
  );
  return rows.map(({ row }) => offerRow(row));
}

export const allCandidates = (tx: Reader, pageSize: number): AsyncGenerator<CandidateRow[]> =>
  pagesOf<CandidateRow>(tx, candidates, pageSize);

export async function candidatesOf(tx: Reader, ids: readonly string[]): Promise<CandidateRow[]> {
  const rows = await tx.query<{ row: CandidateRow }[]>(inJson(`${candidates} WHERE id = ANY($1::uuid[])`), [ids]);
  return rows.map(({ row }) => row);
}

/** Rows as JSON are read several times quicker than field by field, lists above all; days stay as they are written. */
const inJson = (query: string): string => `SELECT to_json(t) AS row FROM (${query}) t`;

/** Inside the transaction; the next page is fetched while the last one is worked on. */
async function* pagesOf<Row>(tx: Reader, query: string, pageSize: number): AsyncGenerator<Row[]> {
  await tx.query(`DECLARE matcher_rows NO SCROLL CURSOR FOR ${inJson(query)}`);
  const fetch = (): Promise<{ row: Row }[]> => tx.query(`FETCH ${pageSize} FROM matcher_rows`);
  let page = await fetch();
  while (page.length > 0) {
    const next = fetch();
    yield page.map(({ row }) => row);
    page = await next;
  }
  await tx.query('CLOSE matcher_rows');
}

/** How many of each there are to be read. */
export async function countRows(tx: Reader): Promise<{ offers: number; candidates: number }> {
  const [row] = await tx.query<[{ offers: number; candidates: number }]>(
    `SELECT (SELECT count(*)::int FROM offer WHERE status = 'OPEN' AND NOT withheld) AS offers,
            (SELECT count(*)::int FROM candidate) AS candidates`,
  );
  return row;
}
