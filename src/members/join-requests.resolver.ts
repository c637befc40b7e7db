import { Args, Context, createUnionType, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Asks } from '../permissions/act.decorator.js';
import type { CompanyRole } from '../permissions/company-role.js';
import type { JoinRequest } from './join-request.entity.js';
import { JoinRequestsService } from './join-requests.service.js';
import { JoinRequestType } from './member.type.js';
import { AlreadyMember, CompanyNotRegistered } from './member-refusals.js';
import { MemberRole } from './member-role.js';
import { AskersLoader } from './askers.loader.js';

const AskToJoinResult = createUnionType({
  name: 'AskToJoinResult',
  description: 'The request, of which the owners are told, or why nobody was asked.',
  types: () => [JoinRequestType, InvalidInput, NotAllowed, AlreadyMember, CompanyNotRegistered] as const,
  resolveType: refusalOr(JoinRequestType),
});

const AnswerJoinRequestResult = createUnionType({
  name: 'AnswerJoinRequestResult',
  description: 'The company, or why the request was not answered.',
  types: () => [CompanyType, NotAllowed] as const,
  resolveType: refusalOr(CompanyType),
});

const requestArg = { type: () => ID, description: 'The request.' };

@Resolver(() => JoinRequestType)
export class JoinRequestsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly service: JoinRequestsService,
    private readonly companies: CompaniesLoader,
    private readonly askers: AskersLoader,
  ) {}

  @Asks('company.askToJoin')
  @Mutation(() => AskToJoinResult, {
    description:
      'For an account of the role COMPANY_MEMBER whose company is registered already: asks its owners for access. Asking again ' +
      'while the request waits changes nothing; 5 may wait at a time, and a company that declined can be asked again after 30 days.',
  })
  async askToJoin(
    @Args('siret', { description: 'The 14 digits of the establishment; spaces are accepted.' }) siret: string,
    @Args('message', { description: 'Who one is, for the owners: 20 to 1,000 characters of plain text.' })
    message: string,
    @Context() context: RequestContext,
  ): Promise<JoinRequest | Refusal> {
    return this.service.ask(await this.viewers.required(context), siret, message);
  }

  @Asks('company.manageMembers')
  @Mutation(() => AnswerJoinRequestResult, { description: 'For owners: lets whoever asked into the company.' })
  async acceptJoinRequest(
    @Args('id', requestArg) id: string,
    @Args('role', { type: () => MemberRole, description: 'What they will be.' }) role: CompanyRole,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.accept(await this.viewers.required(context), id, role);
  }

  @Asks('company.manageMembers')
  @Mutation(() => AnswerJoinRequestResult, { description: 'For owners: says no to whoever asked; they are told.' })
  async declineJoinRequest(
    @Args('id', requestArg) id: string,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.decline(await this.viewers.required(context), id);
  }

  @ResolveField(() => CompanyType, { description: 'The company that is asked.' })
  company(@Parent() { companyId }: JoinRequest, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, companyId);
  }

  @ResolveField(() => String, { description: 'The address of whoever asks.' })
  email(@Parent() { accountId }: JoinRequest, @Context() context: RequestContext): Promise<string> {
    return this.askers.load(context, accountId);
  }
}
