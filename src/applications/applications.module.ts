import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationEvent } from './application-event.entity.js';
import { ApplicationEventsLoader } from './application-events.loader.js';
import { ApplicationLetters } from './application-letters.js';
import { ApplicationMoves } from './application-moves.service.js';
import { ApplicationParties } from './application-parties.js';
import { Application } from './application.entity.js';
import { ApplicationsRepository } from './applications.repository.js';
import {
  ApplicationsResolver,
  CandidateApplicationsResolver,
  OfferApplicationsResolver,
} from './applications.resolver.js';
import { ApplicationsService } from './applications.service.js';
import { ResponsivenessKeeper } from './responsiveness-keeper.js';

@Module({
  imports: [TypeOrmModule.forFeature([Application, ApplicationEvent]), AccountsModule, CandidatesModule, OffersModule],
  providers: [
    ApplicationAccess,
    ApplicationEventsLoader,
    ApplicationLetters,
    ApplicationMoves,
    ApplicationParties,
    ApplicationsRepository,
    ApplicationsResolver,
    ApplicationsService,
    CandidateApplicationsResolver,
    OfferApplicationsResolver,
    ResponsivenessKeeper,
  ],
  exports: [
    ApplicationAccess,
    ApplicationLetters,
    ApplicationMoves,
    ApplicationParties,
    ApplicationsRepository,
    ResponsivenessKeeper,
  ],
})
export class ApplicationsModule {}
