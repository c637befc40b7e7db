import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import type { Refusal } from '../common/refusal.js';
import { Outbox } from '../outbox/outbox.js';
import type { SuspensionReason } from './moderation-words.js';
import {
  AlreadySuspended,
  invalidWords,
  NotSuspended,
  notAnAdministrator,
  nothingThere,
  notYourself,
} from './moderation-refusals.js';
import { SuspensionLetters } from './suspension-letters.js';

export type Suspendable = 'OFFER' | 'COMPANY' | 'ACCOUNT';

/** Names of tables are ours alone, never a client's. */
const tables = {
  OFFER: { name: 'offer', type: 'Offer', act: 'offer.suspend' },
  COMPANY: { name: 'company', type: 'Company', act: 'company.suspend' },
  ACCOUNT: { name: 'account', type: 'Account', act: 'account.suspend' },
} as const;

interface Standing {
  suspendedAt: Date | null;
  role: string | null;
}

/** Takes offers, companies and accounts offline and brings them back. The caller was let in by AdminDoor. */
@Injectable()
export class Suspensions {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly letters: SuspensionLetters,
    private readonly clock: Clock,
  ) {}

  suspend(
    by: Viewer,
    kind: Suspendable,
    id: string,
    reason: SuspensionReason,
    words: string | null,
  ): Promise<Refusal | null> {
    return this.db.transaction((tx) => this.suspendWithin(tx, by, kind, id, reason, words));
  }

  lift(by: Viewer, kind: Suspendable, id: string): Promise<Refusal | null> {
    return this.db.transaction((tx) => this.liftWithin(tx, by, kind, id));
  }

  /** Null when it was done. Triggers take offers out of index, matches and lists; sessions end here. */
  async suspendWithin(
    tx: EntityManager,
    by: Viewer,
    kind: Suspendable,
    id: string,
    reason: SuspensionReason,
    given: string | null,
  ): Promise<Refusal | null> {
    const words = plainText(given ?? '');
    const invalid = invalidWords(words, reason === 'OTHER' ? 10 : 0);
    if (invalid) return invalid;
    const standing = await this.locked(tx, kind, id);
    const refused = this.refused(by, kind, id, standing);
    if (refused || standing?.suspendedAt) return this.noteRefusal(tx, by, kind, id, refused ?? new AlreadySuspended());
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      `INSERT INTO suspension (${tables[kind].name}_id, reason, words, since, suspended_by, answer_token_hash)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, reason, words || null, now, by.id, hashOf(token)],
    );
    await this.mark(tx, kind, id, now);
    await this.letters.suspended(tx, kind, id, { reason, words, token });
    await this.audit.note(tx, {
      actor: by,
      act: tables[kind].act,
      objectType: tables[kind].type,
      objectId: id,
      reason: words || null,
      details: { reason },
    });
    return null;
  }

  async liftWithin(tx: EntityManager, by: Viewer, kind: Suspendable, id: string): Promise<Refusal | null> {
    const standing = await this.locked(tx, kind, id);
    if (!standing) return nothingThere();
    if (!standing.suspendedAt) return new NotSuspended();
    await tx.query(
      `UPDATE suspension SET lifted_at = $2, lifted_by = $3, answer_token_hash = NULL
        WHERE ${tables[kind].name}_id = $1 AND lifted_at IS NULL`,
      [id, this.clock.now(), by.id],
    );
    await this.mark(tx, kind, id, null);
    await this.letters.lifted(tx, kind, id);
    await this.audit.note(tx, {
      actor: by,
      act: tables[kind].act,
      objectType: tables[kind].type,
      objectId: id,
      details: { lifted: true },
    });
    return null;
  }

  private refused(by: Viewer, kind: Suspendable, id: string, standing: Standing | null): Refusal | null {
    if (!standing) return nothingThere();
    if (kind !== 'ACCOUNT') return null;
    if (id === by.id) return notYourself();
    return standing.role === 'ADMIN' ? notAnAdministrator() : null;
  }

  private async noteRefusal(
    tx: EntityManager,
    actor: Viewer,
    kind: Suspendable,
    id: string,
    refusal: Refusal,
  ): Promise<Refusal> {
    const { act, type: objectType } = tables[kind];
    await this.audit.note(tx, { actor, act, objectType, objectId: isUuid(id) ? id : null, outcome: 'REFUSED' });
    return refusal;
  }

  private async locked(tx: EntityManager, kind: Suspendable, id: string): Promise<Standing | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<Standing[]>(
      `SELECT suspended_at AS "suspendedAt", ${kind === 'ACCOUNT' ? 'role' : 'NULL AS role'} FROM ${tables[kind].name}
        WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  private async mark(tx: EntityManager, kind: Suspendable, id: string, at: Date | null): Promise<void> {
    await tx.query(`UPDATE ${tables[kind].name} SET suspended_at = $2 WHERE id = $1`, [id, at]);
    if (kind === 'ACCOUNT') await tx.query('DELETE FROM session WHERE account_id = $1', [id]);
    else await this.outbox.mark(tx, kind === 'OFFER' ? 'offer' : 'company', id);
  }
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
