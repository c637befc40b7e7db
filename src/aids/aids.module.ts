import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { AidConsequences } from './aid-consequences.js';
import { AidPairResolver } from './aid-plan.resolver.js';
import { AidRuleBook } from './aid-rule-book.js';
import { AidCombinationResolver, AidRuleAmountResolver, AidRulesResolver } from './aid-rules.resolver.js';
import { AidedOffers } from './aided-offers.js';
import { AidConditionResolver, AidsResolver } from './aids.resolver.js';
import { AidsService } from './aids.service.js';
import { OfferAidsResolver } from './offer-aids.resolver.js';

/** Public aids: dated rules, and what they come to for a hire or an offer. */
@Module({
  imports: [CompaniesModule, TerritoriesModule],
  providers: [
    AidCombinationResolver,
    AidConditionResolver,
    AidConsequences,
    AidedOffers,
    AidPairResolver,
    AidRuleAmountResolver,
    AidRuleBook,
    AidRulesResolver,
    AidsResolver,
    AidsService,
    OfferAidsResolver,
  ],
  exports: [AidedOffers, AidsService],
})
export class AidsModule {}
