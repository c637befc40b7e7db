import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import type { MomentAfter } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import { Jobs } from '../jobs/jobs.js';
import { Mailer } from '../mail/mailer.js';
import { Purge } from './purge.entity.js';
import type { GuardedRule, HeldFor, PurgeCount } from './purge-guards.js';
import { purgeHeldLetter } from './purge-letter.js';
import { PurgeNotHeld } from './retention.type.js';

export const carryOutPurge = 'carry-out-purge';

/** Somewhat less than a day, since the daily purge does not begin at the same second. */
const dayOfPurges = 23 * 3_600_000;

type Seen = Pick<Purge, 'at' | 'databaseAt' | 'counts'>;

/** A purge that is being carried out. */
export type Carried = Seen & Pick<Purge, 'id'>;

/** The book of purges: those that are held, whoever confirms them, and what went. */
@Injectable()
export class PurgeBook {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In place of one that was held before: an administrator confirms the numbers they saw and no others. */
  hold(seen: Seen, heldFor: HeldFor[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.lapse(tx);
      await tx.insert(Purge, { ...seen, status: 'HELD', heldFor });
      const administrators = await tx.query<{ id: string }[]>(
        `SELECT id FROM account WHERE role = 'ADMIN' AND suspended_at IS NULL ORDER BY id`,
      );
      const day = this.clock.today();
      for (const { id } of administrators) {
        const letter = purgeHeldLetter(seen.counts, heldFor);
        await this.mailer.write(tx, { ...letter, to: { accountId: id }, once: `purge-held:${day}:${id}` });
      }
    });
  }

  async lapse(tx: EntityManager = this.db.manager): Promise<void> {
    await tx.update(Purge, { status: 'HELD' }, { status: 'LAPSED' });
  }

  /** The job does it; of two administrators at once one confirms. */
  confirm(by: Viewer, id: string): Promise<Purge | PurgeNotHeld> {
    return this.db.transaction(async (tx) => {
      const held = isUuid(id)
        ? await tx.findOne(Purge, { where: { id, status: 'HELD' }, lock: { mode: 'pessimistic_write' } })
        : null;
      const note = { actor: by, act: 'purge.confirm', objectType: 'Purge' };
      if (!held) {
        await this.audit.note(tx, { ...note, objectId: isUuid(id) ? id : null, outcome: 'REFUSED' });
        return new PurgeNotHeld();
      }
      const confirmed = { status: 'CONFIRMED' as const, confirmedBy: by.id, confirmedAt: this.clock.now() };
      await tx.update(Purge, { id }, confirmed);
      await this.jobs.add(tx, carryOutPurge, { id }, { key: `${carryOutPurge}:${id}` });
      const details = Object.fromEntries(held.counts.map(({ rule, due }) => [rule, due]));
      await this.audit.note(tx, { ...note, objectId: id, details });
      return Object.assign(held, confirmed);
    });
  }

  confirmed(id: string): Promise<Purge | null> {
    return this.db.manager.findOneBy(Purge, { id, status: 'CONFIRMED' });
  }

  /** One more went, in the transaction in which it goes: a purge that is cut short still tells how many. */
  async went(tx: EntityManager, { id, at, databaseAt, counts }: Carried, rule: GuardedRule): Promise<void> {
    const first = { id, at, databaseAt, counts, status: 'DONE' as const };
    await tx.createQueryBuilder().insert().into(Purge).values(first).orIgnore().execute();
    await tx.query(
      `UPDATE purge SET counts = (SELECT jsonb_agg(CASE WHEN c ->> 'rule' = $2
           THEN jsonb_set(c, '{done}', to_jsonb((c ->> 'done')::int + 1)) ELSE c END ORDER BY n)
         FROM jsonb_array_elements(counts) WITH ORDINALITY AS each (c, n)) WHERE id = $1`,
      [id, rule],
    );
  }

  /** Kept when something went, or when somebody confirmed it. */
  async done(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const purge = await tx.findOneBy(Purge, { id });
      if (!purge) return;
      await tx.update(Purge, { id }, { status: 'DONE', doneAt: this.clock.now() });
      const details = Object.fromEntries(purge.counts.map(({ rule, done }) => [rule, done]));
      await this.audit.note(tx, { actor: null, act: 'purge', objectType: 'Purge', objectId: id, details });
    });
  }

  /** What went within the last day without anyone looking. */
  async wentToday(at: Date): Promise<Map<GuardedRule, number>> {
    const purges = await this.db.query<{ counts: PurgeCount[] }[]>(
      `SELECT counts FROM purge WHERE status = 'DONE' AND confirmed_at IS NULL AND at > $1`,
      [new Date(at.valueOf() - dayOfPurges)],
    );
    const went = new Map<GuardedRule, number>();
    for (const { rule, done } of purges.flatMap(({ counts }) => counts)) went.set(rule, (went.get(rule) ?? 0) + done);
    return went;
  }

  /** The latest first, one over `first`. */
  latest(first: number, after?: MomentAfter): Promise<Purge[]> {
    const found = this.db.manager.createQueryBuilder(Purge, 'p').orderBy('p.at', 'DESC').addOrderBy('p.id', 'DESC');
    if (after) found.where('(p.at, p.id) < (:at, :id)', { at: after[0], id: after[1] });
    return found.take(first + 1).getMany();
  }
}
