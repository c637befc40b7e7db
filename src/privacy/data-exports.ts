import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, MoreThan } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { unauthenticated } from '../common/errors.js';
import { Jobs } from '../jobs/jobs.js';
import { DataExport } from './data-export.entity.js';
import { TooManyExports } from './data-export.type.js';

export const exportData = 'export-data';

const day = 86_400_000;
export const exportsADay = 3;
/** How long the link in the letter works. */
export const exportLife = 7 * day;

/** Demands for an export, and the zip that comes of one, which is handed out once. */
@Injectable()
export class DataExports {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** The account is held, so that two demands at once are one. An older zip that nobody fetched goes. */
  ask(accountId: string): Promise<DataExport | TooManyExports> {
    return this.db.transaction(async (tx) => {
      const account = await tx.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
      if (!account) throw unauthenticated();
      const running = await tx.findOneBy(DataExport, { accountId, status: 'PREPARING' });
      if (running) return running;
      const now = this.clock.now();
      const recent = await tx.find(DataExport, {
        where: { accountId, askedAt: MoreThan(new Date(now.valueOf() - day)) },
        order: { askedAt: 'DESC' },
      });
      const third = recent[exportsADay - 1];
      if (third) return new TooManyExports(new Date(third.askedAt.valueOf() + day));
      await tx.update(DataExport, { accountId, status: 'READY' }, { status: 'EXPIRED', diskName: null });
      const asked = await tx.save(DataExport, { accountId, status: 'PREPARING' as const, askedAt: now });
      await this.jobs.add(tx, exportData, { id: asked.id }, { key: `${exportData}:${asked.id}`, queue: exportData });
      return asked;
    });
  }

  latest(accountId: string): Promise<DataExport | null> {
    return this.db.manager.findOne(DataExport, { where: { accountId }, order: { askedAt: 'DESC' } });
  }

  /** Whether the link still works for whoever is signed in, or for nobody in particular; looking does not use it. */
  async isOpen(token: string, accountId: string | null): Promise<boolean> {
    const open = { tokenHash: tokenHash(token), status: 'READY' as const, expiresAt: MoreThan(this.clock.now()) };
    return this.db.manager.existsBy(DataExport, accountId === null ? open : { ...open, accountId });
  }

  /** The zip behind the link, for the one who is first to take it; null for everyone else, another account included. */
  async take(token: string, accountId: string | null): Promise<{ id: string; diskName: string } | null> {
    const [rows] = await this.db.query<[{ id: string; disk_name: string }[], number]>(
      `UPDATE data_export SET status = 'FETCHED' WHERE token_hash = $1 AND status = 'READY' AND expires_at > $2
          AND ($3::uuid IS NULL OR account_id = $3)
       RETURNING id, disk_name`,
      [tokenHash(token), this.clock.now(), accountId],
    );
    return rows[0] ? { id: rows[0].id, diskName: rows[0].disk_name } : null;
  }

  /** The trigger of the table leaves the job that deletes the zip. */
  async forget(...ids: string[]): Promise<void> {
    await this.db.manager.update(DataExport, { id: In(ids) }, { diskName: null, tokenHash: null });
  }
}
