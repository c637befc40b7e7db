import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { AnsweringService } from './answering.service.js';
import { DeclinedCompanies } from './declined-companies.js';
import { InvitationAccess } from './invitation-access.js';
import {
  CandidateInvitationsResolver,
  DeclinedCompanyResolver,
  OfferInvitationsResolver,
  ProfileDeclinedCompaniesResolver,
} from './invitation-lists.resolver.js';
import { InvitationFieldsResolver, InvitationsResolver } from './invitations.resolver.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitingService } from './inviting.service.js';

/** Companies invite candidates who match an offer to apply; candidates answer, or decline a company once and for all. */
@Module({
  imports: [AccountsModule, CandidatesModule, CompaniesModule, OffersModule, ScoringModule],
  providers: [
    AnsweringService,
    CandidateInvitationsResolver,
    DeclinedCompanies,
    DeclinedCompanyResolver,
    InvitationAccess,
    InvitationFieldsResolver,
    InvitationsRepository,
    InvitationsResolver,
    InvitingService,
    OfferInvitationsResolver,
    ProfileDeclinedCompaniesResolver,
  ],
  exports: [DeclinedCompanies],
})
export class InvitationsModule {}
