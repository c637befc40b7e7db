import {
  Args,
  Context,
  createUnionType,
  Float,
  ID,
  Int,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { Clock } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen } from '../offers/offer-status.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import type { Alert } from './alert.entity.js';
import { AlertConnection, AlertSettingType, AlertsSeen, AlertType } from './alert.type.js';
import { AlertsRepository } from './alerts.repository.js';
import { AlertsService } from './alerts.service.js';
import type { SavedSearch } from './saved-search.entity.js';
import { SavedSearchType } from './saved-search.type.js';
import { SavedSearchesLoader } from './saved-searches.loader.js';

const MarkAlertsSeenResult = createUnionType({
  name: 'MarkAlertsSeenResult',
  description: 'How many alerts were marked, or why none.',
  types: () => [AlertsSeen, NotAllowed] as const,
  resolveType: refusalOr(AlertsSeen),
});

const SetProfileAlertsResult = createUnionType({
  name: 'SetProfileAlertsResult',
  description: 'The setting as it is now, or why it was not changed.',
  types: () => [AlertSettingType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(AlertSettingType),
});

@Resolver(() => AlertType)
export class AlertsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: AlertsService,
    private readonly offers: OffersLoader,
    private readonly searches: SavedSearchesLoader,
    private readonly clock: Clock,
  ) {}

  @Asks('alert.manage')
  @Mutation(() => MarkAlertsSeenResult, { description: 'Marks the caller’s alerts as seen.' })
  async markAlertsSeen(
    @Args('savedSearchId', {
      type: () => ID,
      nullable: true,
      description: 'Only those that this saved search found; all when left out.',
    })
    savedSearchId: string | null,
    @Context() context: RequestContext,
  ): Promise<AlertsSeen | Refusal> {
    return this.service.markSeen(await this.viewers.required(context), savedSearchId ?? null);
  }

  @Asks('alert.manage')
  @Mutation(() => SetProfileAlertsResult, {
    description: 'Says whether offers that suit the caller’s profile become alerts; they do not until this is called.',
  })
  async setProfileAlerts(
    @Args('on', { type: () => Boolean, description: 'Whether they do.' }) on: boolean,
    @Args('minScore', {
      type: () => Int,
      nullable: true,
      description: 'The least score, 1 to 100, of an offer that does; as it was, 70 at first, when left out.',
    })
    minScore: number | null,
    @Context() context: RequestContext,
  ): Promise<AlertSettingType | Refusal> {
    return this.service.setProfileAlerts(await this.viewers.required(context), on, minScore ?? null);
  }

  @ResolveField(() => String, { description: 'The title of the offer, as it was when it was found.' })
  title(@Parent() alert: Alert): string {
    return alert.offerTitle;
  }

  @ResolveField(() => Boolean, { description: 'Whether the offer is still open to applications.' })
  async open(@Parent() alert: Alert, @Context() context: RequestContext): Promise<boolean> {
    return (await this.offer(alert, context)) !== null;
  }

  @ResolveField(() => OfferType, {
    nullable: true,
    description: 'The offer while it is open to applications; null from then on, when it is no longer public.',
  })
  async offer(@Parent() alert: Alert, @Context() context: RequestContext): Promise<Offer | null> {
    const offer = await this.offers.load(context, alert.offerId);
    return isOpen(offer, this.clock.today()) ? offer : null;
  }

  @ResolveField(() => [SavedSearchType], {
    description: 'The saved searches that the offer answers; empty when it only suits the profile.',
  })
  async savedSearches(@Parent() alert: Alert, @Context() context: RequestContext): Promise<SavedSearch[]> {
    const found = await Promise.all(alert.savedSearchIds.map((id) => this.searches.load(context, id)));
    return found.filter((search) => search !== null);
  }

  @ResolveField(() => Float, {
    nullable: true,
    description:
      'How well the offer suited the profile when it was found, 0 to 100; null when that is no reason for it.',
  })
  score(@Parent() { scoreTenths }: Alert): number | null {
    return scoreTenths === null ? null : scoreTenths / 10;
  }
}

/** For the candidate alone. */
@Resolver(() => CandidateType)
export class CandidateAlertsResolver {
  constructor(
    private readonly alertsOf: AlertsRepository,
    private readonly access: CandidateAccess,
  ) {}

  @Asks('alert.read')
  @ResolveField(() => AlertConnection, {
    description:
      'Offers that were found for the candidate, newest first. For the candidate alone: FORBIDDEN to others.',
  })
  async alerts(@Parent() candidate: Candidate, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.require('alert.read', candidate, context);
    return momentPage(await this.alertsOf.newest(candidate.id, page.first, after), page, ({ foundAt }) => foundAt);
  }

  @Asks('alert.read')
  @ResolveField(() => AlertSettingType, {
    description: 'Whether offers that suit the profile are told. For the candidate alone: FORBIDDEN to others.',
  })
  async alertSetting(@Parent() candidate: Candidate, @Context() context: RequestContext): Promise<AlertSettingType> {
    await this.access.require('alert.read', candidate, context);
    return this.alertsOf.setting(candidate.id);
  }
}
