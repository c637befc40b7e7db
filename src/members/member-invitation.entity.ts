import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Company } from '../companies/company.entity.js';
import type { CompanyRole } from '../permissions/company-role.js';

/** A letter that lets its reader into a company. Once it is used or too old the row goes. */
@Entity('member_invitation')
@Unique('member_invitation_once', ['companyId', 'email'])
@Unique('member_invitation_token_unique', ['tokenHash'])
@Index('member_invitation_email', ['email'])
@Index('member_invitation_inviter', ['invitedBy'])
@Index('member_invitation_expiry', ['expiresAt'])
@Check('member_invitation_role_known', `role IN ('owner', 'recruiter', 'reader')`)
export class MemberInvitation {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'member_invitation_pk' })
  id!: string;

  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'member_invitation_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  /** As normaliseEmail makes it; whether it is that of an account is not asked. */
  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'role', type: 'text' })
  role!: CompanyRole;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'invited_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'member_invitation_inviter_fk', onDelete: 'SET NULL' })
  invitedBy!: string | null;

  /** When the letter was last written. */
  @Column({ name: 'invited_at', type: 'timestamptz', precision: 3 })
  invitedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** Kept until it would have ended, so that nobody is written to again and again. */
  @Column({ name: 'withdrawn_at', type: 'timestamptz', precision: 3, nullable: true })
  withdrawnAt!: Date | null;
}
