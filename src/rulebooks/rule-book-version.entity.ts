import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

export const ruleBookOrigins = ['SHIPPED', 'CHANGED', 'REVERTED'] as const;
export type RuleBookOrigin = (typeof ruleBookOrigins)[number];

/** A table of facts as it stood from one change to the next: never changed, only followed by another. */
@Entity('rule_book_version')
@Index('rule_book_version_made_by', ['madeBy'])
@Check('rule_book_version_origin_known', `origin IN ('SHIPPED', 'CHANGED', 'REVERTED')`)
@Check('rule_book_version_reasoned', `origin = 'SHIPPED' OR reason IS NOT NULL`)
export class RuleBookVersion {
  @PrimaryColumn({ name: 'book', type: 'text', primaryKeyConstraintName: 'rule_book_version_pk' })
  book!: string;

  /** From 1; the greatest is the one in use. */
  @PrimaryColumn({ name: 'number', type: 'int', primaryKeyConstraintName: 'rule_book_version_pk' })
  number!: number;

  @Column({ name: 'content', type: 'json' })
  content!: unknown;

  @Column({ name: 'origin', type: 'text' })
  origin!: RuleBookOrigin;

  /** Null for what came with the product, and once the administrator’s account is erased. */
  @Column({ name: 'made_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'rule_book_version_made_by_fk', onDelete: 'SET NULL' })
  madeBy!: string | null;

  @Column({ name: 'made_at', type: 'timestamptz', precision: 3 })
  madeAt!: Date;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  /** The fingerprint of the table of a release that this version is, or answers: that table waits for nobody any more. */
  @Column({ name: 'settles', type: 'text', nullable: true })
  settles!: string | null;
}
