import { Args, Context, createUnionType, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import type { Company } from '../companies/company.entity.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { CompanyType } from '../companies/company.type.js';
import { Asks } from '../permissions/act.decorator.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { InvitingMembersService } from './inviting-members.service.js';
import { JoiningService } from './joining.service.js';
import type { MemberInvitation } from './member-invitation.entity.js';
import { CompanyMemberType, MemberInvitationType } from './member.type.js';
import { AlreadyMember, LastOwner, MemberInvitationNotValid, TooManyMemberInvitations } from './member-refusals.js';
import { MemberRole } from './member-role.js';
import { MembersService } from './members.service.js';

const InviteMemberResult = createUnionType({
  name: 'InviteMemberResult',
  description: 'The invitation, or why nobody was written to.',
  types: () =>
    [
      MemberInvitationType,
      InvalidInput,
      NotAllowed,
      CompanySuspended,
      AlreadyMember,
      TooManyMemberInvitations,
    ] as const,
  resolveType: refusalOr(MemberInvitationType),
});

const WithdrawMemberInvitationResult = createUnionType({
  name: 'WithdrawMemberInvitationResult',
  description: 'The invitation, whose link works no longer, or why it was not withdrawn.',
  types: () => [MemberInvitationType, NotAllowed] as const,
  resolveType: refusalOr(MemberInvitationType),
});

const AcceptMemberInvitationResult = createUnionType({
  name: 'AcceptMemberInvitationResult',
  description: 'The company, of which the caller is now a member, or why not.',
  types: () => [CompanyType, NotAllowed, MemberInvitationNotValid] as const,
  resolveType: refusalOr(CompanyType),
});

const ChangeMemberRoleResult = createUnionType({
  name: 'ChangeMemberRoleResult',
  description: 'The member with the new role, or why it was not given.',
  types: () => [CompanyMemberType, NotAllowed, LastOwner] as const,
  resolveType: refusalOr(CompanyMemberType),
});

const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  description: 'The company without the member, or why they stay.',
  types: () => [CompanyType, NotAllowed, LastOwner] as const,
  resolveType: refusalOr(CompanyType),
});

const companyArg = { type: () => ID, description: 'The company.' };
const memberArg = { type: () => ID, description: 'The account of the member.' };

@Resolver()
export class MembersResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly inviting: InvitingMembersService,
    private readonly joining: JoiningService,
    private readonly service: MembersService,
  ) {}

  @Asks('company.manageMembers')
  @Mutation(() => InviteMemberResult, {
    description:
      'For owners: writes to an address with a link that lets its reader into the company, for 7 days. The answer is the same ' +
      'whether the address has an account or not. Inviting an address again within a day writes no second letter.',
  })
  async inviteMember(
    @Args('companyId', companyArg) companyId: string,
    @Args('email', { description: 'Whom to write to.' }) email: string,
    @Args('role', { type: () => MemberRole, description: 'What they will be.' }) role: CompanyRole,
    @Context() context: RequestContext,
  ): Promise<MemberInvitation | Refusal> {
    const by = await this.viewers.required(context);
    return this.inviting.invite(by, { companyId, email, role }, context.language);
  }

  @Asks('company.manageMembers')
  @Mutation(() => WithdrawMemberInvitationResult, {
    description: 'For owners: the link of the letter works no longer.',
  })
  async withdrawMemberInvitation(
    @Args('id', { type: () => ID, description: 'The invitation.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<MemberInvitation | Refusal> {
    return this.inviting.withdraw(await this.viewers.required(context), id);
  }

  @Asks('company.join')
  @Mutation(() => AcceptMemberInvitationResult, {
    description:
      'For an account of the role COMPANY_MEMBER with the invited address: what the link of the letter does.',
  })
  async acceptMemberInvitation(
    @Args('token', { description: 'From the link: what follows “jeton=”.' }) token: string,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.joining.accept(await this.viewers.required(context), token);
  }

  @Asks('company.manageMembers')
  @Mutation(() => ChangeMemberRoleResult, { description: 'For owners: gives a member another role; they are told.' })
  async changeMemberRole(
    @Args('companyId', companyArg) companyId: string,
    @Args('accountId', memberArg) accountId: string,
    @Args('role', { type: () => MemberRole, description: 'The new role.' }) role: CompanyRole,
    @Context() context: RequestContext,
  ): Promise<CompanyMemberType | Refusal> {
    return this.service.changeRole(await this.viewers.required(context), companyId, accountId, role);
  }

  @Asks('company.manageMembers')
  @Mutation(() => RemoveMemberResult, {
    description: 'For owners: takes a member’s access away at once; they are told.',
  })
  async removeMember(
    @Args('companyId', companyArg) companyId: string,
    @Args('accountId', memberArg) accountId: string,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.remove(await this.viewers.required(context), companyId, accountId);
  }

  @Asks('company.leave')
  @Mutation(() => RemoveMemberResult, {
    description: 'The caller stops acting for a company; its owners are told. The last owner cannot.',
  })
  async leaveCompany(
    @Args('companyId', companyArg) companyId: string,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.leave(await this.viewers.required(context), companyId);
  }
}
