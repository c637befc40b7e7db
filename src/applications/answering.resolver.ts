import {
  Args,
  ArgsType,
  Context,
  createUnionType,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { enumOf } from '../common/enum-of.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { ResponsivenessLoader } from '../companies/responsiveness.loader.js';
import { ResponsivenessType, shownResponsiveness } from '../companies/responsiveness.type.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { AnswerDaysLoader } from './answering.loader.js';
import { AnsweringService } from './answering.service.js';
import { daysToAnswer } from './application-status.js';

const PausedBecause = enumOf(['TOO_MANY_WAITING', 'UNANSWERED'] as const);

registerEnumType(PausedBecause, {
  name: 'PausedBecause',
  description: 'Why the platform paused an offer by itself.',
  valuesMap: {
    TOO_MANY_WAITING: { description: 'As many applications as the company allows wait for an answer.' },
    UNANSWERED: { description: 'The company left too many applications without an answer.' },
  },
});

const SetAnswerDelayResult = createUnionType({
  name: 'SetAnswerDelayResult',
  description: 'The company, or why nothing was changed.',
  types: () => [CompanyType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(CompanyType),
});

const SetPauseAtWaitingResult = createUnionType({
  name: 'SetPauseAtWaitingResult',
  description: 'The offer, or why nothing was changed.',
  types: () => [OfferType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(OfferType),
});

@ArgsType()
class SetAnswerDelayArgs {
  @Field(() => ID, { description: 'The company; the caller must be an owner of it.' })
  companyId!: string;

  @Field(() => Int, { description: 'Days, from 1 to 30.' })
  days!: number;
}

@ArgsType()
class SetPauseAtWaitingArgs {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => Int, { description: 'How many may wait, from 1 to 500; 50 unless it was set.' })
  pauseAtWaiting!: number;
}

@Resolver(() => CompanyType)
export class CompanyAnsweringResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: AnsweringService,
    private readonly days: AnswerDaysLoader,
  ) {}

  @Asks('company.promise')
  @Mutation(() => SetAnswerDelayResult, {
    description:
      'Sets within how many days a company promises to answer, for its owners. Applications sent before keep their day.',
  })
  async setAnswerDelay(
    @Args() { companyId, days }: SetAnswerDelayArgs,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.setAnswerDelay(await this.viewers.required(context), companyId, days);
  }

  @Asks('company.read')
  @ResolveField(() => Int, {
    description: `Days within which the company promises an answer to those who apply: ${daysToAnswer} unless it says otherwise.`,
  })
  answerDays(@Parent() { id }: Company, @Context() context: RequestContext): Promise<number> {
    return this.days.load(context, id);
  }
}

@Resolver(() => OfferType)
export class OfferAnsweringResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly access: OfferAccess,
    private readonly service: AnsweringService,
    private readonly responsivenessOf: ResponsivenessLoader,
  ) {}

  @Asks('offer.manage')
  @Mutation(() => SetPauseAtWaitingResult, {
    description:
      'Sets at how many waiting applications an offer pauses by itself, for owners and recruiters of its company; it goes ' +
      'online again by itself once at most half as many wait.',
  })
  async setPauseAtWaiting(
    @Args() { offerId, pauseAtWaiting }: SetPauseAtWaitingArgs,
    @Context() context: RequestContext,
  ): Promise<Offer | Refusal> {
    return this.service.setPauseAtWaiting(await this.viewers.required(context), offerId, pauseAtWaiting);
  }

  @Asks('offer.readWithin')
  @ResolveField(() => Int, {
    nullable: true,
    description:
      'At how many waiting applications the offer pauses by itself; null for who is no member of its company.',
  })
  async pauseAtWaiting(@Parent() offer: Offer, @Context() context: RequestContext): Promise<number | null> {
    return (await this.access.may('offer.readWithin', offer, context)) ? offer.pauseAtWaiting : null;
  }

  @Asks('offer.readWithin')
  @ResolveField(() => Int, {
    nullable: true,
    description: 'Applications that wait for an answer, opened or not; null for who is no member of its company.',
  })
  async waitingApplications(@Parent() offer: Offer, @Context() context: RequestContext): Promise<number | null> {
    return (await this.access.may('offer.readWithin', offer, context)) ? offer.waitingApplications : null;
  }

  @Asks('offer.readWithin')
  @ResolveField(() => PausedBecause, {
    nullable: true,
    description:
      'Why the platform paused the offer by itself; null when it did not, and for who is no member of its company.',
  })
  async pausedBecause(@Parent() offer: Offer, @Context() context: RequestContext): Promise<Offer['pausedBecause']> {
    return (await this.access.may('offer.readWithin', offer, context)) ? offer.pausedBecause : null;
  }

  @Asks('company.read')
  @ResolveField(() => ResponsivenessType, {
    nullable: true,
    description:
      'Réactivité: how often and how fast the company of the offer answers; the same as Company.responsiveness.',
  })
  async responsiveness(
    @Parent() { companyId }: Offer,
    @Context() context: RequestContext,
  ): Promise<ResponsivenessType | null> {
    return shownResponsiveness(await this.responsivenessOf.load(context, companyId), context.language);
  }
}
