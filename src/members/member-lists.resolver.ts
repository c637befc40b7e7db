import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Viewers } from '../accounts/viewers.js';
import { Reads } from '../audit/reads.js';
import { Clock } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { type MomentAfter, momentAfter, momentPage } from '../common/moment-page.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import { JoinRequest } from './join-request.entity.js';
import { MemberInvitation } from './member-invitation.entity.js';
import { CompanyMemberConnection, JoinRequestConnection, MemberInvitationConnection } from './member.type.js';
import { MembersRepository } from './members.repository.js';

@Resolver(() => CompanyType)
export class MemberListsResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly companies: CompaniesRepository,
    private readonly repository: MembersRepository,
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  @Asks('company.readMembers')
  @ResolveField(() => CompanyMemberConnection, {
    description: 'Who acts for the company, in the order in which they joined. For its members; FORBIDDEN to others.',
  })
  async members(@Parent() { id }: Company, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.require('company.readMembers', id, context);
    return momentPage(await this.repository.ofCompany(id, page.first, after), page, ({ joinedAt }) => joinedAt);
  }

  @Asks('company.readMembers')
  @ResolveField(() => MemberInvitationConnection, {
    description: 'Letters whose links still work, latest first. For members of the company; FORBIDDEN to others.',
  })
  async memberInvitations(@Parent() { id }: Company, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.require('company.readMembers', id, context);
    const query = this.latest(MemberInvitation, 'invited_at', id, page.first, after);
    const now = this.clock.now();
    const rows = await query.andWhere('row.withdrawn_at IS NULL AND row.expires_at > :now', { now }).getMany();
    return momentPage(rows, page, ({ invitedAt }) => invitedAt);
  }

  @Asks('company.manageMembers')
  @ResolveField(() => JoinRequestConnection, {
    description: 'Who asks to be let in and was not answered yet, latest first. For owners; FORBIDDEN to others.',
  })
  async joinRequests(@Parent() { id }: Company, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.require('company.manageMembers', id, context);
    const query = this.latest(JoinRequest, 'asked_at', id, page.first, after);
    const rows = await query.andWhere('row.declined_at IS NULL').getMany();
    return momentPage(rows, page, ({ askedAt }) => askedAt);
  }

  private latest<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    moment: 'invited_at' | 'asked_at',
    companyId: string,
    first: number,
    after: MomentAfter | undefined,
  ) {
    const query = this.db.manager
      .createQueryBuilder(entity, 'row')
      .where('row.company_id = :companyId', { companyId })
      .orderBy(`row.${moment}`, 'DESC')
      .addOrderBy('row.id', 'DESC')
      .limit(first + 1);
    return after
      ? query.andWhere(`(row.${moment}, row.id) < (:at::timestamptz, :id::uuid)`, { at: after[0], id: after[1] })
      : query;
  }

  /** Throws UNAUTHENTICATED for strangers and FORBIDDEN for everyone else who may not; whom administrators look up is noted. */
  private async require(act: Act, companyId: string, context: RequestContext): Promise<void> {
    const viewer = await this.viewers.required(context);
    const facts = { companyRole: await this.companies.memberRole(viewer.id, companyId) };
    if (!may(viewer, act, facts)) throw forbidden();
    await this.reads.note(context, 'company.readMembers', 'Company', [companyId], facts);
  }
}
