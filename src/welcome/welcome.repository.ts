import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { keyOf } from '../accounts/counters.js';
import type { MomentAfter } from '../common/moment-page.js';
import type { SuspensionReason } from '../moderation/moderation-words.js';
import { type Contact, nothing, type WelcomeContent } from './welcome-content.js';
import { type Stage, TerritoryContact, TerritoryWelcome, TerritoryWelcomeChange } from './welcome.entity.js';
import type { WelcomeAct, WelcomeSection } from './welcome-words.js';

/** A territory’s row with the contacts of one stage. */
export interface Written {
  row: TerritoryWelcome;
  contacts: Contact[];
}

export interface Changed {
  territoryId: string;
  version: number;
  at: Date;
  act: WelcomeAct;
  accountId: string | null;
  sections: readonly WelcomeSection[];
}

@Injectable()
export class WelcomeRepository {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async ofTerritory(territoryId: string, stage: Stage, tx: EntityManager = this.db.manager): Promise<Written | null> {
    const [found] = await this.ofTerritories([territoryId], stage, tx);
    return found ?? null;
  }

  /** In the order of the ids; null for those that never wrote anything. */
  async ofTerritories(
    territoryIds: readonly string[],
    stage: Stage,
    tx: EntityManager = this.db.manager,
  ): Promise<(Written | null)[]> {
    const [rows, contacts] = await Promise.all([
      tx
        .createQueryBuilder(TerritoryWelcome, 'w')
        .where('w.territory_id = ANY (:territoryIds)', { territoryIds })
        .getMany(),
      tx
        .createQueryBuilder(TerritoryContact, 'c')
        .where('c.territory_id = ANY (:territoryIds) AND c.stage = :stage', { territoryIds, stage })
        .orderBy('c.position')
        .getMany(),
    ]);
    return territoryIds.map((id) => {
      const row = rows.find(({ territoryId }) => territoryId === id);
      return row ? { row, contacts: contacts.filter(({ territoryId }) => territoryId === id).map(contactOf) } : null;
    });
  }

  /** The row, made if it is the first; nobody else changes it until the transaction ends. */
  async locked(tx: EntityManager, territoryId: string, now: Date): Promise<TerritoryWelcome> {
    await tx.query(
      `INSERT INTO territory_welcome (territory_id, version, draft, saved_at) VALUES ($1, 0, $2, $3)
       ON CONFLICT DO NOTHING`,
      [territoryId, JSON.stringify(nothing), now],
    );
    return tx.findOneOrFail(TerritoryWelcome, { where: { territoryId }, lock: { mode: 'for_no_key_update' } });
  }

  async existing(tx: EntityManager, territoryId: string): Promise<TerritoryWelcome | null> {
    return tx.findOne(TerritoryWelcome, { where: { territoryId }, lock: { mode: 'for_no_key_update' } });
  }

  async save(tx: EntityManager, territoryId: string, content: WelcomeContent, contacts: readonly Contact[], at: Date) {
    await tx.query(
      'UPDATE territory_welcome SET draft = $2, version = version + 1, saved_at = $3, demo = false WHERE territory_id = $1',
      [territoryId, JSON.stringify(content), at],
    );
    await tx.query(`DELETE FROM territory_contact WHERE territory_id = $1 AND stage = 'DRAFT'`, [territoryId]);
    await tx.insert(
      TerritoryContact,
      contacts.map(({ id, name, role, email, phone }, position) => ({
        ...{ territoryId, stage: 'DRAFT' as const, position, id, name, email, phone },
        roleFr: role.fr,
        roleEn: role.en,
      })),
    );
  }

  /** The draft as it is becomes what everyone reads. */
  async publish(tx: EntityManager, territoryId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE territory_welcome SET published = draft, published_version = version, published_at = $2 WHERE territory_id = $1`,
      [territoryId, at],
    );
    await tx.query(`DELETE FROM territory_contact WHERE territory_id = $1 AND stage = 'PUBLISHED'`, [territoryId]);
    await tx.query(
      `INSERT INTO territory_contact (territory_id, stage, position, id, name, role_fr, role_en, email, phone)
       SELECT territory_id, 'PUBLISHED', position, id, name, role_fr, role_en, email, phone
         FROM territory_contact WHERE territory_id = $1 AND stage = 'DRAFT'`,
      [territoryId],
    );
  }

  /** Takes it offline; null brings it back. */
  async hide(
    tx: EntityManager,
    territoryId: string,
    hidden: { at: Date; reason: SuspensionReason; words: string | null } | null,
  ): Promise<void> {
    await tx.query(
      'UPDATE territory_welcome SET hidden_at = $2, hidden_reason = $3, hidden_words = $4 WHERE territory_id = $1',
      [territoryId, hidden?.at ?? null, hidden?.reason ?? null, hidden?.words ?? null],
    );
  }

  async note(tx: EntityManager, change: Changed): Promise<void> {
    await tx.insert(TerritoryWelcomeChange, { ...change, sections: [...change.sections] });
  }

  /** One over `first`, the latest first. */
  changes(territoryId: string, first: number, after?: MomentAfter): Promise<TerritoryWelcomeChange[]> {
    const found = this.db.manager
      .createQueryBuilder(TerritoryWelcomeChange, 'c')
      .where('c.territory_id = :territoryId', { territoryId })
      .orderBy('c.at', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .take(first + 1);
    if (after) found.andWhere('(c.at, c.id) < (:moment, :id)', { moment: after[0], id: after[1] });
    return found.getMany();
  }

  /** Those of the addresses whose owners asked this territory to show them no more. */
  async removed(tx: EntityManager, territoryId: string, emails: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ key: string }[]>(
      `SELECT email_key AS key FROM territory_contact_notice
        WHERE territory_id = $1 AND email_key = ANY ($2) AND removed_at IS NOT NULL`,
      [territoryId, emails.map((email) => keyOf(email))],
    );
    const keys = new Set(rows.map(({ key }) => key));
    return new Set(emails.filter((email) => keys.has(keyOf(email))));
  }
}

const contactOf = ({ id, name, roleFr, roleEn, email, phone }: TerritoryContact): Contact => ({
  ...{ id, name, email, phone },
  role: { fr: roleFr, en: roleEn },
});
