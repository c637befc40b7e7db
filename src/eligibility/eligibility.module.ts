import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import {
  CompanyEligibilityResolver,
  OfferEligibilityResolver,
  ProfileEligibilityResolver,
} from './eligibility-fields.resolver.js';
import { EligibilityItemResolver, EligibilityResolver } from './eligibility.resolver.js';
import { Eligibility } from './eligibility.service.js';
import { VteRuleBook } from './vte-rule-book.js';

/** Whether a candidate, a company and a post fit the VTE, as check-lists. */
@Module({
  imports: [AccountsModule, CandidatesModule, CompaniesModule, OffersModule, TerritoriesModule, VerificationModule],
  providers: [
    CompanyEligibilityResolver,
    Eligibility,
    EligibilityItemResolver,
    EligibilityResolver,
    OfferEligibilityResolver,
    ProfileEligibilityResolver,
    VteRuleBook,
  ],
  exports: [Eligibility],
})
export class EligibilityModule {}
