import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Company } from '../companies/company.entity.js';

/** Someone asks the owners of a company to be let in. Accepted, the row goes; declined, it keeps them from asking at once again. */
@Entity('join_request')
@Unique('join_request_once', ['companyId', 'accountId'])
@Index('join_request_account', ['accountId'])
export class JoinRequest {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'join_request_pk' })
  id!: string;

  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'join_request_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'join_request_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'message', type: 'text' })
  message!: string;

  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3 })
  askedAt!: Date;

  @Column({ name: 'declined_at', type: 'timestamptz', precision: 3, nullable: true })
  declinedAt!: Date | null;
}
