import { Args, Context, createUnionType, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { Application } from '../applications/application.entity.js';
import { ApplicationType, OfferNotOpen } from '../applications/application.type.js';
import { MyApplicationsLoader, myKey } from '../applications/my-applications.loader.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { Clock } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import type { Favourite } from './favourite.entity.js';
import { mostFavourites, TooManyFavourites } from './favourite-refusals.js';
import { standingOf } from './favourite-standing.js';
import { FavouriteConnection, FavouriteRemoved, FavouriteStanding, FavouriteType } from './favourite.type.js';
import { FavouritesLoader, keptKey } from './favourites.loader.js';
import { FavouritesRepository } from './favourites.repository.js';
import { FavouritesService } from './favourites.service.js';

const KeepFavouriteResult = createUnionType({
  name: 'KeepFavouriteResult',
  description: 'The offer as it is kept, or why it is not.',
  types: () => [FavouriteType, NotAllowed, OfferNotOpen, TooManyFavourites] as const,
  resolveType: refusalOr(FavouriteType),
});

const RemoveFavouriteResult = createUnionType({
  name: 'RemoveFavouriteResult',
  description: 'Which offer is not kept any more, or why nothing was done.',
  types: () => [FavouriteRemoved, NotAllowed] as const,
  resolveType: refusalOr(FavouriteRemoved),
});

const offerId = () => Args('offerId', { type: () => ID, description: 'The offer.' });

@Resolver(() => FavouriteType)
export class FavouritesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: FavouritesService,
    private readonly offers: OffersLoader,
    private readonly applications: MyApplicationsLoader,
    private readonly clock: Clock,
  ) {}

  @Asks('favourite.keep')
  @Mutation(() => KeepFavouriteResult, {
    description: `Keeps an open offer for later, for candidates, at most ${mostFavourites}; keeping it again changes nothing.`,
  })
  async keepFavourite(@offerId() id: string, @Context() context: RequestContext): Promise<Favourite | Refusal> {
    return this.service.keep(await this.viewers.required(context), id);
  }

  @Asks('favourite.keep')
  @Mutation(() => RemoveFavouriteResult, {
    description: 'Keeps an offer no longer, whatever became of it; no error for one that is not kept.',
  })
  async removeFavourite(
    @offerId() id: string,
    @Context() context: RequestContext,
  ): Promise<FavouriteRemoved | Refusal> {
    return this.service.remove(await this.viewers.required(context), id);
  }

  @Asks('favourite.read')
  @ResolveField(() => String, { description: 'The title of the offer, also when it is no longer public.' })
  async title(@Parent() favourite: Favourite, @Context() context: RequestContext): Promise<string> {
    return (await this.offers.load(context, favourite.offerId)).title;
  }

  @Asks('favourite.read')
  @ResolveField(() => FavouriteStanding, { description: 'What became of the offer.' })
  async standing(@Parent() favourite: Favourite, @Context() context: RequestContext): Promise<FavouriteStanding> {
    return standingOf(await this.offers.load(context, favourite.offerId), this.clock.today());
  }

  @Asks('favourite.read')
  @ResolveField(() => OfferType, {
    nullable: true,
    description: 'The offer while it is open to applications; null while it is not public.',
  })
  async offer(@Parent() favourite: Favourite, @Context() context: RequestContext): Promise<Offer | null> {
    const offer = await this.offers.load(context, favourite.offerId);
    return standingOf(offer, this.clock.today()) === 'OPEN' ? offer : null;
  }

  @Asks('favourite.read')
  @ResolveField(() => ApplicationType, {
    nullable: true,
    description: 'What the candidate sent to the offer, also when it is no longer public; null when nothing.',
  })
  async myApplication(@Parent() favourite: Favourite, @Context() context: RequestContext): Promise<Application | null> {
    const viewer = await this.viewers.required(context);
    return this.applications.load(context, myKey(viewer.id, favourite.offerId));
  }
}

@Resolver(() => CandidateType)
export class CandidateFavouritesResolver {
  constructor(
    private readonly favouritesOf: FavouritesRepository,
    private readonly access: CandidateAccess,
    private readonly clock: Clock,
  ) {}

  @Asks('favourite.read')
  @ResolveField(() => FavouriteConnection, {
    description: 'Offers the candidate keeps, kept last first. For the candidate alone: FORBIDDEN to others.',
  })
  async favourites(
    @Parent() candidate: Candidate,
    @Args() page: PageArgs,
    @Args('open', {
      type: () => Boolean,
      nullable: true,
      description: 'true: only those open to applications; false: only those that are not; all when left out.',
    })
    open: boolean | null,
    @Context() context: RequestContext,
  ) {
    const after = momentAfter(page);
    await this.access.require('favourite.read', candidate, context);
    const only = typeof open === 'boolean' ? { is: open, on: this.clock.today() } : null;
    const rows = await this.favouritesOf.newest(candidate.id, only, page.first, after);
    return momentPage(rows, page, ({ addedAt }) => addedAt);
  }
}

@Resolver(() => OfferType)
export class OfferFavouriteResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly kept: FavouritesLoader,
  ) {}

  @Asks('favourite.keep')
  @ResolveField(() => Boolean, { description: 'Whether the caller keeps the offer; false for who is no candidate.' })
  async isFavourite(@Parent() { id }: Offer, @Context() context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    return viewer !== null && may(viewer, 'favourite.keep') && this.kept.load(context, keptKey(viewer.id, id));
  }
}
