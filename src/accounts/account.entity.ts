import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Language } from '../common/text.js';
import type { AccountRole } from '../permissions/account-role.js';

/** Someone who can sign in. What they say of themselves is kept by the rooms it belongs to. */
@Entity('account')
@Unique('account_email_unique', ['email'])
@Check('account_role_known', `role IN ('CANDIDATE', 'COMPANY_MEMBER', 'TERRITORY_MANAGER', 'ADMIN')`)
@Check('account_language_known', `language IN ('fr', 'en')`)
export class Account {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'account_pk' })
  id!: string;

  /** As normaliseEmail makes it, so that one mailbox written two ways is one account. */
  @Column({ name: 'email', type: 'text' })
  email!: string;

  /** Null for those who sign in elsewhere and never chose one here. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'role', type: 'text' })
  role!: AccountRole;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'email_confirmed_at', type: 'timestamptz', nullable: true })
  emailConfirmedAt!: Date | null;

  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  /** The language of mails: that of the request that made the account, until it says otherwise. */
  @Column({ name: 'language', type: 'text', default: 'fr' })
  language!: Language;

  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;
}
