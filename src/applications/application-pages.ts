import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { fold } from '../common/fold.js';
import { Application } from './application.entity.js';
import type { ApplicationFilter, ApplicationSort } from './application.input.js';
import { liveStatuses } from './application-moves.js';
import type { ApplicationStatus } from './application-status.js';

/** By which moment each order goes, and which way; ids decide among equals. */
const orders = {
  NEWEST: { moment: 'application.sent_at', falling: true },
  LAST_MOVED: { moment: 'application.moved_at', falling: true },
  ANSWER_DUE: { moment: `application.answer_due_on::timestamp AT TIME ZONE 'UTC'`, falling: false },
} as const satisfies Record<ApplicationSort, { moment: string; falling: boolean }>;

/** The moment by which an application stands in an order, as a cursor keeps it. */
export const momentIn =
  (sort: ApplicationSort) =>
  ({ sentAt, movedAt, answerDueOn }: Application): Date =>
    sort === 'NEWEST' ? sentAt : sort === 'LAST_MOVED' ? movedAt : new Date(`${answerDueOn}T00:00:00Z`);

const mostWords = 100;

/** The lists of one candidate. */
@Injectable()
export class ApplicationPages {
  constructor(@InjectRepository(Application) private readonly applications: Repository<Application>) {}

  /** One over `first`. */
  ofCandidate(
    candidateId: string,
    filter: ApplicationFilter,
    sort: ApplicationSort,
    first: number,
    after?: MomentAfter,
  ): Promise<Application[]> {
    const { moment, falling } = orders[sort];
    const direction = falling ? 'DESC' : 'ASC';
    const query = this.applications
      .createQueryBuilder('application')
      .addSelect(moment, 'place')
      .where('application.candidate_id = :candidateId', { candidateId })
      .orderBy('place', direction)
      .addOrderBy('application.id', direction)
      .limit(first + 1);
    narrowed(query, filter);
    if (after) {
      query.andWhere(`(${moment}, application.id) ${falling ? '<' : '>'} (:moment, :id)`, {
        moment: after[0],
        id: after[1],
      });
    }
    return query.getMany();
  }

  /** How many of a candidate stand in each state; those that have none are left out. */
  countsOf(candidateId: string): Promise<{ status: ApplicationStatus; count: number }[]> {
    return this.applications.query(
      `SELECT status, count(*)::int AS count FROM application WHERE candidate_id = $1 GROUP BY status ORDER BY status`,
      [candidateId],
    );
  }
}

function narrowed(query: SelectQueryBuilder<Application>, { statuses, live, words }: ApplicationFilter): void {
  if (statuses && statuses.length > 0) query.andWhere('application.status IN (:...statuses)', { statuses });
  if (live) query.andWhere('application.status IN (:...live)', { live: liveStatuses });
  const wanted = fold((words ?? '').slice(0, mostWords))
    .split(/\s+/)
    .filter(Boolean);
  wanted.forEach((word, place) => {
    query.andWhere(
      `EXISTS (SELECT FROM offer o JOIN company c ON c.id = o.company_id WHERE o.id = application.offer_id
         AND folded_name(o.title || ' ' || c.name) LIKE :word${place})`,
      { [`word${place}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%` },
    );
  });
}
