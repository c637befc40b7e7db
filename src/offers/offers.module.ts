import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { CompanyRoles } from './company-roles.loader.js';
import { OfferAccess } from './offer-access.js';
import { OfferCheck } from './offer-check.js';
import { OfferFieldsResolver, OfferSiteFieldsResolver } from './offer-fields.resolver.js';
import { CompanyOffersResolver, TerritoryOffersResolver } from './offer-lists.resolver.js';
import { OfferMovesService } from './offer-moves.service.js';
import { OfferFilters } from './offer-filter.js';
import { OfferWatchers } from './offer-watchers.js';
import { OffersLoader } from './offers.loader.js';
import { OffersMadePublic } from './offers-made-public.js';
import { OffersOfErased } from './offers-of-erased.js';
import { OffersRepository } from './offers.repository.js';
import { OffersResolver } from './offers.resolver.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [AccountsModule, CompaniesModule, OutboxModule, SkillsModule, TerritoriesModule],
  providers: [
    CompanyRoles,
    OfferAccess,
    OfferCheck,
    OfferFilters,
    OfferFieldsResolver,
    OfferSiteFieldsResolver,
    CompanyOffersResolver,
    TerritoryOffersResolver,
    OfferMovesService,
    OfferWatchers,
    OffersLoader,
    OffersMadePublic,
    OffersOfErased,
    OffersRepository,
    OffersResolver,
    OffersService,
  ],
  exports: [OfferAccess, OfferFilters, OfferMovesService, OfferWatchers, OffersLoader, OffersRepository, OffersService],
})
export class OffersModule {}
