import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { addDays, civilDate, Clock } from '../common/clock.js';
import type { Refusal } from '../common/refusal.js';
import { may } from '../permissions/may.js';
import { noticeWords } from './label-letter-words.js';
import { LabelLetters, type LetterSide } from './label-letters.js';
import { missingOf } from './label-missing.js';
import { LabelMover } from './label-mover.js';
import { noSuchLabel, RemindedLately } from './label-refusals.js';
import { LabelViews } from './label-views.js';
import { type Label, LabelEvent } from './label.entity.js';

/** Days between two reminders by the territory. */
const pause = 7;

/** The manager of a territory recalls what is missing, and decides nothing. */
@Injectable()
export class LabelReminding {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mover: LabelMover,
    private readonly views: LabelViews,
    private readonly letters: LabelLetters,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Once a week for a label, whoever of its managers asks: to everyone of whom something is missing. */
  remind(by: Viewer, id: string): Promise<Label | Refusal> {
    return this.db.transaction(async (tx) => {
      const held = await this.mover.locked(tx, id, by);
      if (!held || !may(by, 'label.remind', { isInTerritory: await this.manages(tx, by.id, held.hire.communeCode) }))
        return noSuchLabel();
      const { label, between } = held;
      const today = this.clock.today();
      const last = await this.lastOf(tx, label.id);
      if (last !== null && addDays(last, pause) > today) return new RemindedLately(addDays(last, pause));
      const file = await this.views.one(tx, label);
      const sides = [...new Set(missingOf(file.view, today).map(({ who }) => who))].filter(isSide);
      if (sides.length === 0) return new RemindedLately(null);
      const told = { labelId: label.id, from: label.state, to: label.state, notice: `MANAGER:${today}` };
      const side = by.role === 'ADMIN' ? ('INSTRUCTOR' as const) : ('MANAGER' as const);
      await tx.insert(LabelEvent, { ...told, at: this.clock.now(), side, accountId: by.id });
      const words = noticeWords({ file, between }, { kind: 'MANAGER', by: today, again: false, late: false });
      for (const to of sides) await this.letters.to(tx, to, { file, between }, words);
      await this.audit.noteOfAdministrator(tx, by, {
        ...{ act: 'label.remind', objectType: 'Label', objectId: label.id },
        ownerId: between.candidateAccountId,
      });
      return label;
    });
  }

  private async lastOf(tx: EntityManager, labelId: string): Promise<string | null> {
    const [last] = await tx.query<{ at: Date }[]>(
      `SELECT at FROM label_event WHERE label_id = $1 AND notice LIKE 'MANAGER:%' ORDER BY seq DESC LIMIT 1`,
      [labelId],
    );
    return last ? civilDate(last.at) : null;
  }

  private async manages(tx: EntityManager, accountId: string, communeCode: string): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `SELECT FROM territory_manager AS manager JOIN territory_commune AS place ON place.territory_id = manager.territory_id
         JOIN territory ON territory.id = manager.territory_id AND NOT territory.retired
        WHERE manager.account_id = $1 AND place.commune_code = $2 LIMIT 1`,
      [accountId, communeCode],
    );
    return found.length > 0;
  }
}

const isSide = (who: string): who is LetterSide => who === 'COMPANY' || who === 'CANDIDATE';
