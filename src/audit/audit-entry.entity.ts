import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export const outcomes = ['DONE', 'REFUSED'] as const;
export type Outcome = (typeof outcomes)[number];

/** That someone did something. Only ever added to, by a trigger; its ids have no foreign keys, for it outlives what it names. */
@Entity('audit_entry')
@Check('audit_entry_outcome_known', `outcome IN ('DONE', 'REFUSED')`)
@Index('audit_entry_at', ['at', 'id'])
@Index('audit_entry_actor', ['actorId', 'at', 'id'])
@Index('audit_entry_owner', ['ownerId'])
@Index('audit_entry_object', ['objectId', 'at', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'audit_entry_pk' })
  id!: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;

  /** The account; null for strangers and for what the platform does by itself. */
  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'act', type: 'text' })
  act!: string;

  /** The GraphQL type of what it was done to, as a rule. */
  @Column({ name: 'object_type', type: 'text' })
  objectType!: string;

  /** Null when there is no such object, or all of them are meant. */
  @Column({ name: 'object_id', type: 'text', nullable: true })
  objectId!: string | null;

  /** The account of the person the object belongs to; null when it belongs to none. */
  @Column({ name: 'owner_id', type: 'uuid', nullable: true })
  ownerId!: string | null;

  @Column({ name: 'outcome', type: 'text', default: 'DONE' })
  outcome!: Outcome;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  /** Ids, states and numbers; nothing that people wrote. */
  @Column({ name: 'details', type: 'jsonb', default: {} })
  details!: AuditDetails;
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
