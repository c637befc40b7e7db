import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { ManagersModule } from '../managers/managers.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { ContactNotices } from './contact-notices.js';
import { TerritoryCompaniesRepository } from './territory-companies.repository.js';
import { TerritoryCompaniesResolver } from './territory-companies.resolver.js';
import { WelcomeActsResolver } from './welcome-acts.resolver.js';
import { TerritoryDraftResolver } from './welcome-draft.resolver.js';
import { WelcomeHiding } from './welcome-hiding.js';
import { WelcomeLetters } from './welcome-letters.js';
import {
  TerritoryContact,
  TerritoryContactNotice,
  TerritoryWelcome,
  TerritoryWelcomeChange,
} from './welcome.entity.js';
import { WelcomeLoader } from './welcome.loader.js';
import { WelcomeRepository } from './welcome.repository.js';
import { EventResolver, TerritoryWelcomeResolver, WelcomeResolver } from './welcome.resolver.js';
import { WelcomeService } from './welcome.service.js';

/** What a territory says of itself: texts, contacts, help, events, its companies. */
@Module({
  imports: [
    TypeOrmModule.forFeature([TerritoryWelcome, TerritoryContact, TerritoryContactNotice, TerritoryWelcomeChange]),
    AccountsModule,
    CompaniesModule,
    ManagersModule,
    ModerationModule,
    TerritoriesModule,
  ],
  providers: [
    ContactNotices,
    EventResolver,
    TerritoryCompaniesRepository,
    TerritoryCompaniesResolver,
    TerritoryDraftResolver,
    TerritoryWelcomeResolver,
    WelcomeActsResolver,
    WelcomeHiding,
    WelcomeLetters,
    WelcomeLoader,
    WelcomeRepository,
    WelcomeResolver,
    WelcomeService,
  ],
})
export class WelcomeModule {}
