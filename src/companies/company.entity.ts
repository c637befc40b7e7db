import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { Commune } from '../territories/commune.entity.js';

/** An establishment, one per SIRET; the SIREN groups those of one legal entity. */
@Entity('company')
@Unique('company_siret_unique', ['siret'])
@Index('company_siren', ['siren'])
@Index('company_commune', ['communeCode'])
@Index('company_name_trigrams', { synchronize: false })
@Check('company_siret_form', `siret ~ '^[0-9]{14}$' AND siren = left(siret, 9)`)
@Check('company_headcount_sane', 'headcount BETWEEN 0 AND 5000000')
@Check('company_turnover_sane', 'turnover_euros BETWEEN 0 AND 2000000000')
@Check('company_balance_sheet_sane', 'balance_sheet_euros BETWEEN 0 AND 2000000000')
@Check('company_group_headcount_sane', 'group_headcount BETWEEN 0 AND 5000000')
export class Company {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'company_pk' })
  id!: string;

  @Column({ name: 'siret', type: 'text' })
  siret!: string;

  @Column({ name: 'siren', type: 'text' })
  siren!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'naf_code', type: 'text', nullable: true })
  nafCode!: string | null;

  @Column({ name: 'headcount', type: 'integer', nullable: true })
  headcount!: number | null;

  @Column({ name: 'commune_code', type: 'text' })
  @ForeignKey(() => Commune, { name: 'company_commune_fk' })
  communeCode!: string;

  @Column({ name: 'description', type: 'text', nullable: true })
  description!: string | null;

  @Column({ name: 'website', type: 'text', nullable: true })
  website!: string | null;

  /** Of the last year that was closed; read by members and administrators alone, like the four below. */
  @Column({ name: 'turnover_euros', type: 'integer', nullable: true })
  turnoverEuros!: number | null;

  @Column({ name: 'balance_sheet_euros', type: 'integer', nullable: true })
  balanceSheetEuros!: number | null;

  /** Staff of all establishments, and of the group that the company belongs to. */
  @Column({ name: 'group_headcount', type: 'integer', nullable: true })
  groupHeadcount!: number | null;

  @Column({ name: 'micro_entrepreneur', type: 'boolean', nullable: true })
  microEntrepreneur!: boolean | null;

  @Column({ name: 'in_difficulty', type: 'boolean', nullable: true })
  inDifficulty!: boolean | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** When it was found to be the company it says it is; its offers are not public before. */
  @Column({ name: 'verified_at', type: 'timestamptz', nullable: true })
  verifiedAt!: Date | null;

  /** When an administrator took it and its offers offline. */
  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;
}

/** An account that acts for a company. */
@Entity('company_member')
@Index('company_member_account', ['accountId'])
@Check('company_member_role_known', `role IN ('owner', 'recruiter', 'reader')`)
export class CompanyMember {
  @PrimaryColumn({ name: 'company_id', type: 'uuid', primaryKeyConstraintName: 'company_member_pk' })
  @ForeignKey(() => Company, { name: 'company_member_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'company_member_pk' })
  @ForeignKey(() => Account, { name: 'company_member_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'role', type: 'text' })
  role!: CompanyRole;

  @Column({ name: 'joined_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  joinedAt!: Date;
}
