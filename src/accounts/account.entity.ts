import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { AccountRole } from './account-role.js';

/** Someone who can sign in. What they say of themselves is kept by the rooms it belongs to. */
@Entity('account')
@Unique('account_email_unique', ['email'])
@Check('account_role_known', `role IN ('CANDIDATE', 'COMPANY_MEMBER', 'TERRITORY_MANAGER', 'ADMIN')`)
export class Account {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'account_pk' })
  id!: string;

  /** As normaliseEmail makes it, so that one mailbox written two ways is one account. */
  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ name: 'role', type: 'text' })
  role!: AccountRole;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'email_confirmed_at', type: 'timestamptz', nullable: true })
  emailConfirmedAt!: Date | null;

  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;
}
