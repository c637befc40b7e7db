import type { OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Viewers } from '../accounts/viewers.js';
import { AdminDoor } from '../audit/admin-door.js';
import { Reads } from '../audit/reads.js';
import type { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, type MomentAfter, momentPage } from '../common/moment-page.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { Company } from '../companies/company.entity.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import {
  AccountConnection,
  AccountsArgs,
  AccountType,
  ModeratedCompaniesArgs,
  ModeratedCompanyConnection,
} from './account-list.type.js';
import { SuspensionsLoader } from './standing.resolver.js';
import type { Suspension } from './suspension.entity.js';
import { SuspensionType } from './suspension.type.js';

/** Whom administrators can act upon: accounts and companies, found by a part of what they are called. */
@Resolver(() => AccountType)
export class AccountListResolver implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly door: AdminDoor,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
    private readonly suspensions: SuspensionsLoader,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Account, type: 'Account', find: (id, context) => this.visible(id, context) });
  }

  @Asks('account.list')
  @Query(() => AccountConnection, {
    description:
      'All accounts, the latest first, for administrators; whose address was shown is noted. FORBIDDEN to others.',
  })
  async accounts(@Args() args: AccountsArgs, @Context() context: RequestContext) {
    await this.door.enter(context, 'account.list', 'Account');
    const after = momentAfter(args);
    const found = this.db.manager.createQueryBuilder(Account, 'o');
    if (args.matching) found.andWhere('position(lower(:part) IN o.email) > 0', { part: args.matching });
    if (args.role) found.andWhere('o.role = :role', { role: args.role });
    const page = momentPage(await latest(found, args, args.suspended, after), args, ({ createdAt }) => createdAt);
    for (const { id } of page.nodes) await this.noteRead(id, context);
    return page;
  }

  @Asks('company.suspend')
  @Query(() => ModeratedCompanyConnection, {
    description: 'All companies, the latest first, for administrators. FORBIDDEN to others.',
  })
  async moderatedCompanies(@Args() args: ModeratedCompaniesArgs, @Context() context: RequestContext) {
    await this.door.enter(context, 'company.suspend', 'Company');
    const after = momentAfter(args);
    const found = this.db.manager.createQueryBuilder(Company, 'o');
    if (args.matching) {
      found.andWhere(
        `(folded_name(:part) <> '' AND position(folded_name(:part) IN folded_name(o.name)) > 0
          OR :digits ~ '^[0-9]+$' AND starts_with(o.siret, :digits))`,
        {
          part: args.matching,
          digits: args.matching.replaceAll(/\s/gu, ''),
        },
      );
    }
    return momentPage(await latest(found, args, args.suspended, after), args, ({ createdAt }) => createdAt);
  }

  @ResolveField(() => SuspensionType, { nullable: true, description: 'That it is suspended; null when it is not.' })
  suspension(@Parent() { id }: Account, @Context() context: RequestContext): Promise<Suspension | null> {
    return this.suspensions.load(context, id);
  }

  private async visible(id: string, context: RequestContext): Promise<Account | null> {
    if (!isUuid(id) || !may(await this.viewers.of(context), 'account.list')) return null;
    const found = await this.db.manager.findOneBy(Account, { id });
    if (found) await this.noteRead(id, context);
    return found;
  }

  private noteRead(id: string, context: RequestContext): Promise<void> {
    return this.reads.note(context, 'account.list', 'Account', [id], { ownerId: id });
  }
}

/** One over the page; moments as cursors hold them, to the millisecond. */
function latest<Row extends Account | Company>(
  found: SelectQueryBuilder<Row>,
  { first }: PageArgs,
  suspended: boolean | null | undefined,
  after: MomentAfter | undefined,
): Promise<Row[]> {
  const at = `date_trunc('milliseconds', o.created_at)`;
  if (typeof suspended === 'boolean') found.andWhere(`o.suspended_at IS ${suspended ? 'NOT' : ''} NULL`);
  if (after) found.andWhere(`(${at}, o.id) < (:moment, :id)`, { moment: after[0], id: after[1] });
  return found
    .orderBy(at, 'DESC')
    .addOrderBy('o.id', 'DESC')
    .limit(first + 1)
    .getMany();
}
