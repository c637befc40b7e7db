import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import type { StudyLevel } from '../skills/study-level.js';
import { Commune } from '../territories/commune.entity.js';
import type { OfferStatus } from './offer-status.js';
import type { ContractType, MissionCategory, RemoteWork } from './offer-words.js';

/** A position posted by a company. The row is the truth; the search engine holds a shadow of the open ones. */
@Entity('offer')
@Unique('offer_slug_unique', ['slug'])
@Unique('offer_posted_once', ['companyId', 'idempotencyKey'])
@Index('offer_open_newest', { synchronize: false })
@Index('offer_open_by_id', { synchronize: false })
@Index('offer_open_expiry', { synchronize: false })
@Index('offer_company', { synchronize: false })
@Index('offer_paused_by_itself', { synchronize: false })
@Check('offer_status_known', `status IN ('DRAFT', 'OPEN', 'PAUSED', 'FILLED', 'CLOSED', 'EXPIRED')`)
@Check('offer_paused_because_known', `paused_because IN ('TOO_MANY_WAITING', 'UNANSWERED')`)
@Check('offer_pause_at_waiting_sane', 'pause_at_waiting BETWEEN 1 AND 500')
@Check('offer_transforms_company_length', 'char_length(transforms_company) BETWEEN 1 AND 2000')
export class Offer {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'offer_pk' })
  id!: string;

  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'company_id', type: 'uuid' })
  @ForeignKey(() => Company, { name: 'offer_company_fk', onDelete: 'CASCADE' })
  companyId!: string;

  @Column({ name: 'status', type: 'text' })
  status!: OfferStatus;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'description', type: 'text' })
  description!: string;

  @Column({ name: 'mission_category', type: 'text' })
  missionCategory!: MissionCategory;

  @Column({ name: 'occupation_code', type: 'text', nullable: true })
  occupationCode!: string | null;

  @Column({ name: 'contract_type', type: 'text' })
  contractType!: ContractType;

  @Column({ name: 'duration_months', type: 'integer', nullable: true })
  durationMonths!: number | null;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn!: string | null;

  @Column({ name: 'remote_work', type: 'text', default: 'NONE' })
  remoteWork!: RemoteWork;

  @Column({ name: 'salary_min', type: 'integer', nullable: true })
  salaryMin!: number | null;

  @Column({ name: 'salary_max', type: 'integer', nullable: true })
  salaryMax!: number | null;

  @Column({ name: 'study_level', type: 'text', nullable: true })
  studyLevel!: StudyLevel | null;

  @Column({ name: 'required_skill_codes', type: 'text', array: true, default: '{}' })
  requiredSkillCodes!: string[];

  @Column({ name: 'desired_skill_codes', type: 'text', array: true, default: '{}' })
  desiredSkillCodes!: string[];

  @Column({ name: 'green_mission', type: 'boolean', default: false })
  greenMission!: boolean;

  /** What changes in the company through this post; null when it was not said, like the two below. */
  @Column({ name: 'transforms_company', type: 'text', nullable: true })
  transformsCompany!: string | null;

  @Column({ name: 'reports_to_management', type: 'boolean', nullable: true })
  reportsToManagement!: boolean | null;

  @Column({ name: 'has_tutor', type: 'boolean', nullable: true })
  hasTutor!: boolean | null;

  @Column({ name: 'openings', type: 'integer', default: 1 })
  openings!: number;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** The last day on which the offer is open to applications. */
  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: string | null;

  @Column({ name: 'idempotency_key', type: 'text', nullable: true })
  idempotencyKey!: string | null;

  @Column({ name: 'demo', type: 'boolean', default: false })
  demo!: boolean;

  /** When an administrator took it offline; the company cannot bring it back. */
  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  /** Not public although the company wants it open: the company is not verified or suspended, or the offer is suspended; kept by triggers. */
  @Column({ name: 'withheld', type: 'boolean', default: false })
  withheld!: boolean;

  /** Why the platform paused it by itself; null when nobody or the company did. */
  @Column({ name: 'paused_because', type: 'text', nullable: true })
  pausedBecause!: 'TOO_MANY_WAITING' | 'UNANSWERED' | null;

  /** Applications sent that nobody answered or withdrew yet; counted by triggers of the table of applications. */
  @Column({ name: 'waiting_applications', type: 'integer', default: 0 })
  waitingApplications!: number;

  /** How many may wait before the offer pauses by itself. */
  @Column({ name: 'pause_at_waiting', type: 'smallint', default: 50 })
  pauseAtWaiting!: number;

  /** Read together with the row; kept in offer_site. */
  sites!: Pick<OfferSite, 'communeCode' | 'address'>[];
}

/** One workplace of an offer, in the order the company gave them. */
@Entity('offer_site')
@Index('offer_site_commune', ['communeCode', 'offerId'])
export class OfferSite {
  @PrimaryColumn({ name: 'offer_id', type: 'uuid', primaryKeyConstraintName: 'offer_site_pk' })
  @ForeignKey(() => Offer, { name: 'offer_site_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  @PrimaryColumn({ name: 'position', type: 'smallint', primaryKeyConstraintName: 'offer_site_pk' })
  position!: number;

  @Column({ name: 'commune_code', type: 'text' })
  @ForeignKey(() => Commune, { name: 'offer_site_commune_fk' })
  communeCode!: string;

  @Column({ name: 'address', type: 'text', nullable: true })
  address!: string | null;
}
