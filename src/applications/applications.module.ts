import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ApplicationAccess } from './application-access.js';
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
  imports: [TypeOrmModule.forFeature([Application]), AccountsModule, CandidatesModule, OffersModule],
  providers: [
    ApplicationAccess,
    ApplicationsRepository,
    ApplicationsResolver,
    ApplicationsService,
    CandidateApplicationsResolver,
    OfferApplicationsResolver,
    ResponsivenessKeeper,
  ],
  exports: [ResponsivenessKeeper],
})
export class ApplicationsModule {}
