import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { LabelState } from '../labels/label-words.js';
import { territoryScope } from './areas.js';
import type { ToldSchools } from './school-counts.js';

export const changes = [
  'OFFERS_OPENED',
  'OFFERS_ENDED',
  'OFFERS_FILLED',
  'APPLICATIONS',
  'ANSWERS',
  'HIRES',
  'LABELS',
] as const;
export type Change = (typeof changes)[number];

/** From the first moment to the last, which is not in it. */
export interface Span {
  from: Date;
  until: Date;
}

const offersHere = `
  SELECT DISTINCT offer_id FROM offer_site JOIN territory_commune USING (commune_code) WHERE territory_id = $1`;
const hiresHere = 'hire JOIN territory_commune USING (commune_code)';
const apart = (act: string, moment: string, times = 'count(*)'): string =>
  `SELECT '${act}' AS act, ${times} FILTER (WHERE ${moment} >= $4)::int AS current,
          ${times} FILTER (WHERE ${moment} < $3)::int AS previous`;
/** In one of two spans of time, of which the second ends with $5. */
const either = (moment: string): string => `${moment} >= $2 AND ${moment} < $5`;

/** Looked up for each offer in an index, since two months of the whole country are many more. */
const ofEach = (table: string, moment: string): string =>
  `here CROSS JOIN LATERAL (SELECT ${moment} FROM ${table} WHERE ${table}.offer_id = here.offer_id AND ${either(moment)} OFFSET 0) AS act`;

const happened = `
  WITH here AS MATERIALIZED (${offersHere}),
  ended AS MATERIALIZED (
    SELECT offer_id, closed_at, ended_as FROM offer_open_span JOIN here USING (offer_id)
     WHERE ${either('closed_at')} AND ended_as <> 'PAUSED'),
  sited AS MATERIALIZED (
    SELECT hire.id, status, greatest(hired_on::timestamp AT TIME ZONE 'Europe/Paris', hire.created_at) AS known_at
      FROM ${hiresHere} WHERE territory_id = $1)
  ${apart('OFFERS_OPENED', 'opened_at', 'count(DISTINCT offer_id)')}
    FROM ${ofEach('offer_open_span', 'opened_at')}
  UNION ALL ${apart('OFFERS_ENDED', 'closed_at', 'count(DISTINCT offer_id)')} FROM ended
  UNION ALL ${apart('OFFERS_FILLED', 'closed_at', 'count(DISTINCT offer_id)')} FROM ended WHERE ended_as = 'FILLED'
  UNION ALL ${apart('APPLICATIONS', 'sent_at')} FROM ${ofEach('application', 'sent_at')}
  UNION ALL ${apart('ANSWERS', 'answered_at')} FROM ${ofEach('application', 'answered_at')}
  UNION ALL ${apart('HIRES', 'known_at')} FROM sited
    WHERE status NOT IN ('CANCELLED', 'AWAITING_PERSON') AND ${either('known_at')}
  UNION ALL ${apart('LABELS', 'granted_at')} FROM label JOIN sited ON sited.id = hire_id WHERE ${either('granted_at')}`;

/** What goes on in a territory, read when its managers ask. */
@Injectable()
export class InsightsRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** What happened in two spans of time, the previous one not after the current one. */
  async happened(
    territoryId: string,
    current: Span,
    previous: Span,
  ): Promise<Record<Change, Record<'current' | 'previous', number>>> {
    const rows = await this.db.query<{ act: Change; current: number; previous: number }[]>(happened, [
      territoryId,
      previous.from,
      previous.until,
      current.from,
      current.until,
    ]);
    return Object.fromEntries(rows.map(({ act, ...counts }) => [act, counts])) as Awaited<
      ReturnType<typeof this.happened>
    >;
  }

  /** Schools of those who applied here in the twelve months that are over, as counted beforehand. */
  async schools(territoryId: string): Promise<ToldSchools> {
    const [told] = await this.db.query<ToldSchools[]>('SELECT schools, others FROM stat_school WHERE scope = $1', [
      territoryScope(territoryId),
    ]);
    return told ?? { schools: [], others: 0 };
  }

  /** Companies that let candidates wait beyond the promised day, or never answered them, the most first. */
  lateCompanies(
    territoryId: string,
    today: string,
    since: Date,
    first: number,
  ): Promise<{ companyId: string; late: number; never: number }[]> {
    return this.db.query(
      `WITH here AS MATERIALIZED (${offersHere}),
       unanswered AS MATERIALIZED (
         SELECT offer_id, count(*) FILTER (WHERE status <> 'CLOSED_UNANSWERED') AS late,
                count(*) FILTER (WHERE status = 'CLOSED_UNANSWERED') AS never
           FROM application JOIN here USING (offer_id)
          WHERE answered_at IS NULL AND status IN ('SENT', 'SEEN', 'CLOSED_UNANSWERED')
            AND CASE status WHEN 'CLOSED_UNANSWERED' THEN closed_at >= $3 ELSE answer_due_on < $2 END
          GROUP BY offer_id)
       SELECT company_id AS "companyId", sum(late)::int AS late, sum(never)::int AS never
         FROM unanswered JOIN offer ON offer.id = offer_id
        GROUP BY company_id ORDER BY sum(late + never) DESC, company_id LIMIT $4`,
      [territoryId, today, since, first],
    );
  }

  /** Open offers to which nobody applied, published before that moment; the oldest first. */
  async withoutApplications(territoryId: string, today: string, before: Date, first: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM offer JOIN (${offersHere}) AS here ON here.offer_id = offer.id
        WHERE status = 'OPEN' AND NOT withheld AND (expires_on IS NULL OR expires_on >= $2::date) AND published_at < $3
          AND NOT EXISTS (SELECT FROM application WHERE application.offer_id = offer.id)
        ORDER BY published_at, id LIMIT $4`,
      [territoryId, today, before, first],
    );
    return rows.map(({ id }) => id);
  }

  /** Labels on which somebody has to act, by where they stand. */
  waitingLabels(territoryId: string, today: string): Promise<{ state: LabelState; labels: number; late: number }[]> {
    return this.db.query(
      `SELECT state, count(*)::int AS labels, count(*) FILTER (WHERE act_by < $2::date)::int AS late
         FROM label JOIN ${hiresHere} ON hire.id = hire_id
        WHERE territory_id = $1 AND state IN ('CHARTER', 'TO_REQUEST', 'REQUESTED', 'MORE_DOCUMENTS', 'PROOFS_DUE', 'PROOFS_SENT',
                                              'PROOFS_INCOMPLETE')
        GROUP BY state ORDER BY count(*) DESC, state`,
      [territoryId, today],
    );
  }
}
