import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from './company.entity.js';

/** How a company answered those who applied within the last twelve months; there is no row where too few can tell. */
@Entity('company_responsiveness')
@Check('company_responsiveness_counts', 'answered BETWEEN 0 AND due')
@Check('company_responsiveness_rate', 'rate BETWEEN 0 AND 100')
@Check('company_responsiveness_days', 'median_days >= 0 AND (median_days IS NULL) = (answered = 0)')
export class CompanyResponsiveness {
  @PrimaryColumn({ name: 'company_id', type: 'uuid', primaryKeyConstraintName: 'company_responsiveness_pk' })
  @ForeignKey(() => Company, { name: 'company_responsiveness_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'answered', type: 'integer' })
  answered!: number;

  /** Applications that count: answered, or past the day by which an answer was promised. */
  @Column({ name: 'due', type: 'integer' })
  due!: number;

  /** Whole per cent of `due` that are `answered`, rounded down. */
  @Column({ name: 'rate', type: 'smallint' })
  rate!: number;

  /** Civil days within which half of the answers had come; null without any answer. */
  @Column({ name: 'median_days', type: 'smallint', nullable: true })
  medianDays!: number | null;

  /** Since when the row reads so: a count that finds the same leaves it alone. */
  @Column({ name: 'computed_at', type: 'timestamptz', precision: 3 })
  computedAt!: Date;
}
