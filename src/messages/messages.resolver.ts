import { Args, Context, createUnionType, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { Application } from '../applications/application.entity.js';
import { ApplicationType } from '../applications/application.type.js';
import { ApplicationsRepository } from '../applications/applications.repository.js';
import { Clock } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { closedBecause, otherSide } from './conversation-rules.js';
import type { Message } from './message.entity.js';
import { ConversationClosed, MessageConnection, MessageType } from './message.type.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { sideOf, Standings } from './standings.js';
import { UnreadMessages } from './unread-messages.loader.js';

const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'The message, or why it was not sent.',
  types: () => [MessageType, InvalidInput, NotAllowed, ConversationClosed] as const,
  resolveType: refusalOr(MessageType),
});

const ReadMessagesResult = createUnionType({
  name: 'ReadMessagesResult',
  description: 'The application with its conversation, or why nothing was marked.',
  types: () => [ApplicationType, NotAllowed] as const,
  resolveType: refusalOr(ApplicationType),
});

@Resolver(() => MessageType)
export class MessagesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: MessagesService,
    private readonly applications: ApplicationsRepository,
  ) {}

  @Asks('message.send')
  @Mutation(() => SendMessageResult, {
    description:
      'Writes to the other side of an application: the candidate, and owners and recruiters of the company, while it lives ' +
      'and for 30 days after its end. The other side is told by e-mail, to which it can answer; no address is disclosed. ' +
      'RATE_LIMITED beyond 60 messages an hour.',
  })
  async sendMessage(
    @Args('applicationId', { type: () => ID, description: 'The application.' }) applicationId: string,
    @Args('body', { description: 'Plain text, 1 to 5,000 characters.' }) body: string,
    @Args('signedAs', {
      type: () => String,
      nullable: true,
      description:
        'For the company: the name under which the author wants to be known, a first name for instance; at most 100 ' +
        'characters. The candidate reads only the name of the company when it is left out. Ignored for candidates.',
    })
    signedAs: string | null,
    @Context() context: RequestContext,
  ): Promise<Message | Refusal> {
    return this.service.send(await this.viewers.required(context), applicationId, { body, signedAs });
  }

  @Asks('message.send')
  @Mutation(() => ReadMessagesResult, {
    description:
      'Marks what the other side wrote as read, for the whole side; for the candidate, and owners and recruiters of the company.',
  })
  async readMessages(
    @Args('applicationId', { type: () => ID, description: 'The application.' }) applicationId: string,
    @Args('until', {
      type: () => ID,
      nullable: true,
      description: 'The last message that was shown; all of the conversation when left out.',
    })
    until: string | null,
    @Context() context: RequestContext,
  ): Promise<Application | Refusal> {
    return this.service.read(await this.viewers.required(context), applicationId, until ?? null);
  }

  @ResolveField(() => ApplicationType, { description: 'The application it is about.' })
  async application(@Parent() { applicationId }: Message): Promise<Application> {
    return (await this.applications.byId(applicationId))!;
  }
}

@Resolver(() => ApplicationType)
export class ApplicationMessagesResolver {
  constructor(
    private readonly repository: MessagesRepository,
    private readonly standings: Standings,
    private readonly unread: UnreadMessages,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Asks('message.read')
  @ResolveField(() => MessageConnection, {
    description:
      'What both sides wrote, latest first. For the candidate and members of the company; for administrators, noted in the ' +
      'audit log. FORBIDDEN to others.',
  })
  async messages(@Parent() { id }: Application, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    if (!(await this.standings.forReading('message.read', id, context))) throw forbidden();
    return momentPage(await this.repository.latest(id, page.first, after), page, ({ sentAt }) => sentAt);
  }

  @Asks('message.read')
  @ResolveField(() => Int, {
    description: 'How many messages of the other side wait to be read by the caller’s side; 0 for administrators.',
  })
  async unreadMessages(@Parent() { id }: Application, @Context() context: RequestContext): Promise<number> {
    const viewer = await this.viewers.of(context);
    const standing = await this.standings.forReading('message.read', id, context);
    if (!viewer || !standing || (standing.ownerId !== viewer.id && !standing.companyRole)) return 0;
    return (await this.unread.load(context, id))[otherSide(sideOf(viewer, standing))];
  }

  @Asks('message.read')
  @ResolveField(() => Boolean, {
    description: 'Whether the caller’s side may still write; false for administrators and for readers of the company.',
  })
  async conversationOpen(@Parent() { id }: Application, @Context() context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    const standing = await this.standings.forReading('message.send', id, context);
    return viewer !== null && standing !== null
      ? closedBecause(standing, sideOf(viewer, standing), this.clock.now()) === null
      : false;
  }
}

@Resolver(() => ViewerType)
export class ViewerMessagesResolver {
  constructor(private readonly repository: MessagesRepository) {}

  @Asks('account.act')
  @ResolveField(() => Int, {
    description:
      'How many messages wait to be read in all conversations of the account and of the companies it acts for.',
  })
  unreadMessages(@Parent() viewer: Viewer): Promise<number> {
    return this.repository.unreadOf(viewer.id);
  }
}
