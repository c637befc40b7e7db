import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pair } from '../candidates/identity-grounds.js';
import { Clock } from '../common/clock.js';
import type { MomentAfter } from '../common/moment-page.js';
import { openInSql } from '../offers/offer-status.js';
import { Invitation } from './invitation.entity.js';
import type { KeptStatus } from './invitation-status.js';

const applied = 'EXISTS (SELECT FROM application a WHERE a.offer_id = i.offer_id AND a.candidate_id = i.candidate_id)';

/** Waits for an answer, while the offer is open. */
const waiting = `i.status = 'SENT' AND NOT ${applied}`;

/** `$1` is today: what an invitation is depends on what became of its offer. */
const selectInvitations = `
  SELECT i.id, i.offer_id AS "offerId", i.candidate_id AS "candidateId", i.company_id AS "companyId",
         i.invited_by AS "invitedBy", i.message, i.sent_at AS "sentAt", i.answered_at AS "answeredAt",
         CASE WHEN i.status <> 'SENT' THEN i.status
              WHEN ${applied} THEN 'ACCEPTED'
              WHEN ${openInSql('o', '$1')} THEN 'SENT'
              ELSE 'LAPSED' END AS status
    FROM invitation i JOIN offer o ON o.id = i.offer_id`;

/** Rows become Invitations, so that Query.node can tell what they are. */
const invitationsFrom = (rows: object[]): Invitation[] => rows.map((row) => Object.assign(new Invitation(), row));

@Injectable()
export class InvitationsRepository {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async byId(id: string, tx: EntityManager = this.db.manager): Promise<Invitation | null> {
    return this.one(tx, 'i.id = $2', [id]);
  }

  /** The invitation, held against other changes until the transaction ends. */
  async locked(tx: EntityManager, id: string): Promise<Invitation | null> {
    await tx.query('SELECT FROM invitation WHERE id = $1 FOR UPDATE', [id]);
    return this.byId(id, tx);
  }

  /**
   * An invitation of this candidate, held with all others of the same company to them: in one order, because one answer may
   * change them all. Null when there is none of this candidate.
   */
  async lockedWithCompany(tx: EntityManager, id: string, candidateId: string): Promise<Invitation | null> {
    await tx.query(
      `SELECT FROM invitation WHERE candidate_id = $2
          AND company_id = (SELECT company_id FROM invitation WHERE id = $1 AND candidate_id = $2)
        ORDER BY id FOR UPDATE`,
      [id, candidateId],
    );
    return this.one(tx, 'i.id = $2 AND i.candidate_id = $3', [id, candidateId]);
  }

  ofPair(tx: EntityManager, offerId: string, candidateId: string): Promise<Invitation | null> {
    return this.one(tx, 'i.offer_id = $2 AND i.candidate_id = $3', [offerId, candidateId]);
  }

  /** The new invitation, or null when the pair has one: the unique constraint is the judge. */
  async insert(
    tx: EntityManager,
    invitation: Pick<Invitation, 'offerId' | 'candidateId' | 'companyId' | 'message' | 'sentAt'> & {
      invitedBy: string;
    },
  ): Promise<Invitation | null> {
    const { offerId, candidateId, companyId, invitedBy, message, sentAt } = invitation;
    const made = await tx.query<{ id: string }[]>(
      `INSERT INTO invitation (offer_id, candidate_id, company_id, invited_by, message, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT one_invitation_per_candidate DO NOTHING RETURNING id`,
      [offerId, candidateId, companyId, invitedBy, message, sentAt],
    );
    return made[0] ? this.byId(made[0].id, tx) : null;
  }

  /** `answeredAt` is null for what the candidate did not do. */
  async setStatus(tx: EntityManager, id: string, status: KeptStatus, answeredAt: Date | null): Promise<void> {
    await tx.query('UPDATE invitation SET status = $2, answered_at = $3 WHERE id = $1', [id, status, answeredAt]);
  }

  /** Whatever of this company the candidate has not answered yet is declined. */
  async declineAll(tx: EntityManager, candidateId: string, companyId: string, answeredAt: Date): Promise<void> {
    await tx.query(
      `UPDATE invitation i SET status = 'DECLINED', answered_at = $3
        WHERE i.candidate_id = $1 AND i.company_id = $2 AND ${waiting}`,
      [candidateId, companyId, answeredAt],
    );
  }

  async waitingOf(tx: EntityManager, offerId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM invitation i WHERE i.offer_id = $1 AND ${waiting}`,
      [offerId],
    );
    return row!.count;
  }

  /** When the company sent the last but `before` of the invitations it sent after `since`; null when it sent fewer. */
  async sentBefore(tx: EntityManager, companyId: string, since: Date, before: number): Promise<Date | null> {
    const [row] = await tx.query<{ sentAt: Date }[]>(
      `SELECT sent_at AS "sentAt" FROM invitation WHERE company_id = $1 AND sent_at > $2
        ORDER BY sent_at DESC OFFSET $3 LIMIT 1`,
      [companyId, since, before],
    );
    return row?.sentAt ?? null;
  }

  /** One over `first`, latest first. */
  async latest(
    of: { candidateId: string } | { offerId: string },
    first: number,
    after?: MomentAfter,
  ): Promise<Invitation[]> {
    const [column, id] = 'offerId' in of ? ['i.offer_id', of.offerId] : ['i.candidate_id', of.candidateId];
    const rows = await this.db.query<object[]>(
      `${selectInvitations} WHERE ${column} = $2 AND ($3::timestamptz IS NULL OR (i.sent_at, i.id) < ($3, $4))
        ORDER BY i.sent_at DESC, i.id DESC LIMIT $5`,
      [this.clock.today(), id, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return invitationsFrom(rows);
  }

  /** The pairs of these in which the candidate accepted an invitation of the company. */
  accepted(candidateIds: readonly string[], companyIds: readonly string[]): Promise<Pair[]> {
    return this.db.query<Pair[]>(
      `SELECT DISTINCT candidate_id AS "candidateId", company_id AS "companyId" FROM invitation
        WHERE status = 'ACCEPTED' AND candidate_id = ANY($1) AND company_id = ANY($2)`,
      [candidateIds, companyIds],
    );
  }

  /** Invitations stay without a trace of who sent them; held in one order, as answers do. */
  async forgetInviter(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query('SELECT FROM invitation WHERE invited_by = $1 ORDER BY id FOR UPDATE', [accountId]);
    await tx.query('UPDATE invitation SET invited_by = NULL WHERE invited_by = $1', [accountId]);
  }

  private async one(tx: EntityManager, condition: string, parameters: string[]): Promise<Invitation | null> {
    const rows = await tx.query<object[]>(`${selectInvitations} WHERE ${condition}`, [
      this.clock.today(),
      ...parameters,
    ]);
    return invitationsFrom(rows)[0] ?? null;
  }
}
