import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Aid } from '../offers/aid-names.js';
import { OfferAccess } from '../offers/offer-access.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import { CheckVtePostInput } from './check-post.input.js';
import type { EligibilityCheck, EligibilityItem } from './eligibility-check.js';
import { Eligibility } from './eligibility.service.js';
import { EligibilityCheckType, EligibilityItemType } from './eligibility.type.js';
import { ruleTitles } from './rule-titles.js';

@Resolver(() => EligibilityCheckType)
export class EligibilityResolver {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly viewers: Viewers,
    private readonly candidates: CandidatesRepository,
    private readonly companies: CompaniesLoader,
    private readonly offers: OfferAccess,
  ) {}

  @Asks('eligibility.check')
  @Query(() => EligibilityCheckType, {
    nullable: true,
    complexity: 50,
    description:
      'Whether the caller on this offer would be a VTE: the post, the candidate, and what is public of the company. Null for ' +
      'an offer that one may not see. For candidates: UNAUTHENTICATED for strangers, FORBIDDEN for others.',
  })
  async vteEligibility(
    @Args('offerId', { type: () => ID, description: 'The offer.' }) offerId: string,
    @Context() context: RequestContext,
  ): Promise<EligibilityCheck | null> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, 'eligibility.check')) throw forbidden();
    const offer = await this.offers.visible(offerId, context);
    if (!offer) return null;
    const [candidate, company] = await Promise.all([
      this.candidates.ofAccount(viewer.id),
      this.companies.load(context, offer.companyId),
    ]);
    return this.eligibility.ofHire(offer, candidate, company, null);
  }

  @Asks('eligibility.checkPost')
  @Query(() => EligibilityCheckType, {
    complexity: 50,
    description:
      'Whether a position that is being written would be a VTE, and what it lacks; nothing is stored. For accounts of ' +
      'companies: UNAUTHENTICATED for strangers, FORBIDDEN for others.',
  })
  async checkVtePost(
    @Args('input', { description: 'What is written of it so far.' }) input: CheckVtePostInput,
    @Context() context: RequestContext,
  ): Promise<EligibilityCheck> {
    if (!may(await this.viewers.required(context), 'eligibility.checkPost')) throw forbidden();
    return this.eligibility.ofPost(input);
  }

  @ResolveField(() => String)
  summary(@Parent() { summary }: EligibilityCheck, @Context() { language }: RequestContext): string {
    return summary[language];
  }
}

@Resolver(() => EligibilityItemType)
export class EligibilityItemResolver {
  @ResolveField(() => String)
  title(@Parent() { key }: EligibilityItem, @Context() { language }: RequestContext): string {
    return ruleTitles[key][language];
  }

  @ResolveField(() => String)
  explanation(@Parent() { explanation }: EligibilityItem, @Context() { language }: RequestContext): string {
    return explanation[language];
  }

  @ResolveField(() => String, { nullable: true })
  whatToDo(@Parent() { whatToDo }: EligibilityItem, @Context() { language }: RequestContext): string | null {
    return whatToDo && whatToDo[language];
  }

  @ResolveField()
  aid(@Parent() { rule }: EligibilityItem): Aid | null {
    return rule.aid ?? null;
  }

  @ResolveField()
  source(@Parent() { rule }: EligibilityItem): string {
    return rule.source;
  }

  @ResolveField()
  since(@Parent() { rule }: EligibilityItem): string {
    return rule.inForceFrom;
  }

  @ResolveField()
  until(@Parent() { rule }: EligibilityItem): string | null {
    return rule.inForceUntil;
  }

  @ResolveField()
  knownUntil(@Parent() { rule }: EligibilityItem): string | null {
    return rule.knownUntil;
  }

  @ResolveField()
  checkedOn(@Parent() { rule }: EligibilityItem): string {
    return rule.checkedOn;
  }
}
