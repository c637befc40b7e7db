import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import type { Refusal } from '../common/refusal.js';
import { type HeldHire, HirePartiesReader } from '../hires/hire-parties.js';
import { LabelLetters } from './label-letters.js';
import { actBy } from './label-missing.js';
import { type LabelAct, leadsTo, moveOf } from './label-moves.js';
import { IllegalLabelMove } from './label-refusals.js';
import { LabelViews } from './label-views.js';
import type { LabelSide } from './label-words.js';
import { Label, LabelEvent } from './label.entity.js';

export interface HeldLabel extends HeldHire {
  label: Label;
}

/** One move, in the transaction of whoever asked whether the caller may. */
export interface LabelOrder {
  act: LabelAct;
  by: { side: LabelSide; accountId: string | null };
  reason?: string | null;
  words?: string | null;
  changes?: Partial<Omit<Label, 'id' | 'hireId' | 'state' | 'since'>>;
}

/** The one way in which the platform changes the state of a label; what hires do to it, the database does. */
@Injectable()
export class LabelMover {
  constructor(
    private readonly parties: HirePartiesReader,
    private readonly views: LabelViews,
    private readonly letters: LabelLetters,
    private readonly clock: Clock,
  ) {}

  /** The label, held after its people, its company and its hire until the transaction ends; null when there is none. */
  async locked(tx: EntityManager, id: string, by: Pick<Viewer, 'id'> | null): Promise<HeldLabel | null> {
    const seen = isUuid(id) ? await tx.findOneBy(Label, { id }) : null;
    const held = seen && (await this.parties.hold(tx, seen.hireId, by));
    if (!held) return null;
    const label = await tx.findOne(Label, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return label && { ...held, label };
  }

  /** Doing what was done already changes nothing and is no error: a click may come twice. */
  async move(tx: EntityManager, { label, between }: HeldLabel, order: LabelOrder): Promise<Label | Refusal> {
    const { reason = null, words = null } = order;
    const from = label.state;
    const move = moveOf(order.act, from, order.by.side);
    if (!move) {
      const again = leadsTo(order.act).includes(from) && (await this.wasSaid(tx, label, { ...order, reason, words }));
      return again ? label : this.illegal(tx, label);
    }
    const changes = { ...order.changes, state: move.to, since: this.clock.now() };
    await tx.update(Label, { id: label.id }, changes);
    Object.assign(label, changes);
    const event = { labelId: label.id, from, to: move.to, at: changes.since, ...order.by, reason, words };
    await tx.insert(LabelEvent, event);
    const file = await this.noteDay(tx, label);
    await this.letters.moved(tx, { file, between }, { from, to: move.to, reason, words });
    return label;
  }

  /** Says what comes next instead. */
  async illegal(tx: EntityManager, label: Label): Promise<IllegalLabelMove> {
    return new IllegalLabelMove((await this.views.one(tx, label)).view);
  }

  /** Works out anew by which day whoever must act has to. */
  async noteDay(tx: EntityManager, label: Label) {
    const file = await this.views.one(tx, label);
    const day = actBy(file.view, this.clock.today());
    if (day !== label.actBy) await tx.update(Label, { id: label.id }, { actBy: day });
    label.actBy = day;
    return file;
  }

  /** Whether the last step says just that: another reason or other words are no second click. */
  private async wasSaid(
    tx: EntityManager,
    label: Label,
    { by, reason, words, changes = {} }: LabelOrder & { reason: string | null; words: string | null },
  ): Promise<boolean> {
    const last = await tx
      .createQueryBuilder(LabelEvent, 'event')
      .where('event.label_id = :id AND event.to_state = :state AND event.notice IS NULL', {
        id: label.id,
        state: label.state,
      })
      .orderBy('event.seq', 'DESC')
      .getOne();
    const same = last?.side === by.side && last.reason === reason && last.words === words;
    return same && decided.every((name) => !(name in changes) || isSame(label[name], changes[name]));
  }
}

/** What a decision says in figures. */
const decided = ['amountEuros', 'aids', 'paidEuros', 'paidOn'] as const;
const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);
