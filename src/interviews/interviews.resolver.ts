import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, createUnionType, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { Application } from '../applications/application.entity.js';
import { IllegalApplicationMove } from '../applications/application-refusals.js';
import { ApplicationType } from '../applications/application.type.js';
import { ApplicationsRepository } from '../applications/applications.repository.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { NodeFinders } from '../common/node.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { Standings } from '../messages/standings.js';
import { Asks } from '../permissions/act.decorator.js';
import { InterviewLetters } from './interview-letters.js';
import { Interview, type InterviewSlot } from './interview.entity.js';
import { InterviewNotWaiting, InterviewProposalInput, InterviewSlotType, InterviewType } from './interview.type.js';
import { InterviewSlotsLoader, InterviewsLoader } from './interviews.loader.js';
import { InterviewsRepository } from './interviews.repository.js';
import { InterviewsService } from './interviews.service.js';
import { zoneOf } from './time-zones.js';

const ProposeInterviewResult = createUnionType({
  name: 'ProposeInterviewResult',
  description: 'The meeting as it is proposed now, or why it is not.',
  types: () =>
    [InterviewType, InvalidInput, NotAllowed, IllegalApplicationMove, InterviewNotWaiting, CompanySuspended] as const,
  resolveType: refusalOr(InterviewType),
});

const AnswerInterviewResult = createUnionType({
  name: 'AnswerInterviewResult',
  description: 'The meeting as it stands now, or why nothing was changed.',
  types: () => [InterviewType, InvalidInput, NotAllowed, InterviewNotWaiting, CompanySuspended] as const,
  resolveType: refusalOr(InterviewType),
});

const id = { type: () => ID, description: 'The meeting.' };
const words = {
  type: () => String,
  nullable: true,
  description: 'Words to the other side, at most 2,000 characters; plain text.',
};

@Resolver(() => InterviewType)
export class InterviewsResolver implements OnModuleInit {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: InterviewsService,
    private readonly interviews: InterviewsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly slotsOf: InterviewSlotsLoader,
    private readonly standings: Standings,
    private readonly letters: InterviewLetters,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Interview, type: 'Interview', find: (id, context) => this.visible(id, context) });
  }

  @Asks('interview.act')
  @Mutation(() => ProposeInterviewResult, {
    description:
      'Proposes times to meet. The first time it is owners and recruiters of the company who do, which moves the application ' +
      'to INTERVIEW; other times for the same meeting either side can propose until it is over. What was agreed on before ' +
      'does not hold any more then, and calendars are told. RATE_LIMITED beyond 60 an hour.',
  })
  async proposeInterview(
    @Args('applicationId', { type: () => ID, description: 'The application.' }) applicationId: string,
    @Args('input', { description: 'Times and circumstances.' }) input: InterviewProposalInput,
    @Context() context: RequestContext,
  ): Promise<Interview | Refusal> {
    return this.service.propose(await this.viewers.required(context), applicationId, input);
  }

  @Asks('interview.act')
  @Mutation(() => AnswerInterviewResult, {
    description:
      'Agrees to one of the times proposed by the other side; both get the entry for their calendars by e-mail.',
  })
  async acceptInterview(
    @Args('slotId', { type: () => ID, description: 'The time that suits.' }) slotId: string,
    @Context() context: RequestContext,
  ): Promise<Interview | Refusal> {
    return this.service.accept(await this.viewers.required(context), slotId);
  }

  @Asks('interview.act')
  @Mutation(() => AnswerInterviewResult, {
    description: 'Says that none of the times proposed by the other side suits; either side can propose others.',
  })
  async declineInterview(
    @Args('id', id) interviewId: string,
    @Args('words', words) said: string | null,
    @Context() context: RequestContext,
  ): Promise<Interview | Refusal> {
    return this.service.decline(await this.viewers.required(context), interviewId, said);
  }

  @Asks('interview.act')
  @Mutation(() => AnswerInterviewResult, {
    description:
      'Calls a meeting off, by either side until it is over; calendars are told. The application stays where it is.',
  })
  async cancelInterview(
    @Args('id', id) interviewId: string,
    @Args('words', words) said: string | null,
    @Context() context: RequestContext,
  ): Promise<Interview | Refusal> {
    return this.service.cancel(await this.viewers.required(context), interviewId, said);
  }

  @ResolveField(() => [InterviewSlotType], { description: 'The times proposed, earliest first; at most five.' })
  slots(@Parent() interview: Interview, @Context() context: RequestContext): Promise<InterviewSlot[]> {
    return this.slotsOf.load(context, interview.id);
  }

  @ResolveField(() => ApplicationType, { description: 'The application it is about.' })
  async application(@Parent() { applicationId }: Interview): Promise<Application> {
    return (await this.applications.byId(applicationId))!;
  }

  @Asks('interview.read')
  @ResolveField(() => String, {
    nullable: true,
    description:
      'The clocks of the workplace by which letters tell the times, as IANA names them: Europe/Paris, Indian/Reunion.',
  })
  async timeZone(@Parent() { applicationId }: Interview, @Context() context: RequestContext): Promise<string | null> {
    const standing = await this.standings.forReading('interview.read', applicationId, context);
    return standing && zoneOf(standing.communeCode).id;
  }

  @Asks('interview.read')
  @ResolveField(() => String, {
    nullable: true,
    description:
      'The entry for a calendar (iCalendar, text/calendar), to be saved as a file; its cancellation once it was called off. ' +
      'Null while no time was agreed on. No address of a person is in it.',
  })
  async ics(@Parent() interview: Interview, @Context() context: RequestContext): Promise<string | null> {
    const standing = await this.standings.forReading('interview.read', interview.applicationId, context);
    return standing && this.letters.ics(interview, standing, context.language);
  }

  private async visible(interviewId: string, context: RequestContext): Promise<Interview | null> {
    const interview = await this.interviews.byId(interviewId);
    return interview && (await this.standings.forReading('interview.read', interview.applicationId, context))
      ? interview
      : null;
  }
}

@Resolver(() => ApplicationType)
export class ApplicationInterviewsResolver {
  constructor(
    private readonly loader: InterviewsLoader,
    private readonly standings: Standings,
  ) {}

  @Asks('interview.read')
  @ResolveField(() => [InterviewType], {
    description:
      'Meetings about the application, the first proposed first; as a rule one or two. FORBIDDEN to all but the candidate, ' +
      'members of the company and administrators.',
  })
  async interviews(@Parent() application: Application, @Context() context: RequestContext): Promise<Interview[]> {
    if (!(await this.standings.forReading('interview.read', application.id, context))) throw forbidden();
    return this.loader.load(context, application.id);
  }
}
