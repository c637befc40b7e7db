import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { FilesModule } from '../files/files.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { AnswerDaysLoader } from './answering.loader.js';
import { AnsweringRepository } from './answering.repository.js';
import { CompanyAnsweringResolver, OfferAnsweringResolver } from './answering.resolver.js';
import { AnsweringService } from './answering.service.js';
import { ApplicantsAnswered } from './applicants-answered.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationActsResolver } from './application-acts.resolver.js';
import { ApplicationActs } from './application-acts.service.js';
import { ApplicationEvent } from './application-event.entity.js';
import { ApplicationEventsLoader } from './application-events.loader.js';
import { ApplicationKeeper } from './application-keeper.js';
import { ApplicationLetters } from './application-letters.js';
import { CandidateApplicationsResolver, OfferApplicationsResolver } from './application-lists.resolver.js';
import { ApplicationMoves } from './application-moves.service.js';
import { ApplicationPages } from './application-pages.js';
import { ApplicationParties } from './application-parties.js';
import { Application } from './application.entity.js';
import { ApplicationsOfErased } from './applications-of-erased.js';
import { ApplicationsRepository } from './applications.repository.js';
import { ApplicationsResolver } from './applications.resolver.js';
import { ApplicationsService } from './applications.service.js';
import { ApplyCheck } from './apply-check.js';
import { CompanyAnswering } from './company-answering.entity.js';
import { Deadlines } from './deadlines.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { MyApplicationsLoader } from './my-applications.loader.js';
import { NewApplications } from './new-applications.js';
import { OfferQuota } from './offer-quota.js';
import { ResponsivenessKeeper } from './responsiveness-keeper.js';
import { UnansweredKeeper } from './unanswered-keeper.js';

/** What becomes of an application from its sending to its end, and how companies keep their promise to answer. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Application, ApplicationEvent, CompanyAnswering]),
    AccountsModule,
    CandidatesModule,
    CompaniesModule,
    FilesModule,
    OffersModule,
    OutboxModule,
  ],
  providers: [
    AnswerDaysLoader,
    AnsweringRepository,
    AnsweringService,
    ApplicantsAnswered,
    ApplicationAccess,
    ApplicationActs,
    ApplicationActsResolver,
    ApplicationEventsLoader,
    ApplicationKeeper,
    ApplicationLetters,
    ApplicationMoves,
    ApplicationPages,
    ApplicationParties,
    ApplicationsOfErased,
    ApplicationsRepository,
    ApplicationsResolver,
    ApplicationsService,
    ApplyCheck,
    CandidateApplicationsResolver,
    CompanyAnsweringResolver,
    Deadlines,
    DeadlinesRepository,
    MyApplicationsLoader,
    NewApplications,
    OfferAnsweringResolver,
    OfferApplicationsResolver,
    OfferQuota,
    ResponsivenessKeeper,
    UnansweredKeeper,
  ],
  exports: [
    ApplicationAccess,
    ApplicationLetters,
    ApplicationMoves,
    ApplicationParties,
    ApplicationsRepository,
    MyApplicationsLoader,
    ResponsivenessKeeper,
  ],
})
export class ApplicationsModule {}
