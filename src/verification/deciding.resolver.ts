import { Args, Context, createUnionType, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Viewers } from '../accounts/viewers.js';
import { AdminDoor } from '../audit/admin-door.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { DecidingService } from './deciding.service.js';
import { domainOf, isPublicMailbox } from './domains.js';
import { type Queued, VerificationRepository } from './verification.repository.js';
import {
  CompanyDecidedMeanwhile,
  CompanyToVerifyConnection,
  CompanyToVerifyType,
  OwnerEmailDomainType,
} from './verification.type.js';
import { RefusalReason } from './verification-words.js';

const DecideCompanyResult = createUnionType({
  name: 'DecideCompanyResult',
  description: 'The company as it stands now, or why nothing was changed.',
  types: () => [CompanyType, InvalidInput, NotAllowed, CompanyDecidedMeanwhile] as const,
  resolveType: refusalOr(CompanyType),
});

const RequestCompanyVerificationResult = createUnionType({
  name: 'RequestCompanyVerificationResult',
  description: 'The company, which is looked at again, or why nothing was asked.',
  types: () => [CompanyType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(CompanyType),
});

const companyArg = { type: () => ID, description: 'The company.' };
const seenArg = {
  type: () => Date,
  nullable: true,
  description:
    'CompanyVerification.since as it was when the administrator looked: if the company was decided upon meanwhile nothing is changed.',
};
const optionalText = (description: string) => ({ type: () => String, nullable: true, description });

@Resolver(() => CompanyToVerifyType)
export class DecidingResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly door: AdminDoor,
    private readonly service: DecidingService,
    private readonly repository: VerificationRepository,
    private readonly companies: CompaniesLoader,
  ) {}

  @Asks('company.verify')
  @Query(() => CompanyToVerifyConnection, {
    description:
      'Companies that nothing verified by itself, and verified ones of which something changed since; who waits longest first. For administrators; FORBIDDEN to others.',
  })
  async companiesToVerify(@Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.door.enter(context, 'company.verify', 'Company');
    return momentPage(await this.repository.queue(page.first, after), page, ({ queuedAt }) => queuedAt);
  }

  @Asks('company.verify')
  @Mutation(() => DecideCompanyResult, {
    description:
      'For administrators: the company is the one it says it is; its offers become public at once and its members are told. Of a verified one it settles what was doubted since.',
  })
  async verifyCompany(
    @Args('id', companyArg) id: string,
    @Args('note', optionalText('Why, for the audit log only: at most 1,000 characters.')) words: string | null,
    @Args('seen', seenArg) seen: Date | null,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.verify(await this.viewers.required(context), id, { words, seen });
  }

  @Asks('company.verify')
  @Mutation(() => DecideCompanyResult, {
    description: 'For administrators: the offers of the company are not public, and its members are told why.',
  })
  async refuseCompany(
    @Args('id', companyArg) id: string,
    @Args('reason', { type: () => RefusalReason, description: 'Why.' }) reason: RefusalReason,
    @Args('words', optionalText('Said to the members, at most 1,000 characters; required for OTHER.'))
    words: string | null,
    @Args('seen', seenArg) seen: Date | null,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.refuse(await this.viewers.required(context), id, reason, { words, seen });
  }

  @Asks('company.manage')
  @Mutation(() => RequestCompanyVerificationResult, {
    description:
      'For owners and recruiters: asks for a company that was refused to be verified again, and for one that waits to be checked once more. Administrators read the words in CompanyVerification.history, ten times at most while the company waits. Nothing changes for a verified one.',
  })
  async requestCompanyVerification(
    @Args('id', companyArg) id: string,
    @Args('words', optionalText('What has changed, for the administrators: at most 1,000 characters.'))
    words: string | null,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.service.askAgain(await this.viewers.required(context), id, words);
  }

  @ResolveField(() => CompanyType, { description: 'The company; Company.verification says why it waits.' })
  company(@Parent() { id }: Queued, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, id);
  }

  @ResolveField(() => [OwnerEmailDomainType], {
    description: 'Where its owners have their e-mail addresses, to compare with its website.',
  })
  async ownerEmailDomains(@Parent() { id }: Queued): Promise<OwnerEmailDomainType[]> {
    const owners = await this.repository.owners(this.db.manager, id);
    return owners.map(({ email, confirmed }) => ({
      domain: domainOf(email) ?? '',
      confirmed,
      openToAll: isPublicMailbox(email),
    }));
  }
}
