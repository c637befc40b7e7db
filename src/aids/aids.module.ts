import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { AidedOffers } from './aided-offers.js';
import { AidRuleBook } from './aid-rule-book.js';
import { AidConditionResolver, AidsResolver } from './aids.resolver.js';
import { AidsService } from './aids.service.js';
import { OfferAidsResolver } from './offer-aids.resolver.js';

/** Public aids: dated rules, and what they come to for a hire or an offer. */
@Module({
  imports: [CompaniesModule, TerritoriesModule],
  providers: [AidRuleBook, AidedOffers, AidsService, AidsResolver, AidConditionResolver, OfferAidsResolver],
  exports: [AidedOffers, AidsService],
})
export class AidsModule {}
