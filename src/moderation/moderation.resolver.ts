import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { AdminDoor } from '../audit/admin-door.js';
import { Audit } from '../audit/audit.js';
import { BatchLoader } from '../common/batch-loader.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { Node, NodeFinders } from '../common/node.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { DecidingService } from './deciding.service.js';
import type { ModerationCase } from './moderation-case.entity.js';
import { CaseKind, Decision, ReportReason, SuspensionReason } from './moderation-words.js';
import { ModerationRepository, objectIdOf, type ShownReport } from './moderation.repository.js';
import {
  DecideCaseResult,
  ModerationCaseConnection,
  ModerationCaseType,
  ModerationReportType,
  ModerationState,
} from './moderation.type.js';
import { SuspensionType } from './suspension.type.js';

@ArgsType()
class QueueArgs extends PageArgs {
  @Field(() => CaseKind, { nullable: true, description: 'Cases about these only; all when left out.' })
  kind?: CaseKind | null;

  @Field(() => ReportReason, { nullable: true, description: 'Cases with a report for this reason; all when left out.' })
  reason?: ReportReason | null;

  @Field(() => ModerationState, {
    nullable: true,
    defaultValue: 'OPEN',
    description: 'Those that wait, or those decided.',
  })
  state?: ModerationState | null;
}

/** How many reports the cases of a page have, counted together. */
@Injectable()
export class ReportCounts extends BatchLoader<string, number> {
  constructor(private readonly cases: ModerationRepository) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<number[]> {
    const counts = await this.cases.reportCounts(ids);
    return ids.map((id) => counts.get(id) ?? 0);
  }
}

/** The reports of the cases of a page, read together. */
@Injectable()
export class ReportsLoader extends BatchLoader<string, ShownReport[]> {
  constructor(private readonly cases: ModerationRepository) {
    super();
  }

  protected batch(ids: readonly string[]): Promise<ShownReport[][]> {
    return this.cases.firstReports(ids);
  }
}

@Resolver(() => ModerationCaseType)
export class ModerationResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly door: AdminDoor,
    private readonly cases: ModerationRepository,
    private readonly deciding: DecidingService,
    private readonly counts: ReportCounts,
    private readonly reportsOf: ReportsLoader,
    private readonly nodes: NodeFinders,
    private readonly audit: Audit,
  ) {}

  @Asks('moderation.read')
  @Query(() => ModerationCaseConnection, {
    description: 'What was reported, one case for each object, the oldest first. For administrators.',
  })
  async moderationQueue(@Args() page: QueueArgs, @Context() context: RequestContext) {
    await this.door.enter(context, 'moderation.read', 'ModerationCase');
    const filter = { kind: page.kind ?? null, reason: page.reason ?? null, decided: page.state === 'DECIDED' };
    const after = momentAfter(page);
    return momentPage(await this.cases.oldest(filter, page.first, after), page, ({ openedAt }) => openedAt);
  }

  @Asks('moderation.read')
  @Query(() => ModerationCaseType, {
    nullable: true,
    description: 'A case by its id, or null. For administrators; that they read it is noted.',
  })
  async moderationCase(
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<ModerationCase | null> {
    const by = await this.door.enter(context, 'moderation.read', 'ModerationCase', id);
    const found = await this.cases.byId(id);
    if (found) {
      const noted = { actor: by, act: 'moderation.read', objectType: 'ModerationCase', objectId: found.id };
      await this.audit.note(this.db.manager, { ...noted, details: { kind: found.kind, object: objectIdOf(found) } });
    }
    return found;
  }

  @Asks('moderation.decide')
  @Mutation(() => DecideCaseResult, {
    description:
      'Decides a case, for administrators: those concerned are told why and how to answer, those who reported that it ' +
      'was looked at.',
  })
  async decideCase(
    @Args('id', { type: () => ID, description: 'The case.' }) id: string,
    @Args('decision', { type: () => Decision, description: 'What is to be done.' }) decision: Decision,
    @Args('reason', {
      type: () => SuspensionReason,
      nullable: true,
      description: 'Why; needed unless nothing is done.',
    })
    reason: SuspensionReason | null,
    @Args('words', {
      type: () => String,
      nullable: true,
      description: 'Words to those concerned, up to 2,000 characters of plain text; needed for OTHER.',
    })
    words: string | null,
    @Context() context: RequestContext,
  ): Promise<ModerationCase | Refusal> {
    const by = await this.door.enter(context, 'moderation.decide', 'ModerationCase', id);
    return this.deciding.decide(by, id, decision, reason ?? null, words ?? null);
  }

  @ResolveField(() => Int, { description: 'How many reports it holds.' })
  reportCount(@Parent() { id }: ModerationCase, @Context() context: RequestContext): Promise<number> {
    return this.counts.load(context, id);
  }

  @ResolveField(() => [ModerationReportType], { description: 'The first 100 reports, the oldest first.' })
  reports(@Parent() { id }: ModerationCase, @Context() context: RequestContext): Promise<ShownReport[]> {
    return this.reportsOf.load(context, id);
  }

  @ResolveField(() => Node, {
    nullable: true,
    description:
      'The object as it reads now: an Offer, a Company, an Invitation, a Message, an Account or a Territory.',
  })
  object(@Parent() found: ModerationCase, @Context() context: RequestContext): Promise<object | null> {
    return this.nodes.find(objectIdOf(found), context);
  }

  @ResolveField(() => [ModerationCaseType], { description: 'Other cases of the same object, the latest 100 first.' })
  otherCases(@Parent() found: ModerationCase): Promise<ModerationCase[]> {
    return this.cases.earlierOf(found);
  }

  @ResolveField(() => [SuspensionType], {
    description: 'When the object, or the company behind it, was suspended and why; the latest 100 first.',
  })
  suspensions(@Parent() found: ModerationCase) {
    return this.cases.suspensionsOf(found);
  }
}
