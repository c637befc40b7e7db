import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { Application } from './application.entity.js';

@Injectable()
export class ApplicationsRepository {
  constructor(@InjectRepository(Application) private readonly applications: Repository<Application>) {}

  byId(id: string): Promise<Application | null> {
    return this.applications.findOneBy({ id });
  }

  ofPair(tx: EntityManager, offerId: string, candidateId: string): Promise<Application | null> {
    return tx.findOneBy(Application, { offerId, candidateId });
  }

  /** The new application, or null when the pair has one: the unique constraint is the judge. */
  async insert(
    tx: EntityManager,
    application: Pick<Application, 'offerId' | 'candidateId' | 'message' | 'sentAt' | 'answerDueOn'>,
  ): Promise<Application | null> {
    const { offerId, candidateId, message, sentAt, answerDueOn } = application;
    const made = await tx.query<{ id: string }[]>(
      `INSERT INTO application (offer_id, candidate_id, message, sent_at, answer_due_on, moved_at)
       VALUES ($1, $2, $3, $4, $5, $4)
       ON CONFLICT ON CONSTRAINT one_application_per_candidate DO NOTHING RETURNING id`,
      [offerId, candidateId, message, sentAt, answerDueOn],
    );
    if (!made[0]) return null;
    await tx.query(
      `INSERT INTO application_event (application_id, to_status, at, side, account_id)
       SELECT $1, 'SENT', $2, 'CANDIDATE', account_id FROM candidate WHERE id = $3`,
      [made[0].id, sentAt, candidateId],
    );
    return tx.findOneBy(Application, { id: made[0].id });
  }

  /** One over `first`, latest first. */
  latest(
    of: { candidateId: string } | { offerId: string },
    first: number,
    after?: MomentAfter,
  ): Promise<Application[]> {
    const query = this.applications
      .createQueryBuilder('application')
      .where(of)
      .orderBy('application.sentAt', 'DESC')
      .addOrderBy('application.id', 'DESC')
      .limit(first + 1);
    if (after) {
      query.andWhere('(application.sent_at, application.id) < (:sentAt, :id)', { sentAt: after[0], id: after[1] });
    }
    return query.getMany();
  }
}
