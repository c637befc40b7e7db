import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import { columnOf } from './case-book.js';
import { ModerationCase, ModerationReport } from './moderation-case.entity.js';
import type { CaseKind, ReportReason } from './moderation-words.js';
import { Suspension } from './suspension.entity.js';

export interface QueueFilter {
  kind: CaseKind | null;
  reason: ReportReason | null;
  decided: boolean;
}

export type ShownReport = Pick<ModerationReport, 'id' | 'origin' | 'reason' | 'words' | 'reportedAt'>;

export interface Parties {
  companyId: string | null;
  authorId: string | null;
}

export const objectIdOf = (found: ModerationCase): string =>
  (found.offerId ?? found.companyId ?? found.invitationId ?? found.messageId ?? found.accountId ?? found.territoryId)!;

/** The company behind an object, and who wrote it. A message of a candidate has no company behind it. */
const partiesIn = {
  OFFER: 'SELECT company_id AS "companyId", NULL AS "authorId" FROM offer WHERE id = $1',
  INVITATION: 'SELECT company_id AS "companyId", invited_by AS "authorId" FROM invitation WHERE id = $1',
  MESSAGE: `SELECT CASE m.side WHEN 'COMPANY' THEN o.company_id END AS "companyId",
                   CASE m.side WHEN 'COMPANY' THEN m.author_id ELSE c.account_id END AS "authorId"
              FROM message m JOIN application a ON a.id = m.application_id JOIN offer o ON o.id = a.offer_id
              JOIN candidate c ON c.id = a.candidate_id WHERE m.id = $1`,
};

@Injectable()
export class ModerationRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async byId(id: string): Promise<ModerationCase | null> {
    return isUuid(id) ? this.db.manager.findOneBy(ModerationCase, { id }) : null;
  }

  async locked(tx: EntityManager, id: string): Promise<ModerationCase | null> {
    return isUuid(id) ? tx.findOne(ModerationCase, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /** One over `first`, oldest first. */
  async oldest({ kind, reason, decided }: QueueFilter, first: number, after?: MomentAfter): Promise<ModerationCase[]> {
    const found = this.db.manager
      .createQueryBuilder(ModerationCase, 'c')
      .where(decided ? 'c.decided_at IS NOT NULL' : 'c.decided_at IS NULL')
      .orderBy('c.opened_at')
      .addOrderBy('c.id')
      .take(first + 1);
    if (kind) found.andWhere('c.kind = :kind', { kind });
    if (reason) {
      found.andWhere('EXISTS (SELECT FROM moderation_report r WHERE r.case_id = c.id AND r.reason = :reason)', {
        reason,
      });
    }
    if (after) found.andWhere('(c.opened_at, c.id) > (:moment, :id)', { moment: after[0], id: after[1] });
    return found.getMany();
  }

  reportsOf(caseId: string, tx: EntityManager = this.db.manager): Promise<ModerationReport[]> {
    return tx.find(ModerationReport, { where: { caseId }, order: { reportedAt: 'ASC', id: 'ASC' } });
  }

  /** The first hundred of each case, in the order of the cases, oldest first. */
  async firstReports(caseIds: readonly string[]): Promise<ShownReport[][]> {
    const rows = await this.db.query<(ShownReport & { caseId: string })[]>(
      `SELECT r.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL
         (SELECT id, case_id AS "caseId", origin, reason, words, reported_at AS "reportedAt" FROM moderation_report
           WHERE case_id = asked.id ORDER BY reported_at, id LIMIT 100) AS r
        ORDER BY r."reportedAt", r.id`,
      [caseIds],
    );
    return caseIds.map((id) => rows.filter(({ caseId }) => caseId === id));
  }

  async reportCounts(caseIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; count: number }[]>(
      'SELECT case_id AS id, count(*)::int AS count FROM moderation_report WHERE case_id = ANY ($1) GROUP BY 1',
      [caseIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Other cases of the same object, latest first; the latest hundred. */
  earlierOf(found: ModerationCase): Promise<ModerationCase[]> {
    return this.db.manager
      .createQueryBuilder(ModerationCase, 'c')
      .where(`c.${columnOf[found.kind]} = :object AND c.id <> :id`, { object: objectIdOf(found), id: found.id })
      .orderBy('c.opened_at', 'DESC')
      .addOrderBy('c.id')
      .take(100)
      .getMany();
  }

  /** Of an offer those of its company too; latest first. */
  suspensionsOf({ offerId, companyId, accountId, invitationId, messageId }: ModerationCase): Promise<Suspension[]> {
    return this.db.manager
      .createQueryBuilder(Suspension, 's')
      .where(
        `s.offer_id = :offerId OR s.account_id = :accountId OR s.company_id IN (:companyId,
           (SELECT company_id FROM offer WHERE id = :offerId), (SELECT company_id FROM invitation WHERE id = :invitationId),
           (SELECT o.company_id FROM message m JOIN application a ON a.id = m.application_id JOIN offer o ON o.id = a.offer_id
             WHERE m.id = :messageId))`,
        { offerId, companyId, accountId, invitationId, messageId },
      )
      .orderBy('s.since', 'DESC')
      .take(100)
      .getMany();
  }

  /** The company behind the object, and whoever wrote it where that is known. */
  async partiesOf(tx: EntityManager, found: ModerationCase): Promise<Parties> {
    if (found.kind === 'COMPANY') return { companyId: found.companyId, authorId: null };
    if (found.kind === 'ACCOUNT') return { companyId: null, authorId: found.accountId };
    if (found.kind === 'TERRITORY') return { companyId: null, authorId: null };
    const [row] = await tx.query<Parties[]>(partiesIn[found.kind], [objectIdOf(found)]);
    return row ?? { companyId: null, authorId: null };
  }

  /** What it is called in a letter to whoever reported it: nothing that only its readers know. */
  async nameOf(
    tx: EntityManager,
    { kind, offerId, companyId, invitationId, messageId, territoryId }: ModerationCase,
  ): Promise<string> {
    if (kind === 'ACCOUNT') return '';
    const [row] = await tx.query<{ name: string }[]>(
      `SELECT title AS name FROM offer WHERE id = $1 UNION ALL SELECT name FROM company WHERE id = $2
       UNION ALL SELECT o.title FROM invitation i JOIN offer o ON o.id = i.offer_id WHERE i.id = $3
       UNION ALL SELECT o.title FROM message m JOIN application a ON a.id = m.application_id
         JOIN offer o ON o.id = a.offer_id WHERE m.id = $4
       UNION ALL SELECT name FROM territory WHERE id = $5`,
      [offerId, companyId, invitationId, messageId, territoryId],
    );
    return row?.name ?? '';
  }

  /** Decided: addresses of strangers are forgotten, and a new report of the same caller is a new one. */
  async decide(
    tx: EntityManager,
    id: string,
    decided: Pick<ModerationCase, 'decision' | 'reason' | 'words' | 'decidedAt' | 'decidedBy'>,
  ): Promise<void> {
    await tx.update(ModerationCase, { id }, decided);
    await tx.query('UPDATE moderation_report SET email = NULL, caller_key = NULL WHERE case_id = $1', [id]);
  }
}
