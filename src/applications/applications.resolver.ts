import { Args, Context, createUnionType, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { CandidatesLoader } from '../candidates/candidates.loader.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import type { ApplicationEvent } from './application-event.entity.js';
import { ApplicationEventType } from './application-event.type.js';
import { ApplicationEventsLoader } from './application-events.loader.js';
import type { Application } from './application.entity.js';
import { AlreadyApplied, ApplicationConnection, ApplicationType, OfferNotOpen } from './application.type.js';
import { ApplicationsRepository } from './applications.repository.js';
import { ApplicationsService } from './applications.service.js';

const ApplyToOfferResult = createUnionType({
  name: 'ApplyToOfferResult',
  description: 'The application, or why it was not sent.',
  types: () => [ApplicationType, InvalidInput, NotAllowed, AlreadyApplied, OfferNotOpen] as const,
  resolveType: refusalOr(ApplicationType),
});

/** Whoever reads an application may read its offer and its candidate: the access was checked on the way to it. */
@Resolver(() => ApplicationType)
export class ApplicationsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: ApplicationsService,
    private readonly offers: OffersLoader,
    private readonly candidates: CandidatesLoader,
    private readonly steps: ApplicationEventsLoader,
  ) {}

  @Mutation(() => ApplyToOfferResult, {
    description: 'Applies to an open offer, once; the company has 15 days to answer.',
  })
  async applyToOffer(
    @Args('offerId', { type: () => ID, description: 'The offer.' }) offerId: string,
    @Args('message', {
      type: () => String,
      nullable: true,
      description: 'Words to the company, at most 5,000 characters.',
    })
    message: string | null,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.service.apply(await this.viewers.required(context), offerId, message);
  }

  /** Never null, so that it can be asked for beside Refusal.message in one selection. */
  @ResolveField(() => String, {
    description: 'What the candidate wrote to the company; plain text, empty when nothing.',
  })
  message(@Parent() application: Application): string {
    return application.message ?? '';
  }

  @Asks('application.read')
  @ResolveField(() => [ApplicationEventType], {
    description: 'Every step since it was sent, first to last, reminders and delays included.',
  })
  events(@Parent() application: Application, @Context() context: RequestContext): Promise<ApplicationEvent[]> {
    return this.steps.load(context, application.id);
  }

  @ResolveField(() => OfferType, { description: 'The offer applied to.' })
  offer(@Parent() application: Application, @Context() context: RequestContext): Promise<Offer> {
    return this.offers.load(context, application.offerId);
  }

  @ResolveField(() => CandidateType, { description: 'Who applied.' })
  candidate(@Parent() application: Application, @Context() context: RequestContext): Promise<Candidate> {
    return this.candidates.load(context, application.candidateId);
  }
}

@Resolver(() => CandidateType)
export class CandidateApplicationsResolver {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly access: CandidateAccess,
  ) {}

  @ResolveField(() => ApplicationConnection, {
    description: 'The candidate’s own applications, latest first. FORBIDDEN to others.',
  })
  async applications(@Parent() candidate: Candidate, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.requireSelf(candidate, context);
    return momentPage(await this.repository.latest({ candidateId: candidate.id }, page.first, after), page, sentAt);
  }
}

@Resolver(() => OfferType)
export class OfferApplicationsResolver {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly access: OfferAccess,
  ) {}

  @ResolveField(() => ApplicationConnection, {
    description: 'Applications to the offer, latest first, for members of the company. FORBIDDEN to others.',
  })
  async applications(@Parent() offer: Offer, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.requireMember(offer, context);
    return momentPage(await this.repository.latest({ offerId: offer.id }, page.first, after), page, sentAt);
  }
}

const sentAt = (application: Application): Date => application.sentAt;
