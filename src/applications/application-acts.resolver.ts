import { Args, Context, createUnionType, Mutation, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { Asks } from '../permissions/act.decorator.js';
import { ApplicationActs } from './application-acts.service.js';
import { IllegalApplicationMove } from './application-refusals.js';
import type { Application } from './application.entity.js';
import { AnswerApplicationInput, ApplicationIdArgs, ApplyArgs, WithdrawArgs } from './application.input.js';
import { AlreadyApplied, ApplicationType, OfferNotOpen } from './application.type.js';
import { ApplicationsService } from './applications.service.js';
import { DailyCapReached, mostADay, NotEligibleForOffer, OwnOffer } from './apply-refusals.js';

const ApplyToOfferResult = createUnionType({
  name: 'ApplyToOfferResult',
  description: 'The application, or why it was not sent.',
  types: () =>
    [
      ApplicationType,
      InvalidInput,
      NotAllowed,
      AlreadyApplied,
      OfferNotOpen,
      OwnOffer,
      NotEligibleForOffer,
      DailyCapReached,
    ] as const,
  resolveType: refusalOr(ApplicationType),
});

const moveResult = (name: string, ...more: (typeof CompanySuspended)[]) =>
  createUnionType({
    name,
    description: 'The application in its new state, or why it stays where it was.',
    types: () => [ApplicationType, InvalidInput, NotAllowed, IllegalApplicationMove, ...more] as const,
    resolveType: refusalOr(ApplicationType),
  });

const WithdrawApplicationResult = moveResult('WithdrawApplicationResult');
const MarkSeenResult = moveResult('MarkSeenResult');
const AnswerApplicationResult = moveResult('AnswerApplicationResult', CompanySuspended);

@Resolver(() => ApplicationType)
export class ApplicationActsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: ApplicationsService,
    private readonly acts: ApplicationActs,
  ) {}

  @Asks('application.send')
  @Mutation(() => ApplyToOfferResult, {
    description:
      `Applies to an open offer, once and for good, at most ${mostADay} times a day. The company has as many days to answer as ` +
      'it promises, 15 unless it says otherwise; both sides are written to.',
  })
  async applyToOffer(
    @Args() { offerId, message, cvFileId }: ApplyArgs,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.service.apply(await this.viewers.required(context), offerId, message ?? null, cvFileId ?? null);
  }

  @Asks('application.withdraw')
  @Mutation(() => WithdrawApplicationResult, {
    description:
      'Takes an application back, for its candidate, while it is not decided; the company is told. One cannot apply to the ' +
      'offer again. NotAllowed for what is not the caller’s own, as for what does not exist.',
  })
  async withdrawApplication(
    @Args() { id, reason }: WithdrawArgs,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.acts.withdraw(await this.viewers.required(context), id, reason ?? null);
  }

  @Asks('application.see')
  @Mutation(() => MarkSeenResult, {
    description:
      'Notes that an owner or recruiter of the company opened an application that was only sent; to be called when it is ' +
      'first opened. Changes nothing for one that is further on.',
  })
  async markSeen(
    @Args() { id }: ApplicationIdArgs,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.acts.see(await this.viewers.required(context), id);
  }

  @Asks('application.answer')
  @Mutation(() => AnswerApplicationResult, {
    description:
      'Answers an application, for owners and recruiters of its company; the candidate is written to. Saying the same again ' +
      'changes nothing. IllegalApplicationMove when it is decided, withdrawn or closed. A company that is suspended can only ' +
      'decline, without words and signature.',
  })
  async answerApplication(
    @Args('input', { description: 'The answer.' }) { answer, ...said }: AnswerApplicationInput,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.acts.answer(await this.viewers.required(context), { to: answer, ...said });
  }
}
