import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import { Asks } from '../permissions/act.decorator.js';
import { AdminDoor } from './admin-door.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditDetail, AuditEntryConnection, AuditEntryType, AuditLogArgs } from './audit-log.type.js';

@Resolver(() => AuditEntryType)
export class AuditLogResolver {
  constructor(
    @InjectRepository(AuditEntry) private readonly entries: Repository<AuditEntry>,
    private readonly door: AdminDoor,
  ) {}

  @Asks('audit.read')
  @Query(() => AuditEntryConnection, {
    description:
      'Who did what, latest first, for administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others. All filters given ' +
      'must hold.',
  })
  async auditLog(@Args() args: AuditLogArgs, @Context() context: RequestContext) {
    const after = momentAfter(args);
    await this.door.enter(context, 'audit.read', 'AuditEntry');
    return momentPage(await this.page(args, after), args, ({ at }) => at);
  }

  @ResolveField(() => [AuditDetail], { description: 'What else is known of it; nothing that people wrote.' })
  details(@Parent() { details }: AuditEntry): AuditDetail[] {
    return Object.entries(details).map(([name, value]) => ({ name, value: String(value) }));
  }

  private page(args: AuditLogArgs, after: readonly [string, string] | undefined): Promise<AuditEntry[]> {
    const query = this.entries.createQueryBuilder('entry').orderBy('entry.at', 'DESC').addOrderBy('entry.id', 'DESC');
    const { actorId, ownerId } = args;
    // An id that cannot be an account’s is that of none.
    if ([actorId, ownerId].some((id) => id && !isUuid(id))) return Promise.resolve([]);
    if (actorId) query.andWhere('entry.actor_id = :actorId', { actorId });
    if (ownerId) query.andWhere('entry.owner_id = :ownerId', { ownerId });
    if (args.act) query.andWhere('entry.act = :act', { act: args.act });
    if (args.objectType) query.andWhere('entry.object_type = :objectType', { objectType: args.objectType });
    if (args.objectId) query.andWhere('entry.object_id = :objectId', { objectId: args.objectId });
    if (args.from) query.andWhere('entry.at >= :from', { from: args.from });
    if (args.until) query.andWhere('entry.at < :until', { until: args.until });
    if (after) query.andWhere('(entry.at, entry.id) < (:at, :id)', { at: after[0], id: after[1] });
    return query.take(args.first + 1).getMany();
  }
}
