import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Sessions } from '../accounts/sessions.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import type { Refusal } from '../common/refusal.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import { Jobs } from '../jobs/jobs.js';
import { Outbox } from '../outbox/outbox.js';
import { holdForSuspension } from './holding.js';
import type { SuspensionReason } from './moderation-words.js';
import {
  AlreadySuspended,
  invalidWords,
  NotSuspended,
  notAnAdministrator,
  nothingThere,
  notYourself,
} from './moderation-refusals.js';
import { Suspension } from './suspension.entity.js';
import { SuspensionLetters } from './suspension-letters.js';
import { tellApplicants } from './suspension-news.js';

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
    private readonly sessions: Sessions,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly letters: SuspensionLetters,
    private readonly followers: CompanyFollowers,
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

  /** The last one of an object that had one. */
  latest(id: string): Promise<Suspension> {
    return this.db.manager
      .createQueryBuilder(Suspension, 's')
      .where('coalesce(s.offer_id, s.company_id, s.account_id) = :id', { id })
      .orderBy('s.since', 'DESC')
      .limit(1)
      .getOneOrFail();
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
    const token = newToken();
    const [{ suspension }] = await tx.query<[{ suspension: string }]>(
      `INSERT INTO suspension (${tables[kind].name}_id, reason, words, since, suspended_by, answer_token_hash)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id AS suspension`,
      [id, reason, words || null, now, by.id, tokenHash(token)],
    );
    if (kind === 'ACCOUNT') await this.shutOut(tx, id, suspension);
    await this.mark(tx, kind, id, now, suspension);
    await this.letters.suspended(tx, kind, id, { reason, words, token });
    await this.audit.note(tx, {
      actor: by,
      act: tables[kind].act,
      objectType: tables[kind].type,
      objectId: id,
      ownerId: kind === 'ACCOUNT' ? id : null,
      reason: words || null,
      details: { reason },
    });
    return null;
  }

  async liftWithin(tx: EntityManager, by: Viewer, kind: Suspendable, id: string): Promise<Refusal | null> {
    const standing = await this.locked(tx, kind, id);
    if (!standing?.suspendedAt) {
      return this.noteRefusal(tx, by, kind, id, standing ? new NotSuspended() : nothingThere());
    }
    const [lifted] = await tx.query<[{ id: string; visibleSince: Date | null }[], number]>(
      `UPDATE suspension SET lifted_at = $2, lifted_by = $3, answer_token_hash = NULL
        WHERE ${tables[kind].name}_id = $1 AND lifted_at IS NULL RETURNING id, visible_since AS "visibleSince"`,
      [id, this.clock.now(), by.id],
    );
    for (const { visibleSince } of lifted) {
      if (visibleSince)
        await tx.query('UPDATE candidate SET visible_since = $2 WHERE account_id = $1', [id, visibleSince]);
    }
    if (kind === 'COMPANY') await this.followers.goingPublic(tx, id, standing.suspendedAt);
    await this.mark(tx, kind, id, null, lifted[0]?.id ?? null);
    await this.letters.lifted(tx, kind, id);
    await this.audit.note(tx, {
      actor: by,
      act: tables[kind].act,
      objectType: tables[kind].type,
      objectId: id,
      ownerId: kind === 'ACCOUNT' ? id : null,
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
    await holdForSuspension(tx, kind, id);
    const [row] = await tx.query<Standing[]>(
      `SELECT suspended_at AS "suspendedAt", ${kind === 'ACCOUNT' ? 'role' : 'NULL AS role'} FROM ${tables[kind].name}
        WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return row ?? null;
  }

  /** Sessions end, and companies do not find the candidate any more; when they agreed to be seen is kept to be given back. */
  private async shutOut(tx: EntityManager, id: string, suspension: string): Promise<void> {
    await this.sessions.endAll(tx, id);
    await tx.query(
      `WITH seen AS (SELECT id, visible_since FROM candidate WHERE account_id = $1 FOR UPDATE),
            kept AS (UPDATE suspension SET visible_since = seen.visible_since FROM seen WHERE suspension.id = $2)
       UPDATE candidate SET visible_since = NULL FROM seen WHERE candidate.id = seen.id`,
      [id, suspension],
    );
  }

  /** Triggers do the rest: see migration 0021. Applicants are told by a job, since there may be many. */
  private async mark(
    tx: EntityManager,
    kind: Suspendable,
    id: string,
    at: Date | null,
    suspension: string | null,
  ): Promise<void> {
    await tx.query(`UPDATE ${tables[kind].name} SET suspended_at = $2 WHERE id = $1`, [id, at]);
    if (kind === 'ACCOUNT') return;
    await this.outbox.mark(tx, kind === 'OFFER' ? 'offer' : 'company', id);
    if (suspension !== null) await this.jobs.add(tx, tellApplicants, { id: suspension, lifted: at === null });
  }
}
