import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { civilDate, Clock, daysBetween } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { CharterVersion } from './charter.entity.js';
import { Charters } from './charters.service.js';
import { HireLetters } from './hire-letters.js';
import { HirePartiesReader } from './hire-parties.js';
import { about, reminder, unanswered } from './hire-words.js';
import { HiresService } from './hires.service.js';

/** After how many days who must sign is reminded. */
export const remindedAfter = [3, 7, 14] as const;

const sides = [
  { side: 'COMPANY', column: 'companyReminders' },
  { side: 'CANDIDATE', column: 'candidateReminders' },
] as const;

/** What is due by the clock: reminders to sign, and hires whose letter nobody answered. */
@Injectable()
export class HireSchedules implements OnModuleInit {
  private readonly logger = new Logger('Hires');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly parties: HirePartiesReader,
    private readonly charters: Charters,
    private readonly service: HiresService,
    private readonly letters: HireLetters,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'remind-charters', cron: '19 * * * *', work: () => this.remind() });
    this.handlers.schedule({ name: 'forget-hire-invitations', cron: '23 * * * *', work: () => this.lapse() });
  }

  /** Nobody is asked to sign what a company that is not verified, or is suspended, cannot have signed. */
  async remind(): Promise<void> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT v.hire_id AS id FROM charter_version v JOIN hire h ON h.id = v.hire_id JOIN company co ON co.id = h.company_id,
              LATERAL (SELECT count(*) AS due FROM unnest($1::int[]) AS days
                        WHERE (v.made_at AT TIME ZONE 'Europe/Paris')::date + days <= $2::date) AS reminders
        WHERE v.voided_at IS NULL AND v.signed_at IS NULL AND h.status = 'CHARTER_OPEN'
          AND co.verified_at IS NOT NULL AND co.suspended_at IS NULL
          AND EXISTS (SELECT FROM (VALUES ('COMPANY', v.company_reminders), ('CANDIDATE', v.candidate_reminders)) AS one(side, told)
                       WHERE one.told < due
                         AND NOT EXISTS (SELECT FROM charter_signature s WHERE s.version_id = v.id AND s.side = one.side))
        ORDER BY v.made_at, v.hire_id`,
      [remindedAfter, this.clock.today()],
    );
    await this.each(rows, (id) => this.remindOf(id));
  }

  /** However often it runs, and after a standstill: one letter for all that were missed. */
  private remindOf(hireId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.parties.hold(tx, hireId, null);
      const version = held?.hire.status === 'CHARTER_OPEN' ? await this.charters.standing(tx, hireId) : null;
      if (!held || !version || !held.between.isVerified || held.between.isSuspended) return;
      const days = daysBetween(civilDate(version.madeAt), this.clock.today());
      const due = remindedAfter.filter((after) => after <= days).length;
      const signed = new Set((await this.charters.signatures(tx, version.id)).map(({ side }) => side));
      for (const { side, column } of sides) {
        if (version[column] >= due || signed.has(side)) continue;
        await tx.update(CharterVersion, { id: version.id }, { [column]: due });
        await this.letters.to(tx, side, held.between, reminder(about(held.between, held.hire), days));
      }
    });
  }

  private async lapse(): Promise<void> {
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT hire_id AS id FROM hire_invitation WHERE expires_at <= $1 ORDER BY hire_id',
      [this.clock.now()],
    );
    await this.each(rows, (id) => this.lapseOf(id));
  }

  private lapseOf(hireId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.parties.hold(tx, hireId, null);
      if (held?.hire.status !== 'AWAITING_PERSON') return;
      const said = { endReason: 'PERSON_DID_NOT_ANSWER', endWords: null, endedOn: this.clock.today() };
      await this.service.close(tx, held.hire, { ...said, endedBy: 'PLATFORM' });
      await this.letters.to(tx, 'COMPANY', held.between, unanswered(about(held.between, held.hire)));
    });
  }

  private async each(rows: readonly { id: string }[], work: (id: string) => Promise<void>): Promise<void> {
    for (const { id } of rows) {
      try {
        await work(id);
      } catch (error) {
        this.logger.warn(`${id} failed, to be tried again in an hour: ${String(error)}`);
      }
    }
  }
}
