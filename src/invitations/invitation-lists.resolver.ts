import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateProfileType, CandidateType } from '../candidates/candidate.type.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { DeclinedCompanies } from './declined-companies.js';
import type { DeclinedCompany, Invitation } from './invitation.entity.js';
import { DeclinedCompanyType, InvitationConnection } from './invitation.type.js';
import { InvitationsRepository } from './invitations.repository.js';

@Resolver(() => CandidateType)
export class CandidateInvitationsResolver {
  constructor(
    private readonly repository: InvitationsRepository,
    private readonly access: CandidateAccess,
  ) {}

  @Asks('candidate.readInvitations')
  @ResolveField(() => InvitationConnection, {
    description:
      'Invitations that the candidate got, latest first; also for administrators, noted in the audit log. FORBIDDEN to others.',
  })
  async invitations(@Parent() candidate: Candidate, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.require('candidate.readInvitations', candidate, context);
    return momentPage(await this.repository.latest({ candidateId: candidate.id }, page.first, after), page, sentAt);
  }
}

@Resolver(() => OfferType)
export class OfferInvitationsResolver {
  constructor(
    private readonly repository: InvitationsRepository,
    private readonly access: OfferAccess,
  ) {}

  @Asks('offer.readWithin')
  @ResolveField(() => InvitationConnection, {
    description: 'Invitations to the offer, latest first, for members of the company. FORBIDDEN to others.',
  })
  async invitations(@Parent() offer: Offer, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.require('offer.readWithin', offer, context);
    return momentPage(await this.repository.latest({ offerId: offer.id }, page.first, after), page, sentAt);
  }
}

const sentAt = (invitation: Invitation): Date => invitation.sentAt;

/** A profile is the candidate's alone, and so is what hangs on it. */
@Resolver(() => CandidateProfileType)
export class ProfileDeclinedCompaniesResolver {
  constructor(private readonly declined: DeclinedCompanies) {}

  @Asks('candidate.readProfile')
  @ResolveField(() => [DeclinedCompanyType], {
    description: 'Companies of which the candidate wants no invitation any more, latest first.',
  })
  declinedCompanies(@Parent() candidate: Candidate): Promise<DeclinedCompany[]> {
    return this.declined.ofCandidate(candidate.id);
  }
}

@Resolver(() => DeclinedCompanyType)
export class DeclinedCompanyResolver {
  constructor(private readonly companies: CompaniesLoader) {}

  @ResolveField(() => CompanyType, { description: 'The company.' })
  company(@Parent() { companyId }: DeclinedCompany, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, companyId);
  }
}
