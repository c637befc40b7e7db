import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import type { ApplicationStatus } from './application-status.js';
import { Application } from './application.entity.js';

type NewApplication = Pick<Application, 'offerId' | 'candidateId' | 'message' | 'sentAt' | 'answerDueOn'>;

@Injectable()
export class ApplicationsRepository {
  constructor(@InjectRepository(Application) private readonly applications: Repository<Application>) {}

  byId(id: string): Promise<Application | null> {
    return this.applications.findOneBy({ id });
  }

  ofPair(tx: EntityManager, offerId: string, candidateId: string): Promise<Application | null> {
    return tx.findOneBy(Application, { offerId, candidateId });
  }

  /** Those to the offers that are in one of these states, in one order for all who hold several. */
  async idsTo(
    tx: EntityManager,
    offerIds: readonly string[],
    statuses: readonly ApplicationStatus[],
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT id FROM application WHERE offer_id = ANY($1) AND status = ANY($2) ORDER BY id',
      [offerIds, statuses],
    );
    return rows.map(({ id }) => id);
  }

  /** How many a candidate sent on a civil day of metropolitan France, and when the next day begins. */
  async sentOn(tx: EntityManager, candidateId: string, day: string): Promise<{ sent: number; resetsAt: Date }> {
    const [row] = await tx.query<[{ sent: number; resetsAt: Date }]>(
      `SELECT count(*)::int AS sent, ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Paris' AS "resetsAt"
         FROM application WHERE candidate_id = $1 AND sent_at >= $2::date::timestamp AT TIME ZONE 'Europe/Paris'`,
      [candidateId, day],
    );
    return row;
  }

  /** The unique constraint is the judge of "once"; whoever holds candidate and offer and found none never meets it. */
  async insert(
    tx: EntityManager,
    { offerId, candidateId, message, sentAt, answerDueOn }: NewApplication,
  ): Promise<Application> {
    const { identifiers } = await tx.insert(Application, {
      offerId,
      candidateId,
      message,
      sentAt,
      answerDueOn,
      movedAt: sentAt,
    });
    const { id } = identifiers[0] as { id: string };
    await tx.query(
      `INSERT INTO application_event (application_id, to_status, at, side, account_id)
       SELECT $1, 'SENT', $2, 'CANDIDATE', account_id FROM candidate WHERE id = $3`,
      [id, sentAt, candidateId],
    );
    return (await tx.findOneBy(Application, { id }))!;
  }

  /** One over `first`, latest first. */
  toOffer(offerId: string, first: number, after?: MomentAfter): Promise<Application[]> {
    const query = this.applications
      .createQueryBuilder('application')
      .where({ offerId })
      .orderBy('application.sentAt', 'DESC')
      .addOrderBy('application.id', 'DESC')
      .limit(first + 1);
    if (after) {
      query.andWhere('(application.sent_at, application.id) < (:sentAt, :id)', { sentAt: after[0], id: after[1] });
    }
    return query.getMany();
  }
}
