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

const offersWhere = (condition: string): string => `
  SELECT o.id, o.company_id AS "companyId", o.required_skill_codes AS "requiredSkills",
         o.desired_skill_codes AS "desiredSkills", o.study_level AS "studyLevel", o.contract_type AS "contractType",
         o.mission_category AS "missionCategory", o.occupation_code AS "occupationCode", o.starts_on::text AS "startsOn",
         o.expires_on::text AS "expiresOn", o.salary_min AS "salaryMin", o.salary_max AS "salaryMax",
         o.remote_work AS "remoteWork", o.green_mission AS "greenMission",
         extract(epoch FROM o.published_at)::float8 * 1000 AS "publishedAt", r.rate, r.median_days AS "medianDays",
         ARRAY(SELECT s.commune_code FROM offer_site s WHERE s.offer_id = o.id ORDER BY s.position) AS "communeCodes"
    FROM offer o LEFT JOIN company_responsiveness r ON r.company_id = o.company_id
   WHERE o.status = 'OPEN' AND ${condition}`;

type OfferRead = Omit<OfferRow, 'responsiveness'> & { rate: number | null; medianDays: number | null };

const offerRow = ({ rate, medianDays, ...row }: OfferRead): OfferRow => ({
  ...row,
  responsiveness: rate === null ? null : responsivenessFit({ rate, medianDays }),
});

export async function offersAfter(tx: Reader, lastId: string | null, most: number): Promise<OfferRow[]> {
  const rows = await tx.query<OfferRead[]>(`${offersWhere('($1::uuid IS NULL OR o.id > $1)')} ORDER BY o.id LIMIT $2`, [
    lastId,
    most,
  ]);
  return rows.map(offerRow);
}

export async function offersOf(tx: Reader, ids: readonly string[]): Promise<OfferRow[]> {
  const rows = await tx.query<OfferRead[]>(offersWhere('o.id = ANY($1::uuid[])'), [ids]);
  return rows.map(offerRow);
}

const candidatesWhere = (condition: string): string => `
  SELECT id, skills, places, study_level AS "studyLevel", diploma_on::text AS "diplomaOn",
         contract_types AS "contractTypes", mission_categories AS "missionCategories",
         occupation_codes AS "occupationCodes", available_from::text AS "availableFrom",
         salary_at_least AS "salaryAtLeast", remote_work AS "remoteWork", visible_since IS NOT NULL AS visible
    FROM candidate WHERE ${condition}`;

export const candidatesAfter = (tx: Reader, lastId: string | null, most: number): Promise<CandidateRow[]> =>
  tx.query(`${candidatesWhere('($1::uuid IS NULL OR id > $1)')} ORDER BY id LIMIT $2`, [lastId, most]);

export const candidatesOf = (tx: Reader, ids: readonly string[]): Promise<CandidateRow[]> =>
  tx.query(candidatesWhere('id = ANY($1::uuid[])'), [ids]);

/** How many of each there are to be read. */
export async function countRows(tx: Reader): Promise<{ offers: number; candidates: number }> {
  const [row] = await tx.query<[{ offers: number; candidates: number }]>(
    `SELECT (SELECT count(*)::int FROM offer WHERE status = 'OPEN') AS offers,
            (SELECT count(*)::int FROM candidate) AS candidates`,
  );
  return row;
}
