import { Args, Context, createUnionType, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { CandidatesLoader } from '../candidates/candidates.loader.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import { AnsweringService } from './answering.service.js';
import type { Invitation } from './invitation.entity.js';
import {
  AlreadyInvited,
  CandidateHasApplied,
  CandidateNotAvailable,
  CandidateSuitsTooLittle,
  InvitationCapReached,
  InvitationNotWaiting,
  OfferClosedToInvitations,
} from './invitation-refusals.js';
import { InvitationType } from './invitation.type.js';
import { InvitingService } from './inviting.service.js';

const InviteCandidateResult = createUnionType({
  name: 'InviteCandidateResult',
  description: 'The invitation, or why it was not sent.',
  types: () =>
    [
      InvitationType,
      InvalidInput,
      NotAllowed,
      AlreadyInvited,
      CandidateHasApplied,
      CandidateNotAvailable,
      CandidateSuitsTooLittle,
      InvitationCapReached,
      OfferClosedToInvitations,
    ] as const,
  resolveType: refusalOr(InvitationType),
});

const WithdrawInvitationResult = createUnionType({
  name: 'WithdrawInvitationResult',
  description: 'The invitation as it stands now, or why it was not taken back.',
  types: () => [InvitationType, NotAllowed, InvitationNotWaiting] as const,
  resolveType: refusalOr(InvitationType),
});

const AnswerInvitationResult = createUnionType({
  name: 'AnswerInvitationResult',
  description: 'The invitation as it stands now, or why the answer was not taken.',
  types: () => [InvitationType, InvalidInput, NotAllowed, InvitationNotWaiting] as const,
  resolveType: refusalOr(InvitationType),
});

const UndoDeclineResult = createUnionType({
  name: 'UndoDeclineResult',
  description: 'The candidate, whom the company may invite again, or why not.',
  types: () => [CandidateType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(CandidateType),
});

@Resolver(() => InvitationType)
export class InvitationsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly inviting: InvitingService,
    private readonly answering: AnsweringService,
  ) {}

  @Asks('invitation.send')
  @Mutation(() => InviteCandidateResult, {
    description:
      'Invites a candidate who matches an open offer of one’s company to apply to it, once; for owners and recruiters. ' +
      'At most 20 invitations to an offer wait for an answer, and a company sends at most 50 in 30 days.',
  })
  async inviteCandidate(
    @Args('offerId', { type: () => ID, description: 'The offer.' }) offerId: string,
    @Args('candidateId', { type: () => ID, description: 'The candidate.' }) candidateId: string,
    @Args('message', { description: 'Words to the candidate, 20 to 2,000 characters of plain text.' }) message: string,
    @Context() context: RequestContext,
  ): Promise<Invitation | Refusal> {
    return this.inviting.invite(await this.viewers.required(context), offerId, candidateId, message);
  }

  @Asks('invitation.send')
  @Mutation(() => WithdrawInvitationResult, {
    description:
      'Takes an invitation back that the candidate did not answer; for owners and recruiters. The candidate cannot be ' +
      'invited to the same offer again, and the invitation counts among those sent.',
  })
  async withdrawInvitation(
    @Args('id', { type: () => ID, description: 'The invitation.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Invitation | Refusal> {
    return this.inviting.withdraw(await this.viewers.required(context), id);
  }

  @Asks('invitation.answer')
  @Mutation(() => AnswerInvitationResult, {
    description:
      'Answers an invitation, for the candidate. To accept tells the company who one is and how to reach one, and does not ' +
      'apply by itself: applyToOffer comes next. To decline is final; with forGood, all that the company sent and that ' +
      'waits for an answer is declined too, it cannot invite again, and one is no longer among its matches.',
  })
  async answerInvitation(
    @Args('id', { type: () => ID, description: 'The invitation.' }) id: string,
    @Args('accept', { description: 'True to accept, false to decline.' }) accept: boolean,
    @Args('forGood', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description:
        'With accept: false, to want nothing more of the company. Heard whatever became of the invitation; undoDecline takes it back.',
    })
    forGood: boolean | null,
    @Context() context: RequestContext,
  ): Promise<Invitation | Refusal> {
    return this.answering.answer(await this.viewers.required(context), id, accept, forGood ?? false);
  }

  @Asks('candidate.save')
  @Mutation(() => UndoDeclineResult, {
    description:
      'Lets a company that was declined for good find and invite the caller again; invitations that were declined stay so.',
  })
  async undoDecline(
    @Args('companyId', { type: () => ID, description: 'The company.' }) companyId: string,
    @Context() context: RequestContext,
  ): Promise<Candidate | Refusal> {
    return this.answering.undoDecline(await this.viewers.required(context), companyId);
  }
}

/** Whoever reads an invitation may read its offer: the access was checked on the way to it. */
@Resolver(() => InvitationType)
export class InvitationFieldsResolver {
  constructor(
    private readonly offers: OffersLoader,
    private readonly companies: CompaniesLoader,
    private readonly candidates: CandidatesLoader,
    private readonly access: CandidateAccess,
  ) {}

  @ResolveField(() => OfferType, { description: 'The offer to which one is invited, open or not.' })
  offer(@Parent() { offerId }: Invitation, @Context() context: RequestContext): Promise<Offer> {
    return this.offers.load(context, offerId);
  }

  @ResolveField(() => CompanyType, { description: 'The company that invites.' })
  company(@Parent() { companyId }: Invitation, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, companyId);
  }

  @Asks('candidate.read')
  @ResolveField(() => CandidateType, {
    nullable: true,
    description: 'Who is invited; null when the caller may not see them any more.',
  })
  async candidate(
    @Parent() { candidateId }: Invitation,
    @Context() context: RequestContext,
  ): Promise<Candidate | null> {
    const candidate = await this.candidates.load(context, candidateId);
    return (await this.access.maySee(candidate, context)) ? candidate : null;
  }
}
