import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { isUuid } from '../common/node.js';
import { isUnderway } from './interview-rules.js';
import { Interview, InterviewSlot } from './interview.entity.js';

type NewInterview = Pick<
  Interview,
  'applicationId' | 'proposedBy' | 'proposerId' | 'proposedAt' | 'durationMinutes' | 'place' | 'videoUrl' | 'words'
>;

@Injectable()
export class InterviewsRepository {
  constructor(@InjectRepository(Interview) private readonly interviews: Repository<Interview>) {}

  async byId(id: string, tx: EntityManager = this.interviews.manager): Promise<Interview | null> {
    return isUuid(id) ? tx.findOneBy(Interview, { id }) : null;
  }

  /** By application, the first proposed first. */
  ofApplications(applicationIds: readonly string[]): Promise<Interview[]> {
    return this.interviews.find({
      where: { applicationId: In([...applicationIds]) },
      order: { proposedAt: 'ASC', id: 'ASC' },
    });
  }

  slotsOf(interviewIds: readonly string[]): Promise<InterviewSlot[]> {
    return this.interviews.manager.find(InterviewSlot, {
      where: { interviewId: In([...interviewIds]) },
      order: { startsAt: 'ASC' },
    });
  }

  async slot(tx: EntityManager, id: string): Promise<InterviewSlot | null> {
    return isUuid(id) ? tx.findOneBy(InterviewSlot, { id }) : null;
  }

  /** The meeting of which something may still become; null when there is none. The application is held. */
  async underway(tx: EntityManager, applicationId: string, now: Date): Promise<Interview | null> {
    const rows = await tx.find(Interview, { where: { applicationId }, order: { proposedAt: 'DESC', id: 'DESC' } });
    return rows.find((row) => isUnderway(row, now)) ?? null;
  }

  /** Meetings of someone that are still to come, or may be: agreed on or proposed. */
  toComeOf(tx: EntityManager, accountId: string, now: Date): Promise<Interview[]> {
    return tx
      .createQueryBuilder(Interview, 'i')
      .where(
        `i.application_id IN (SELECT a.id FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE c.account_id = :accountId)
         AND (i.status = 'AGREED' AND i.agreed_starts_at > :now OR i.status = 'PROPOSED'
              AND EXISTS (SELECT FROM interview_slot slot WHERE slot.interview_id = i.id AND slot.starts_at > :now))`,
        { accountId, now },
      )
      .orderBy('i.id')
      .getMany();
  }

  async insert(tx: EntityManager, interview: NewInterview, slots: readonly Date[]): Promise<Interview> {
    const made = await tx.save(
      Interview,
      tx.create(Interview, {
        ...interview,
        status: 'PROPOSED',
        sequence: 0,
        agreedStartsAt: null,
        answeredAt: null,
        answerWords: null,
        endedBy: null,
        remindedAt: null,
      }),
    );
    await this.replaceSlots(tx, made.id, slots);
    return made;
  }

  async change(tx: EntityManager, row: Interview, changes: Partial<Omit<Interview, 'id'>>): Promise<Interview> {
    await tx.update(Interview, { id: row.id }, changes);
    return Object.assign(new Interview(), row, changes);
  }

  async replaceSlots(tx: EntityManager, interviewId: string, slots: readonly Date[]): Promise<void> {
    await tx.delete(InterviewSlot, { interviewId });
    await tx.insert(
      InterviewSlot,
      slots.map((startsAt) => ({ interviewId, startsAt })),
    );
  }
}
