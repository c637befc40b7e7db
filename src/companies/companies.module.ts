import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { CompaniesLoader } from './companies.loader.js';
import { CompaniesRepository } from './companies.repository.js';
import { CompaniesResolver, ViewerCompaniesResolver } from './companies.resolver.js';
import { CompaniesService } from './companies.service.js';
import { CompanyFollowers } from './company-followers.js';
import { CompanyFiguresResolver } from './company-figures.resolver.js';
import { Company, CompanyMember } from './company.entity.js';
import { MembersOfErased } from './members-of-erased.js';
import { ResponsivenessLoader } from './responsiveness.loader.js';
import { ResponsivenessResolver } from './responsiveness.resolver.js';

/** Who posts offers: establishments, and the accounts that act for them. */
@Module({
  imports: [AccountsModule, OutboxModule, TerritoriesModule, TypeOrmModule.forFeature([Company, CompanyMember])],
  providers: [
    CompaniesLoader,
    CompaniesRepository,
    CompaniesResolver,
    CompaniesService,
    CompanyFiguresResolver,
    CompanyFollowers,
    MembersOfErased,
    ResponsivenessLoader,
    ResponsivenessResolver,
    ViewerCompaniesResolver,
  ],
  exports: [CompaniesLoader, CompaniesRepository, CompaniesService, CompanyFollowers, ResponsivenessLoader],
})
export class CompaniesModule {}
