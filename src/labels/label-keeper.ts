import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { noticeWords } from './label-letter-words.js';
import { LabelLetters } from './label-letters.js';
import { actBy } from './label-missing.js';
import { type HeldLabel, LabelMover } from './label-mover.js';
import type { LabelAct } from './label-moves.js';
import { type Notice, noticesOf } from './label-notices.js';
import { LabelDocument } from './label-paper.entity.js';
import type { LabelView } from './label-view.js';
import { type LabelFile, LabelViews } from './label-views.js';
import { Label, LabelEvent } from './label.entity.js';

const nowhere = '00000000-0000-0000-0000-000000000000';
const batch = 200;

/**
 * What the calendar does to labels, every hour: those that were not requested in time lapse, missions begin and end, and whoever
 * must act is told, once. Days are civil days of metropolitan France.
 */
@Injectable()
export class LabelKeeper implements OnModuleInit {
  private readonly logger = new Logger('LabelKeeper');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly mover: LabelMover,
    private readonly views: LabelViews,
    private readonly letters: LabelLetters,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'label-calendar', cron: '23 * * * *', work: () => this.work() });
    // The job is left by the trigger label_follows_hire.
    this.handlers.register('tell-label', ({ id, to }) => this.tell(String(id), String(to)));
  }

  /** Batch after batch, by id: one that fails is passed and tried again in an hour. */
  async work(): Promise<void> {
    const today = this.clock.today();
    for (let last: string | undefined = nowhere; last !== undefined;) {
      const labels = await this.live(last, today);
      const told = await this.told(labels.map(({ id }) => id));
      for (const file of (await this.views.of(this.db.manager, labels)).values()) {
        if (!isDue(file, today, told)) continue;
        await this.look(file.label.id).catch((error: unknown) => {
          this.logger.warn(`label ${file.label.id} failed, to be tried again in an hour: ${String(error)}`);
        });
      }
      last = labels.at(-1)?.id;
    }
  }

  /** Those from which something follows, and those that are over while their last check-ins may still be answered. */
  private live(after: string, today: string): Promise<Label[]> {
    return this.db.manager
      .createQueryBuilder(Label, 'label')
      .where('label.id > :after', { after })
      .andWhere(
        `(label.state NOT IN ('PAID', 'NO_AID', 'LAPSED', 'WITHDRAWN', 'ENDED_EARLY') OR label.act_by IS NOT NULL
          OR label.state IN ('PAID', 'NO_AID') AND label.since > :today::date - 60)`,
        { today },
      )
      .orderBy('label.id')
      .limit(batch)
      .getMany();
  }

  /** "<label> <notice>" of all that these labels were told of. */
  private async told(ids: string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ key: string }[]>(
      `SELECT label_id || ' ' || notice AS key FROM label_event WHERE label_id = ANY ($1) AND notice IS NOT NULL`,
      [ids],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** One step of the calendar, then what is to be told; whoever comes second finds it done. */
  private look(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.mover.locked(tx, id, null);
      if (!held) return;
      const today = this.clock.today();
      let file = await this.views.one(tx, held.label);
      for (let act = clockAct(file.view, today); act !== null; act = clockAct(file.view, today)) {
        if (act === 'ASK_FOR_PROOFS') await this.askSpending(tx, held.label);
        await this.mover.move(tx, held, { act, by: { side: 'PLATFORM', accountId: null } });
        file = await this.views.one(tx, held.label);
      }
      for (const notice of noticesOf(file.view, today)) await this.notify(tx, held, file, notice);
      await this.mover.noteDay(tx, held.label);
    });
  }

  /** The table says who was told: the letter is written with the row, or by nobody. */
  private async notify(
    tx: EntityManager,
    { label, between }: HeldLabel,
    file: LabelFile,
    notice: Notice,
  ): Promise<void> {
    const told = { labelId: label.id, from: label.state, to: label.state, notice: notice.key, at: this.clock.now() };
    const { identifiers } = await tx
      .createQueryBuilder()
      .insert()
      .into(LabelEvent)
      .values({ ...told, side: 'PLATFORM' })
      .orIgnore()
      .execute();
    if (!identifiers[0]) return;
    const about = { file, between };
    await this.letters.to(tx, notice.to, about, noticeWords(about, notice));
  }

  /** Of a mission with an aid the proofs of spending are asked for; nothing else is published. */
  private async askSpending(tx: EntityManager, { id }: Label): Promise<void> {
    const asked = { labelId: id, kind: 'SPENDING', stage: 'PROOFS', askedBy: 'PLATFORM' } as const;
    await tx.insert(LabelDocument, { ...asked, askedAt: this.clock.now() });
  }

  /** What a hire made of its label, told after it. */
  private tell(id: string, to: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.mover.locked(tx, id, null);
      if (held?.label.state !== to) return;
      const file = await this.mover.noteDay(tx, held.label);
      await this.letters.moved(
        tx,
        { file, between: held.between },
        { from: null, to: held.label.state, reason: null, words: null },
        `label:${id}:${to}`,
      );
    });
  }
}

/** What the calendar does now; null when it has nothing to do. */
export function clockAct({ state, dates, isAided }: LabelView, today: string): LabelAct | null {
  if (state === 'CHARTER' || state === 'TO_REQUEST') return today > dates.requestBy ? 'LAPSE' : null;
  if (state === 'GRANTED') return today >= dates.startsOn ? 'BEGIN' : null;
  if (state !== 'MISSION' || today < dates.overOn) return null;
  return isAided ? 'ASK_FOR_PROOFS' : 'END_WITHOUT_AID';
}

const isDue = ({ label, view }: LabelFile, today: string, told: ReadonlySet<string>): boolean =>
  clockAct(view, today) !== null ||
  noticesOf(view, today).some(({ key }) => !told.has(`${label.id} ${key}`)) ||
  actBy(view, today) !== label.actBy;
