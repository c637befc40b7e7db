import { Args, Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import { ApplicationAccess } from './application-access.js';
import type { Application } from './application.entity.js';
import { ApplicationFilter, ApplicationSort } from './application.input.js';
import { ApplicationPages, momentIn } from './application-pages.js';
import { ApplicationStatus } from './application-status.js';
import { ApplicationConnection, ApplicationType } from './application.type.js';
import { ApplicationsRepository } from './applications.repository.js';
import { MyApplicationsLoader, myKey } from './my-applications.loader.js';

@ObjectType('ApplicationCount', { description: 'How many applications stand in one state.' })
class ApplicationCount {
  @Field(() => ApplicationStatus, { description: 'The state.' })
  status!: ApplicationStatus;

  @Field(() => Int, { description: 'How many, at least one.' })
  count!: number;
}

@Resolver(() => CandidateType)
export class CandidateApplicationsResolver {
  constructor(
    private readonly pages: ApplicationPages,
    private readonly access: CandidateAccess,
    private readonly shown: ApplicationAccess,
  ) {}

  @Asks('candidate.readApplications')
  @ResolveField(() => ApplicationConnection, {
    description:
      'The candidate’s own applications, latest first unless another order is asked for. FORBIDDEN to others.',
  })
  async applications(
    @Parent() candidate: Candidate,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ApplicationFilter, nullable: true, description: 'Which of them; all when left out.' })
    filter: ApplicationFilter | null,
    @Args('sort', {
      type: () => ApplicationSort,
      nullable: true,
      defaultValue: ApplicationSort.NEWEST,
      description: 'Their order. A cursor belongs to one order.',
    })
    order: ApplicationSort | null,
    @Context() context: RequestContext,
  ) {
    const after = momentAfter(page);
    const sort = order ?? 'NEWEST';
    await this.access.require('candidate.readApplications', candidate, context);
    const rows = await this.pages.ofCandidate(candidate.id, filter ?? {}, sort, page.first, after);
    return momentPage(await this.shown.shown(rows, context), page, momentIn(sort));
  }

  @Asks('candidate.readApplications')
  @ResolveField(() => [ApplicationCount], {
    description:
      'How many of the candidate’s applications stand in each state; states without any are left out. FORBIDDEN to others.',
  })
  async applicationCounts(@Parent() candidate: Candidate, @Context() context: RequestContext) {
    await this.access.require('candidate.readApplications', candidate, context);
    return this.pages.countsOf(candidate.id);
  }
}

@Resolver(() => OfferType)
export class OfferApplicationsResolver {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly access: OfferAccess,
    private readonly shown: ApplicationAccess,
    private readonly viewers: Viewers,
    private readonly mine: MyApplicationsLoader,
  ) {}

  @Asks('offer.readWithin')
  @ResolveField(() => ApplicationConnection, {
    description: 'Applications to the offer, latest first, for members of the company. FORBIDDEN to others.',
  })
  async applications(@Parent() offer: Offer, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.requireMember(offer, context);
    const rows = await this.repository.toOffer(offer.id, page.first, after);
    return momentPage(await this.shown.shown(rows, context), page, ({ sentAt }) => sentAt);
  }

  @Asks('application.send')
  @ResolveField(() => ApplicationType, {
    nullable: true,
    description:
      'What the caller sent to this offer, whatever became of it; null for who did not apply, and for strangers.',
  })
  async myApplication(@Parent() offer: Offer, @Context() context: RequestContext): Promise<Application | null> {
    const viewer = await this.viewers.of(context);
    return viewer && may(viewer, 'application.send') ? this.mine.load(context, myKey(viewer.id, offer.id)) : null;
  }
}
