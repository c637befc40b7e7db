import type { EntityManager } from 'typeorm';
import type { Language } from '../common/text.js';
import type { CaseKind, ReportOrigin, ReportReason } from './moderation-words.js';

export interface NewReport {
  kind: CaseKind;
  objectId: string;
  origin: ReportOrigin;
  reason: ReportReason;
  words: string | null;
  reporterId?: string | null;
  email?: string | null;
  language?: Language;
  /** Two reports of one key are one: the later replaces the earlier. */
  callerKey: string;
  at: Date;
}

/** The column of a case that names its object; ours alone, never a client's. */
export const columnOf: Record<CaseKind, string> = {
  OFFER: 'offer_id',
  COMPANY: 'company_id',
  INVITATION: 'invitation_id',
  MESSAGE: 'message_id',
  ACCOUNT: 'account_id',
  TERRITORY: 'territory_id',
};

/** Adds the report to the open case of its object, which is opened if there is none: the unique index is the judge. */
export async function noteReport(tx: EntityManager, report: NewReport): Promise<void> {
  const [opened] = await tx.query<[{ id: string }]>(
    `INSERT INTO moderation_case (kind, ${columnOf[report.kind]}, opened_at) VALUES ($1, $2, $3)
     ON CONFLICT (coalesce(coalesce(offer_id, company_id, invitation_id, message_id, account_id)::text, territory_id))
     WHERE decided_at IS NULL
     DO UPDATE SET kind = excluded.kind RETURNING id`,
    [report.kind, report.objectId, report.at],
  );
  await tx.query(
    `INSERT INTO moderation_report (case_id, origin, reason, words, reporter_id, email, language, caller_key, reported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT ON CONSTRAINT moderation_report_once
     DO UPDATE SET reason = excluded.reason, words = excluded.words, email = excluded.email, language = excluded.language`,
    [
      opened.id,
      report.origin,
      report.reason,
      report.words,
      report.reporterId ?? null,
      report.email ?? null,
      report.language ?? 'fr',
      report.callerKey,
      report.at,
    ],
  );
}

/** What the platform found by itself. What an administrator has seen of an object once is not told again. */
export async function noteFound(
  tx: EntityManager,
  kind: 'OFFER' | 'COMPANY' | 'TERRITORY',
  objectId: string,
  found: readonly { reason: ReportReason; found: string }[],
  at: Date,
): Promise<void> {
  if (!found[0]) return;
  const words = found.map((each) => `« ${each.found} »`).join(', ');
  const seen = await tx.query<unknown[]>(
    `SELECT FROM moderation_report r JOIN moderation_case c ON c.id = r.case_id
      WHERE c.${columnOf[kind]} = $1 AND r.origin = 'PLATFORM' AND r.words = $2 LIMIT 1`,
    [objectId, words],
  );
  if (seen.length > 0) return;
  const { reason } = found[0];
  await noteReport(tx, { kind, objectId, origin: 'PLATFORM', reason, words, callerKey: 'platform', at });
}
