import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { AuditDetails, Outcome } from './audit-entry.entity.js';

/** Whoever acts: a viewer as a rule. Of an administrator who sees as another account, it is the administrator. */
export interface Actor {
  id: string;
  seenBy?: string | null;
}

export interface Note {
  /** Null for strangers and for what the platform does by itself. */
  actor: Actor | null;
  /** As permissions name it where there is such an act: "company.verify". */
  act: string;
  objectType: string;
  objectId: string | null;
  /** The account of the person the object belongs to, if it does: the object is taken out of the log when they are erased. */
  ownerId?: string | null;
  outcome?: Outcome;
  reason?: string | null;
  /** Ids, states and numbers; nothing that people wrote: the log is kept after the object is gone. */
  details?: AuditDetails;
}

/** The door to the log of who did what. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Written in the transaction of the act, so that there is neither without the other. */
  note(tx: Pick<EntityManager, 'query'>, note: Note): Promise<void> {
    return this.noteAll(tx, [note]);
  }

  /** What administrators do in the affairs of others; those whom it is of need no log of their own acts. */
  async noteOfAdministrator(
    tx: Pick<EntityManager, 'query'>,
    by: Actor & { role: string },
    note: Omit<Note, 'actor'>,
  ): Promise<void> {
    if (by.role === 'ADMIN') await this.note(tx, { ...note, actor: by });
  }

  async noteAll(tx: Pick<EntityManager, 'query'>, notes: readonly Note[]): Promise<void> {
    if (notes.length === 0) return;
    const rows = notes.map(
      ({ actor, act, objectType, objectId, ownerId = null, outcome = 'DONE', reason = null, details = {} }) => ({
        actor: actor && (actor.seenBy ?? actor.id),
        act,
        type: objectType,
        object: objectId,
        owner: ownerId,
        outcome,
        reason,
        details,
      }),
    );
    await tx.query(
      `INSERT INTO audit_entry (at, actor_id, act, object_type, object_id, owner_id, outcome, reason, details)
       SELECT $1, actor, act, type, object, owner, outcome, reason, details FROM jsonb_to_recordset($2::jsonb)
         AS row (actor uuid, act text, type text, object text, owner uuid, outcome text, reason text, details jsonb)`,
      [this.clock.now(), JSON.stringify(rows)],
    );
  }
}
