import { Args, Context, createUnionType, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { OutsideFrance } from '../companies/outside-france.js';
import { Asks } from '../permissions/act.decorator.js';
import type { Offer } from './offer.entity.js';
import { EndOfferArgs, OfferChangesInput, OfferIdArgs, PostOfferInput } from './offer.input.js';
import { DurationTooShort, IllegalOfferMove, TooManyUnanswered, TooManyWaiting } from './offer-refusals.js';
import { OfferType } from './offer.type.js';
import { OfferAccess } from './offer-access.js';
import { OfferMovesService } from './offer-moves.service.js';
import { OffersService } from './offers.service.js';

const PostOfferResult = createUnionType({
  name: 'PostOfferResult',
  description: 'The offer, or why it was not posted.',
  types: () => [OfferType, InvalidInput, NotAllowed, OutsideFrance, DurationTooShort, TooManyUnanswered] as const,
  resolveType: refusalOr(OfferType),
});

const ReviseOfferResult = createUnionType({
  name: 'ReviseOfferResult',
  description: 'The offer as it reads now, or why it was not changed.',
  types: () => [OfferType, InvalidInput, NotAllowed, OutsideFrance, DurationTooShort, IllegalOfferMove] as const,
  resolveType: refusalOr(OfferType),
});

const moveResult = (name: string, ...more: (typeof CompanySuspended)[]) =>
  createUnionType({
    name,
    description: 'The offer in its new state, or why it stays where it was.',
    types: () => [OfferType, InvalidInput, NotAllowed, IllegalOfferMove, ...more] as const,
    resolveType: refusalOr(OfferType),
  });

const PublishOfferResult = createUnionType({
  name: 'PublishOfferResult',
  description: 'The offer, online again, or why it stays where it was.',
  types: () => [OfferType, InvalidInput, NotAllowed, IllegalOfferMove, TooManyUnanswered, TooManyWaiting] as const,
  resolveType: refusalOr(OfferType),
});

const PauseOfferResult = moveResult('PauseOfferResult');
const FillOfferResult = moveResult('FillOfferResult', CompanySuspended);
const CloseOfferResult = moveResult('CloseOfferResult', CompanySuspended);

@Resolver(() => OfferType)
export class OffersResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly access: OfferAccess,
    private readonly offers: OffersService,
    private readonly moves: OfferMovesService,
  ) {}

  @Asks('offer.read')
  @Query(() => OfferType, { nullable: true, description: 'An offer that the caller may see, or null.' })
  offer(
    @Args('id', { type: () => ID, description: 'The offer.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Offer | null> {
    return this.access.visible(id, context);
  }

  @Asks('offer.manage')
  @Mutation(() => PostOfferResult, { description: 'Posts a position for a company the caller manages.' })
  async postOffer(
    @Args('input', { description: 'The position.' }) input: PostOfferInput,
    @Context() context: RequestContext,
  ): Promise<Offer | Refusal> {
    return this.offers.post(await this.viewers.required(context), input);
  }

  @Asks('offer.manage')
  @Mutation(() => ReviseOfferResult, { description: 'Changes what an offer says; the search follows within seconds.' })
  async reviseOffer(
    @Args('id', { type: () => ID, description: 'The offer.' }) id: string,
    @Args('changes', { description: 'What is to change.' }) changes: OfferChangesInput,
    @Context() context: RequestContext,
  ): Promise<Offer | Refusal> {
    return this.offers.revise(await this.viewers.required(context), id, changes);
  }

  @Asks('offer.manage')
  @Mutation(() => PublishOfferResult, { description: 'Puts a draft, a paused, filled or expired offer online.' })
  async publishOffer(@Args() { id }: OfferIdArgs, @Context() context: RequestContext): Promise<Offer | Refusal> {
    return this.moves.move(await this.viewers.required(context), id, 'OPEN');
  }

  @Asks('offer.manage')
  @Mutation(() => PauseOfferResult, { description: 'Takes an open offer offline for a while.' })
  async pauseOffer(@Args() { id }: OfferIdArgs, @Context() context: RequestContext): Promise<Offer | Refusal> {
    return this.moves.move(await this.viewers.required(context), id, 'PAUSED');
  }

  @Asks('offer.manage')
  @Mutation(() => FillOfferResult, {
    description: 'Tells that someone was hired; the offer goes offline, and everyone who still waits is told.',
  })
  async fillOffer(@Args() { id, ...told }: EndOfferArgs, @Context() context: RequestContext): Promise<Offer | Refusal> {
    return this.moves.move(await this.viewers.required(context), id, 'FILLED', told);
  }

  @Asks('offer.manage')
  @Mutation(() => CloseOfferResult, {
    description: 'Withdraws an offer for good; everyone who still waits is told.',
  })
  async closeOffer(
    @Args() { id, ...told }: EndOfferArgs,
    @Context() context: RequestContext,
  ): Promise<Offer | Refusal> {
    return this.moves.move(await this.viewers.required(context), id, 'CLOSED', told);
  }
}
