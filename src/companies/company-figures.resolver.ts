import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { Asks } from '../permissions/act.decorator.js';
import { CompaniesRepository } from './companies.repository.js';
import type { CompanyFigures } from './company-figures.js';
import type { Company } from './company.entity.js';
import { CompanyType } from './company.type.js';

@ObjectType('CompanyFigures', {
  description: 'What the VTE asks of a company’s size and state, as the company says it; null where it did not.',
})
export class CompanyFiguresType implements CompanyFigures {
  @Field(() => Int, { nullable: true, description: 'Turnover of the last closed year, in whole euros.' })
  turnoverEuros!: number | null;

  @Field(() => Int, { nullable: true, description: 'Balance sheet total of the last closed year, in whole euros.' })
  balanceSheetEuros!: number | null;

  @Field(() => Int, { nullable: true, description: 'Staff of all establishments and of the group.' })
  groupHeadcount!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is run as a micro-entrepreneur.' })
  microEntrepreneur!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is in difficulty in the sense of the European rules on State aid.',
  })
  inDifficulty!: boolean | null;
}

@Resolver(() => CompanyType)
export class CompanyFiguresResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly companies: CompaniesRepository,
  ) {}

  @Asks('company.readFigures')
  @ResolveField(() => CompanyFiguresType, {
    nullable: true,
    description: 'For members of the company and administrators; null for everyone else.',
  })
  async figures(@Parent() company: Company, @Context() context: RequestContext): Promise<CompanyFigures | null> {
    const viewer = await this.viewers.of(context);
    return (await this.companies.may(viewer, 'company.readFigures', company.id)) ? company : null;
  }
}
