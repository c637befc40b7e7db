import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { AidVerdictType } from './aid.type.js';
import type { AidPlan } from './aid-plan.js';
import { AidPlanType } from './aid-plan.type.js';
import type { AidAnswer } from './aid-verdicts.js';
import { AidsService } from './aids.service.js';

@Resolver(() => OfferType)
export class OfferAidsResolver {
  constructor(
    private readonly aidsService: AidsService,
    private readonly companies: CompaniesLoader,
  ) {}

  @ResolveField(() => [AidVerdictType], {
    description:
      'What this position would be entitled to, by the rules in force on its start date, or today when it has none; at the workplace that helps most.',
  })
  async aids(@Parent() offer: Offer, @Context() context: RequestContext): Promise<AidAnswer[]> {
    const company = await this.companies.load(context, offer.companyId);
    return this.aidsService.forOffer(offer, company.headcount);
  }

  @ResolveField(() => AidPlanType, {
    nullable: true,
    complexity: 50,
    description:
      'Which of these aids can be had together, and their sum; before anyone is hired, so the person is left open. Null where ' +
      'the workplace is not known.',
  })
  async aidPlan(@Parent() offer: Offer, @Context() context: RequestContext): Promise<AidPlan | null> {
    const company = await this.companies.load(context, offer.companyId);
    return this.aidsService.planForOffer(offer, company.headcount);
  }
}
