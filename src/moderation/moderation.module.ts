import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { AccountListResolver } from './account-list.resolver.js';
import { CompanyReviewer } from './company-reviewer.js';
import { DecidingService } from './deciding.service.js';
import { ModerationCase, ModerationReport, OfferReviewDue } from './moderation-case.entity.js';
import { ModerationRepository } from './moderation.repository.js';
import { ModerationResolver, ReportCounts, ReportsLoader } from './moderation.resolver.js';
import { OfferReviewer } from './offer-reviewer.js';
import { QueueDigest } from './queue-digest.js';
import { ReportAttempts } from './report-attempts.js';
import { ReportResolver } from './report.resolver.js';
import { ReportingService } from './reporting.service.js';
import { CompanySuspensionResolver, OfferSuspensionResolver, SuspensionsLoader } from './standing.resolver.js';
import { SuspensionLetters } from './suspension-letters.js';
import { SuspensionNews } from './suspension-news.js';
import { Suspension } from './suspension.entity.js';
import { SuspensionResolver } from './suspension.resolver.js';
import { TerritoryPages } from './territory-pages.js';
import { Suspensions } from './suspensions.service.js';

/** What visitors report, what administrators decide of it, and what is taken offline. */
@Module({
  imports: [
    TypeOrmModule.forFeature([ModerationCase, ModerationReport, OfferReviewDue, Suspension]),
    AccountsModule,
    CompaniesModule,
    OffersModule,
    OutboxModule,
  ],
  providers: [
    AccountListResolver,
    CompanyReviewer,
    CompanySuspensionResolver,
    DecidingService,
    ModerationRepository,
    ModerationResolver,
    OfferReviewer,
    OfferSuspensionResolver,
    QueueDigest,
    ReportAttempts,
    ReportCounts,
    ReportsLoader,
    ReportResolver,
    ReportingService,
    SuspensionLetters,
    SuspensionNews,
    SuspensionResolver,
    Suspensions,
    SuspensionsLoader,
    TerritoryPages,
  ],
  exports: [TerritoryPages],
})
export class ModerationModule {}
