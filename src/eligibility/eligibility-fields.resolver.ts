import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateProfileType } from '../candidates/candidate.type.js';
import type { RequestContext } from '../common/context.js';
import { CivilDate } from '../common/scalars.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { ContractType } from '../offers/offer-words.js';
import { Asks } from '../permissions/act.decorator.js';
import { VerificationLoader } from '../verification/verification.loader.js';
import type { EligibilityCheck } from './eligibility-check.js';
import { Eligibility } from './eligibility.service.js';
import { EligibilityCheckType } from './eligibility.type.js';

@Resolver(() => CandidateProfileType)
export class ProfileEligibilityResolver {
  constructor(private readonly eligibility: Eligibility) {}

  @ResolveField(() => EligibilityCheckType, {
    description: 'Whether the candidate could be hired as a VTE, and what is missing for it.',
  })
  vteEligibility(
    @Parent() candidate: Candidate,
    @Args('startsOn', {
      type: () => CivilDate,
      nullable: true,
      description: 'For a start on this day; the first available day, or today, when left out.',
    })
    startsOn: string | null,
    @Args('contractType', {
      type: () => ContractType,
      nullable: true,
      description: 'For this contract; for those the candidate accepts when left out.',
    })
    contractType: ContractType | null,
  ): EligibilityCheck {
    return this.eligibility.ofCandidate(candidate, startsOn ?? null, contractType ?? null);
  }
}

@Resolver(() => CompanyType)
export class CompanyEligibilityResolver {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly access: OfferAccess,
    private readonly verifications: VerificationLoader,
  ) {}

  @Asks('company.readFigures')
  @ResolveField(() => EligibilityCheckType, {
    nullable: true,
    description:
      'Whether the company could hire as a VTE, by what it says and what the public register knows; for its members and ' +
      'administrators, null for everyone else.',
  })
  async vteEligibility(
    @Parent() company: Company,
    @Context() context: RequestContext,
  ): Promise<EligibilityCheck | null> {
    if (!(await this.access.may('company.readFigures', { companyId: company.id }, context))) return null;
    return this.eligibility.ofCompany(company, { known: await this.verifications.load(context, company.id) });
  }
}

@Resolver(() => OfferType)
export class OfferEligibilityResolver {
  constructor(private readonly eligibility: Eligibility) {}

  /** Made of nothing but the offer itself, so whoever was given that may read it. */
  @Asks('offer.read')
  @ResolveField(() => EligibilityCheckType, {
    description:
      'Whether the post is one of a VTE by what the offer says, on its first day of work, or today without one.',
  })
  vteEligibility(@Parent() offer: Offer): EligibilityCheck {
    return this.eligibility.ofOffer(offer);
  }
}
