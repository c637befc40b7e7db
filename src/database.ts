import { Logger, runMigrations } from 'graphile-worker';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { Alert, AlertSetting, AlertDue, AlertConsidered } from './alerts/alert.entity.js';
import { SavedSearch, SavedSearchChange } from './alerts/saved-search.entity.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { RuleBookVersion } from './rulebooks/rule-book-version.entity.js';
import { MapShape } from './maps/map-shape.entity.js';
import { TerritoryManager } from './managers/territory-manager.entity.js';
import { CompanyResponsiveness } from './companies/responsiveness.entity.js';
import { Invitation, DeclinedCompany } from './invitations/invitation.entity.js';
import { MatchLogEntry } from './matchlog/match-log.entity.js';
import { SkillCloseness, SkillRarity } from './scoring/skill-closeness.entity.js';
import { Account } from './accounts/account.entity.js';
import { Session } from './accounts/session.entity.js';
import { Mail } from './mail/mail.entity.js';
import { FederatedIdentity, IdentityProof } from './credentials/federated.entity.js';
import { EmailChange, PasswordReset, PendingSignUp } from './credentials/pending.entity.js';
import { RecoveryCode, SecondFactor, SignInTicket } from './credentials/second-factor.entity.js';
import { ReplyAddress, ReplyReceived } from './mail/reply.entity.js';
import { FileAttachment, StoredFile } from './files/stored-file.entity.js';
import { Label, LabelEvent } from './labels/label.entity.js';
import { LabelCheckIn, LabelDocument } from './labels/label-paper.entity.js';
import { CharterSignature, CharterVersion } from './hires/charter.entity.js';
import { Hire, HireInvitation } from './hires/hire.entity.js';
import { ModerationCase, ModerationReport, OfferReviewDue } from './moderation/moderation-case.entity.js';
import { Suspension } from './moderation/suspension.entity.js';
import { Application } from './applications/application.entity.js';
import { CompanyAnswering } from './applications/company-answering.entity.js';
import { Favourite } from './favourites/favourite.entity.js';
import { ApplicationEvent } from './applications/application-event.entity.js';
import { Message } from './messages/message.entity.js';
import { Interview, InterviewSlot } from './interviews/interview.entity.js';
import { AnswerTemplate } from './board/answer-template.entity.js';
import { ApplicationScore, ApplicationWords } from './board/board.entity.js';
import { ApplicationNote } from './board/note.entity.js';
import { Candidate } from './candidates/candidate.entity.js';
import { ConsentEvent } from './candidates/consent-event.entity.js';
import { DataExport, ErasureListEntry } from './privacy/data-export.entity.js';
import { AccountActivity, Purge } from './privacy/purge.entity.js';
import { Company, CompanyMember } from './companies/company.entity.js';
import { JoinRequest } from './members/join-request.entity.js';
import { MemberInvitation } from './members/member-invitation.entity.js';
import { CompanyVerification, VerificationStep } from './verification/verification.entity.js';
import { Offer, OfferSite } from './offers/offer.entity.js';
import { OutboxMark, ParkedMark } from './outbox/outbox.entity.js';
import { SearchIndex } from './indexing/search-index.entity.js';
import { SearchLog } from './searchlog/search-log.entity.js';
import { Occupation, OccupationMobility, OccupationSkill, OccupationTitle } from './skills/occupation.entity.js';
import { Skill, SkillTerm } from './skills/skill.entity.js';
import { Commune, CommuneAlias, PostalCode } from './territories/commune.entity.js';
import { Department, Epci, Region } from './territories/division.entity.js';
import { ReferenceLoad } from './territories/reference-load.js';
import { TerritoryList } from './territories/territory-list.entity.js';
import { Territory, TerritoryCommune, TerritoryMember } from './territories/territory.entity.js';
import {
  TerritoryContact,
  TerritoryContactNotice,
  TerritoryWelcome,
  TerritoryWelcomeChange,
} from './welcome/welcome.entity.js';

export const entities = [
  AuditEntry,
  MapShape,
  RuleBookVersion,
  TerritoryManager,
  SkillCloseness,
  SkillRarity,
  MatchLogEntry,
  Invitation,
  DeclinedCompany,
  CompanyResponsiveness,
  SavedSearch,
  SavedSearchChange,
  Alert,
  AlertSetting,
  AlertDue,
  AlertConsidered,
  ModerationCase,
  ModerationReport,
  OfferReviewDue,
  Suspension,
  Account,
  StoredFile,
  FileAttachment,
  Label,
  LabelEvent,
  LabelDocument,
  LabelCheckIn,
  Session,
  PendingSignUp,
  PasswordReset,
  EmailChange,
  SecondFactor,
  RecoveryCode,
  SignInTicket,
  FederatedIdentity,
  IdentityProof,
  Mail,
  ReplyAddress,
  ReplyReceived,
  Application,
  ApplicationEvent,
  ConsentEvent,
  CompanyVerification,
  VerificationStep,
  DataExport,
  ErasureListEntry,
  AccountActivity,
  Purge,
  CompanyAnswering,
  Favourite,
  Message,
  Interview,
  InterviewSlot,
  Hire,
  HireInvitation,
  CharterVersion,
  CharterSignature,
  AnswerTemplate,
  ApplicationScore,
  ApplicationWords,
  ApplicationNote,
  Candidate,
  Company,
  CompanyMember,
  JoinRequest,
  MemberInvitation,
  Offer,
  OfferSite,
  OutboxMark,
  ParkedMark,
  SearchIndex,
  SearchLog,
  Occupation,
  OccupationMobility,
  OccupationSkill,
  OccupationTitle,
  Skill,
  SkillTerm,
  Commune,
  CommuneAlias,
  PostalCode,
  Department,
  Epci,
  Region,
  ReferenceLoad,
  Territory,
  TerritoryList,
  TerritoryCommune,
  TerritoryMember,
  TerritoryWelcome,
  TerritoryContact,
  TerritoryContactNotice,
  TerritoryWelcomeChange,
];

/**
 * The migrations are the only makers of the schema. `pool` is the most connections one process opens, beside the one that
 * hears announcements; whoever waits longer than 15 s for one is told so instead of waiting for ever.
 */
export const databaseOptions = (url: string, pool: number): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  migrations,
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  synchronize: false,
  poolSize: pool,
  connectTimeoutMS: 15_000,
  applicationName: 'vte-territoires',
});

/** A connection for the time of `work`, closed whatever becomes of it. */
export async function withDatabase<Result>(url: string, work: (db: DataSource) => Promise<Result>): Promise<Result> {
  const db = await new DataSource(databaseOptions(url, 4)).initialize();
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Runs the migrations that are still to run, those of the queue of jobs too, and answers the names of ours. Two processes at once take turns. */
export const migrate = (url: string): Promise<string[]> =>
  withDatabase(url, async (db) => {
    const runner = db.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock(5218803412)');
      await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
      return (await db.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock(5218803412)');
      await runner.release();
    }
  });
