import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import type { Application } from '../applications/application.entity.js';
import { addDays, Clock } from '../common/clock.js';
import { eachByItself } from '../jobs/each-by-itself.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { InterviewLetters } from './interview-letters.js';
import type { Interview } from './interview.entity.js';
import { InterviewsRepository } from './interviews.repository.js';
import { InterviewsService } from './interviews.service.js';
import { dayAndHour, zoneOf } from './time-zones.js';

interface ToCome {
  id: string;
  startsAt: Date;
  answeredAt: Date | null;
  /** Of the first workplace. */
  communeCode: string | null;
}

/** What happens to meetings by the clock: both are reminded the day before, and no meeting outlives its application. */
@Injectable()
export class InterviewSchedules implements OnModuleInit {
  private readonly logger = new Logger('Interviews');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly moves: ApplicationMoves,
    private readonly interviews: InterviewsRepository,
    private readonly service: InterviewsService,
    private readonly letters: InterviewLetters,
    private readonly jobs: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // Every hour: where the meeting takes place it may be any hour of the day.
    this.jobs.schedule({ name: 'remind-of-interviews', cron: '10 * * * *', work: () => this.remind() });
    this.jobs.schedule({ name: 'call-off-interviews', cron: '* * * * *', work: () => this.callOffEnded() });
  }

  /** Not of what was agreed on only the day before or later: that letter is fresh enough. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const rows = await this.db.query<ToCome[]>(
      `SELECT i.id, i.agreed_starts_at AS "startsAt", i.answered_at AS "answeredAt",
              (SELECT commune_code FROM offer_site WHERE offer_id = a.offer_id ORDER BY position LIMIT 1) AS "communeCode"
         FROM interview i JOIN application a ON a.id = i.application_id
        WHERE i.status = 'AGREED' AND i.reminded_at IS NULL AND i.agreed_starts_at > $1
          AND i.agreed_starts_at < $1::timestamptz + interval '50 hours'`,
      [now],
    );
    const due = rows.filter((row) => isDue(row, now));
    const times = new Map(due.map(({ id, startsAt }) => [id, startsAt.valueOf()]));
    await this.each(due, async (tx, row) => {
      const isMoved = row.status !== 'AGREED' || row.agreedStartsAt!.valueOf() !== times.get(row.id);
      if (isMoved || row.remindedAt !== null) return;
      await this.letters.write(tx, row, { news: 'REMINDER', to: ['CANDIDATE', 'COMPANY'] });
      await this.interviews.change(tx, row, { remindedAt: this.clock.now() });
    });
  }

  /** Someone was hired: what was agreed on may still take place. In all other cases nobody meets any more. */
  async callOffEnded(): Promise<void> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT i.id FROM interview i JOIN application a ON a.id = i.application_id
        WHERE i.status = 'PROPOSED' AND a.status IN ('ACCEPTED', ${inVain})
       UNION ALL
       SELECT i.id FROM interview i JOIN application a ON a.id = i.application_id
        WHERE i.status = 'AGREED' AND i.agreed_starts_at > $1 AND a.status IN (${inVain})`,
      [this.clock.now()],
    );
    await this.each(rows, async (tx, row, { status }) => {
      const over = row.agreedStartsAt !== null && row.agreedStartsAt <= this.clock.now();
      const isOpen = row.status === 'PROPOSED' || row.status === 'AGREED';
      const keeps = status === 'INTERVIEW' || (status === 'ACCEPTED' && row.status === 'AGREED');
      if (isOpen && !over && !keeps) await this.service.callOff(tx, row, 'PLATFORM', null);
    });
  }

  /** Each in a transaction of its own, with its application held. */
  private each(
    rows: readonly { id: string }[],
    work: (tx: EntityManager, row: Interview, application: Application) => Promise<void>,
  ): Promise<void> {
    const ids = rows.map(({ id }) => id);
    return eachByItself(this.logger, ids, (id) =>
      this.db.transaction(async (tx) => {
        const found = await this.interviews.byId(id, tx);
        const application = found && (await this.moves.locked(tx, found.applicationId));
        const row = application && (await this.interviews.byId(id, tx));
        if (row) await work(tx, row, application);
      }),
    );
  }
}

/** By the clocks of the workplace, as the letter tells it: on the day before, from seven in the morning until night. */
function isDue({ startsAt, answeredAt, communeCode }: ToCome, now: Date): boolean {
  const zone = zoneOf(communeCode);
  const today = dayAndHour(now, zone);
  const isTomorrow = dayAndHour(startsAt, zone).day === addDays(today.day, 1);
  const isAwake = today.hour >= 7 && today.hour < 20;
  return isTomorrow && isAwake && (!answeredAt || dayAndHour(answeredAt, zone).day < today.day);
}

const inVain = `'DECLINED', 'WITHDRAWN', 'CLOSED_UNANSWERED'`;
