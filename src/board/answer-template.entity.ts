import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { DeclineReason } from '../applications/application-reasons.js';
import { Company } from '../companies/company.entity.js';

/** States that answers lead to. */
export const answeringStatuses = ['INTERVIEW', 'ACCEPTED', 'DECLINED'] as const;
export type AnsweringStatus = (typeof answeringStatuses)[number];

/** A text of a company's own to answer applications with. */
@Entity('answer_template')
@Unique('answer_template_named_once', ['companyId', 'name'])
@Check('answer_template_answers', `to_status IN ('INTERVIEW', 'ACCEPTED', 'DECLINED')`)
@Check('answer_template_reason_of_refusal', `reason IS NULL OR to_status = 'DECLINED'`)
export class AnswerTemplate {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'answer_template_pk' })
  id!: string;

  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'answer_template_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'to_status', type: 'text' })
  to!: AnsweringStatus;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: DeclineReason | null;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  @Column({ name: 'written_at', type: 'timestamptz', precision: 3 })
  writtenAt!: Date;
}
