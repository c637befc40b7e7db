import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { NodeFinders } from '../common/node.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { CommuneType } from '../territories/commune.type.js';
import type { CommuneFacts } from '../territories/facts.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { CompaniesRepository } from './companies.repository.js';
import { CompaniesService } from './companies.service.js';
import { Company } from './company.entity.js';
import { CompanyChangesInput, RegisterCompanyInput } from './company.input.js';
import { CompanyType, RegisterCompanyResult, ReviseCompanyResult } from './company.type.js';
import { nafLabel } from './naf.js';

@Resolver(() => CompanyType)
export class CompaniesResolver implements OnModuleInit {
  constructor(
    private readonly viewers: Viewers,
    private readonly companies: CompaniesRepository,
    private readonly service: CompaniesService,
    private readonly gazetteer: Gazetteer,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Company, type: 'Company', find: (id) => this.companies.byId(id) });
  }

  @Asks('company.read')
  @Query(() => CompanyType, { nullable: true, description: 'A company by its id, or null.' })
  company(@Args('id', { type: () => ID, description: 'The company.' }) id: string): Promise<Company | null> {
    return this.companies.byId(id);
  }

  @Asks('company.register')
  @Mutation(() => RegisterCompanyResult, {
    description: 'Registers an establishment; the caller, an account of the role COMPANY_MEMBER, becomes its owner.',
  })
  async registerCompany(
    @Args('input', { description: 'The establishment.' }) input: RegisterCompanyInput,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.register(await this.viewers.required(context), input);
  }

  @Asks('company.manage')
  @Mutation(() => ReviseCompanyResult, {
    description:
      'Changes what a company says of itself, for its owners and recruiters; the search follows within seconds.',
  })
  async reviseCompany(
    @Args('id', { type: () => ID, description: 'The company.' }) id: string,
    @Args('changes', { description: 'What is to change.' }) changes: CompanyChangesInput,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.revise(await this.viewers.required(context), id, changes);
  }

  @ResolveField(() => CommuneType, { description: 'Where it stands.' })
  commune(@Parent() { communeCode }: Company): CommuneFacts {
    return this.gazetteer.commune(communeCode)!;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What the NAF code stands for, in French (INSEE); null without a code.',
  })
  nafLabel(@Parent() { nafCode }: Company): string | null {
    return nafCode === null ? null : nafLabel(nafCode);
  }
}

@Resolver(() => ViewerType)
export class ViewerCompaniesResolver {
  constructor(private readonly repository: CompaniesRepository) {}

  @Asks('account.act')
  @ResolveField(() => [CompanyType], { description: 'The companies the account acts for, in any role, by name.' })
  companies(@Parent() viewer: Viewer): Promise<Company[]> {
    return this.repository.ofAccount(viewer.id);
  }
}
