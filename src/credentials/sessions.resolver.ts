import { Args, Context, Field, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import { Accounts } from '../accounts/accounts.service.js';
import { deviceText } from '../accounts/client.js';
import { SessionList } from '../accounts/session-list.js';
import type { Session } from '../accounts/session.entity.js';
import { Sessions } from '../accounts/sessions.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { connectionTypes, PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import { Asks } from '../permissions/act.decorator.js';

@ObjectType('OpenSession', { description: 'A client that is signed in as the viewer.' })
export class OpenSessionType {
  @Field(() => ID, { description: 'For endSession; not an id of Query.node.' })
  id!: string;

  @Field(() => String, {
    description:
      'What it is, as far as it told when it signed in, in the language of the request: “Firefox sur Windows”.',
  })
  device!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The network it signed in from, without the part that tells households apart: “192.0.2.0/24”.',
  })
  network!: string | null;

  @Field(() => Date, { description: 'When it signed in.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it was last used, to the hour.' })
  lastUsedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;
}

const { ConnectionType } = connectionTypes('OpenSession', () => OpenSessionType);

/** Where the viewer is signed in, and how to end it. */
@Resolver(() => ViewerType)
export class SessionsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly list: SessionList,
  ) {}

  @Asks('account.act')
  @ResolveField('sessions', () => ConnectionType, {
    description: 'Where the account is signed in, the latest first.',
  })
  async open(@Parent() { id }: Viewer, @Args() page: PageArgs, @Context() context: RequestContext) {
    const rows = await this.list.of(id, momentAfter(page), page.first + 1);
    const current = await this.sessions.current(context);
    const shown = rows.map((row) => shownSession(row, current, context));
    return momentPage(shown, page, ({ createdAt }) => createdAt);
  }

  @Asks('session.end')
  @Mutation(() => Boolean, {
    description: 'Ends the session of this client; its token no longer works. False when it had none.',
  })
  async signOut(@Context() context: RequestContext): Promise<boolean> {
    this.accounts.leave(context);
    return context.token !== null && (await this.sessions.end(context.token));
  }

  @Asks('account.act')
  @Mutation(() => Int, { description: 'Ends all sessions of the viewer, and tells how many there were.' })
  async signOutEverywhere(
    @Args('keepThisOne', {
      type: () => Boolean,
      nullable: true,
      description: 'True leaves the session of this client; it is ended too otherwise.',
    })
    keepThisOne: boolean | null | undefined,
    @Context() context: RequestContext,
  ): Promise<number> {
    const { id } = await this.viewers.required(context);
    const ended = await this.list.endAll(id, { except: keepThisOne ? context.token : null });
    if (!keepThisOne) this.accounts.leave(context);
    return ended;
  }

  @Asks('account.act')
  @Mutation(() => Boolean, {
    description: 'Ends one session of the viewer. False when the viewer has none with this id.',
  })
  async endSession(
    @Args('id', { type: () => ID, description: 'The id of an OpenSession.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    const viewer = await this.viewers.required(context);
    const current = await this.sessions.current(context);
    if (current?.id === id) this.accounts.leave(context);
    return isUuid(id) && (await this.list.end(viewer.id, id));
  }
}

const shownSession = (row: Session, current: Session | null, { language }: RequestContext): OpenSessionType => ({
  id: row.id,
  device: deviceText(row.agent)[language],
  network: row.network,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  current: row.id === current?.id,
});
