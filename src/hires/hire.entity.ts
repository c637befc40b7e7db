import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { ApplicationSide } from '../applications/application-moves.js';
import { Application } from '../applications/application.entity.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Company } from '../companies/company.entity.js';
import { Offer } from '../offers/offer.entity.js';
import type { ContractType } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import { Commune } from '../territories/commune.entity.js';
import type { HireStatus } from './hire-status.js';

/** Someone hired for a post of a company. It outlives offer, application and account; what stays of it then is nobody’s. */
@Entity('hire')
@Index('hire_of_application', { synchronize: false })
@Index('hire_of_address', { synchronize: false })
@Index('hire_application', { synchronize: false })
@Index('hire_of_company', { synchronize: false })
@Index('hire_of_offer', { synchronize: false })
@Index('hire_of_candidate', { synchronize: false })
@Index('hire_of_declarer', { synchronize: false })
@Index('hire_commune', ['communeCode', 'hiredOn'])
@Check(
  'hire_status_known',
  `status IN ('AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN', 'SIGNED', 'CANCELLED', 'ENDED_EARLY')`,
)
@Check('hire_contract_known', `contract_type IN ('CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION')`)
@Check('hire_dates_in_order', 'hired_on <= starts_on AND (ends_on IS NULL OR starts_on < ends_on)')
@Check('hire_duration_sane', 'duration_months BETWEEN 1 AND 60')
@Check('hire_salary_sane', 'salary BETWEEN 1 AND 1000000')
@Check('hire_signed_at_once_signed', `status NOT IN ('SIGNED', 'ENDED_EARLY') OR signed_at IS NOT NULL`)
@Check('hire_ended_by_known', `ended_by IN ('CANDIDATE', 'COMPANY', 'PLATFORM')`)
@Check('hire_ended_by_someone', `(status IN ('CANCELLED', 'ENDED_EARLY')) = (ended_by IS NOT NULL)`)
@Check('hire_address_while_it_stands', `address_digest IS NULL OR status <> 'CANCELLED'`)
export class Hire {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'hire_pk' })
  id!: string;

  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'hire_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Offer, { name: 'hire_offer_fk', onDelete: 'SET NULL' })
  offerId!: string | null;

  @Column({ name: 'application_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Application, { name: 'hire_application_fk', onDelete: 'SET NULL' })
  applicationId!: string | null;

  /** Null while someone hired elsewhere has not said that it is them, and once the account is gone. */
  @Column({ name: 'candidate_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Candidate, { name: 'hire_candidate_fk', onDelete: 'SET NULL' })
  candidateId!: string | null;

  @Column({ name: 'status', type: 'text' })
  status!: HireStatus;

  /** The civil day on which the contract was signed. */
  @Column({ name: 'hired_on', type: 'date' })
  hiredOn!: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;

  /** The last day of the contract; null for a permanent one. */
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: string | null;

  @Column({ name: 'contract_type', type: 'text' })
  contractType!: ContractType;

  @Column({ name: 'duration_months', type: 'integer', nullable: true })
  durationMonths!: number | null;

  /** The commune of the workplace, which alone tells the territory. */
  @Column({ name: 'commune_code', type: 'text' })
  @ForeignKey(() => Commune, { name: 'hire_commune_fk' })
  communeCode!: string;

  @Column({ name: 'mission_title', type: 'text' })
  missionTitle!: string;

  @Column({ name: 'mission', type: 'text', nullable: true })
  mission!: string | null;

  /** What the mission changes in the company. */
  @Column({ name: 'transforms', type: 'text', nullable: true })
  transforms!: string | null;

  /** Whom of the management the person reports to. */
  @Column({ name: 'reports_to', type: 'text', nullable: true })
  reportsTo!: string | null;

  @Column({ name: 'tutor_name', type: 'text', nullable: true })
  tutorName!: string | null;

  @Column({ name: 'tutor_role', type: 'text', nullable: true })
  tutorRole!: string | null;

  @Column({ name: 'green_mission', type: 'boolean', default: false })
  greenMission!: boolean;

  @Column({ name: 'study_level', type: 'text', nullable: true })
  studyLevel!: StudyLevel | null;

  /** Gross, a year, in euros. */
  @Column({ name: 'salary', type: 'integer', nullable: true })
  salary!: number | null;

  /** When the second of both signed. */
  @Column({ name: 'signed_at', type: 'timestamptz', precision: 3, nullable: true })
  signedAt!: Date | null;

  /** The civil day on which it was called off or ended early. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;

  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy!: ApplicationSide | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: string | null;

  @Column({ name: 'end_words', type: 'text', nullable: true })
  endWords!: string | null;

  /** Null once the account is gone; never shown. */
  @Column({ name: 'declared_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'hire_declared_by_fk', onDelete: 'SET NULL' })
  declaredBy!: string | null;

  /** Of the address a company wrote to, so that it declares nobody twice for one day; null when called off or forgotten. */
  @Column({ name: 'address_digest', type: 'text', nullable: true })
  addressDigest!: string | null;

  /** When all that was of the person hired was taken out, because they erased their account or its time was over. */
  @Column({ name: 'forgotten_at', type: 'timestamptz', precision: 3, nullable: true })
  forgottenAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;
}

/** A letter that asks someone hired elsewhere whether it is them. Once it is answered or too old the row goes. */
@Entity('hire_invitation')
@Unique('hire_invitation_token_unique', ['tokenHash'])
@Index('hire_invitation_email', ['email'])
@Index('hire_invitation_expiry', ['expiresAt'])
export class HireInvitation {
  @PrimaryColumn({ name: 'hire_id', type: 'uuid', primaryKeyConstraintName: 'hire_invitation_pk' })
  @ForeignKey(() => Hire, { name: 'hire_invitation_hire_fk', onDelete: 'CASCADE' })
  hireId!: string;

  /** As normaliseEmail makes it; whether it is that of an account is not asked. */
  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'invited_at', type: 'timestamptz', precision: 3 })
  invitedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
