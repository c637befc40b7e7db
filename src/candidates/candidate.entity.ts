import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { ContractType, MissionCategory, RemoteWork } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { PlaceInput } from '../territories/place.input.js';
import type { SkillLevel } from './skill-level.js';

export interface HeldSkill {
  code: string;
  level: SkillLevel;
}

/** What a candidate says of themselves and wishes for. */
@Entity('candidate')
@Unique('candidate_of_account', ['accountId'])
@Index('candidate_visible', { synchronize: false })
@Index('candidate_school', { synchronize: false })
@Check('candidate_school_length', 'char_length(school) BETWEEN 1 AND 120')
@Check('candidate_school_counted', '(school IS NULL) = (school_key IS NULL)')
export class Candidate {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'candidate_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'candidate_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'first_name', type: 'text', nullable: true })
  firstName!: string | null;

  @Column({ name: 'last_name', type: 'text', nullable: true })
  lastName!: string | null;

  /** The name of the school, as the candidate writes it. */
  @Column({ name: 'school', type: 'text', nullable: true })
  school!: string | null;

  /** The same in the form in which schools are counted; null exactly when no school is said. */
  @Column({ name: 'school_key', type: 'text', nullable: true })
  schoolKey!: string | null;

  @Column({ name: 'study_level', type: 'text', nullable: true })
  studyLevel!: StudyLevel | null;

  @Column({ name: 'diploma_on', type: 'date', nullable: true })
  diplomaOn!: string | null;

  @Column({ name: 'skills', type: 'jsonb', default: [] })
  skills!: HeldSkill[];

  @Column({ name: 'places', type: 'jsonb', default: [] })
  places!: PlaceInput[];

  @Column({ name: 'contract_types', type: 'text', array: true, default: '{}' })
  contractTypes!: ContractType[];

  @Column({ name: 'mission_categories', type: 'text', array: true, default: '{}' })
  missionCategories!: MissionCategory[];

  @Column({ name: 'occupation_codes', type: 'text', array: true, default: '{}' })
  occupationCodes!: string[];

  @Column({ name: 'available_from', type: 'date', nullable: true })
  availableFrom!: string | null;

  @Column({ name: 'salary_at_least', type: 'integer', nullable: true })
  salaryAtLeast!: number | null;

  @Column({ name: 'remote_work', type: 'text', array: true, default: '{}' })
  remoteWork!: RemoteWork[];

  /** Since when companies may find the profile; null while they may not. The date is that of the consent. */
  @Column({ name: 'visible_since', type: 'timestamptz', nullable: true })
  visibleSince!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;
}
