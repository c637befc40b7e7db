import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/accounts.module.js';
import { AidsModule } from './aids/aids.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CandidatesModule } from './candidates/candidates.module.js';
import { CommonModule } from './common/common.module.js';
import type { Config } from './common/config.js';
import { CompaniesModule } from './companies/companies.module.js';
import { databaseOptions } from './database.js';
import { DemoModule } from './demo/demo.module.js';
import { DiscoveryModule } from './discovery/discovery.module.js';
import { HealthModule } from './health/health.module.js';
import { graphqlOptions } from './http/graphql.options.js';
import { IndexingModule } from './indexing/indexing.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { OffersModule } from './offers/offers.module.js';
import { SearchlogModule } from './searchlog/searchlog.module.js';
import { SearchModule } from './search/search.module.js';
import { SkillsModule } from './skills/skills.module.js';
import { TerritoriesModule } from './territories/territories.module.js';
import { TerritoryListsModule } from './territories/territory-lists.module.js';
import { UnderstandingModule } from './understanding/understanding.module.js';
import { AlertsModule } from './alerts/alerts.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { ExtractionModule } from './extraction/extraction.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { MatcherModule } from './matcher/matcher.module.js';
import { MatchlogModule } from './matchlog/matchlog.module.js';
import { RankingModule } from './ranking/ranking.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { ManagersModule } from './managers/managers.module.js';
import { MembersModule } from './members/members.module.js';
import { VerificationModule } from './verification/verification.module.js';
import { FilesModule } from './files/files.module.js';
import { FavouritesModule } from './favourites/favourites.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { InterviewsModule } from './interviews/interviews.module.js';
import { BoardModule } from './board/board.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { RulebooksModule } from './rulebooks/rulebooks.module.js';
import { MapsModule } from './maps/maps.module.js';
import { EligibilityModule } from './eligibility/eligibility.module.js';
import { HiresModule } from './hires/hires.module.js';
import { LabelsModule } from './labels/labels.module.js';
import { WelcomeModule } from './welcome/welcome.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { ProgrammeModule } from './programme/programme.module.js';

/** Every room, on one database and one engine. */
@Module({})
export class AppModule {
  /** `config` names the database and the engine; commands and the worker answer no GraphQL. */
  static with(config: Config, { graphql }: { graphql: boolean }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CommonModule.with(config),
        TypeOrmModule.forRoot(databaseOptions(config.DATABASE_URL!, config.DATABASE_POOL)),
        ...(graphql ? [GraphQLModule.forRoot(graphqlOptions())] : []),
        JobsModule,
        AccountsModule,
        AuditModule,
        RulebooksModule,
        MailModule,
        CredentialsModule,
        TerritoriesModule,
        TerritoryListsModule,
        MapsModule,
        ManagersModule,
        SkillsModule,
        CompaniesModule,
        MembersModule,
        VerificationModule,
        OffersModule,
        CandidatesModule,
        AidsModule,
        EligibilityModule,
        UnderstandingModule,
        DocumentsModule,
        ExtractionModule,
        ProposalsModule,
        SearchlogModule,
        IndexingModule,
        SearchModule,
        DiscoveryModule,
        ScoringModule,
        MatcherModule,
        RankingModule,
        MatchlogModule,
        InvitationsModule,
        MatchingModule,
        AlertsModule,
        FilesModule,
        ApplicationsModule,
        FavouritesModule,
        MessagesModule,
        InterviewsModule,
        BoardModule,
        HiresModule,
        LabelsModule,
        ModerationModule,
        WelcomeModule,
        StatisticsModule,
        ProgrammeModule,
        PrivacyModule,
        DemoModule,
        HealthModule,
      ],
    };
  }
}
