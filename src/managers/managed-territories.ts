import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import type { TerritoryManagerType } from './territory-manager.type.js';

/** Which territories an account manages; later rooms ask here what permissions have to know of it. */
@Injectable()
export class ManagedTerritories {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Their ids, in the order of these. */
  async ofAccount(accountId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT territory_id AS id FROM territory_manager WHERE account_id = $1 ORDER BY territory_id',
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the caller may do this to something that lies in all these territories at once: one that they manage is enough. */
  async may(viewer: Viewer | null, act: Act, territoryIds: readonly string[]): Promise<boolean> {
    if (!viewer || may(viewer, act)) return may(viewer, act);
    const managed = await this.ofAccount(viewer.id);
    return may(viewer, act, { isInTerritory: territoryIds.some((id) => managed.includes(id)) });
  }

  /** Who manages a territory, first given first. */
  managersOf(territoryId: string): Promise<TerritoryManagerType[]> {
    return this.db.query<TerritoryManagerType[]>(
      `SELECT account.id AS "accountId", account.email, manager.given_at AS "givenAt"
       FROM territory_manager AS manager JOIN account ON account.id = manager.account_id
       WHERE manager.territory_id = $1 AND account.suspended_at IS NULL ORDER BY manager.given_at, account.id`,
      [territoryId],
    );
  }
}
