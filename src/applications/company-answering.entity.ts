import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { daysToAnswer } from './application-status.js';

/** The bounds of what a company may promise, in days. */
export const fewestDays = 1;
export const mostDays = 30;

/** How a company keeps its promise to answer; none for one that never was asked and says nothing of its own. */
@Entity('company_answering')
@Index('company_answering_warned', { synchronize: false })
@Check('company_answering_days', 'answer_days BETWEEN 1 AND 30')
export class CompanyAnswering {
  @PrimaryColumn({ name: 'company_id', type: 'uuid', primaryKeyConstraintName: 'company_answering_pk' })
  @ForeignKey(() => Company, { name: 'company_answering_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'answer_days', type: 'smallint', default: daysToAnswer })
  answerDays!: number;

  /** The day of its last reminder: one letter a day tells of all. */
  @Column({ name: 'digest_on', type: 'date', nullable: true })
  digestOn!: string | null;

  /** The day it was told that too many wait without an answer; null when that is not so. */
  @Column({ name: 'warned_on', type: 'date', nullable: true })
  warnedOn!: string | null;

  /** The day its offers were paused for that; null when they are not. */
  @Column({ name: 'paused_on', type: 'date', nullable: true })
  pausedOn!: string | null;
}
