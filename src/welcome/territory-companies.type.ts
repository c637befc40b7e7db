import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs, PageInfo } from '../common/connection.js';
import { CompanyType } from '../companies/company.type.js';

@ArgsType()
export class TerritoryCompaniesArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those found to be the company they say they are.',
  })
  verifiedOnly?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name has these words in it; accents and case do not matter.',
  })
  words?: string | null;
}

@ObjectType('TerritoryCompanyEdge', { description: 'A company of a territory, with its place in the list.' })
export class TerritoryCompanyEdge {
  @Field(() => String, { description: 'Its place in the list, opaque.' })
  cursor!: string;

  @Field(() => CompanyType, { description: 'The company.' })
  node!: CompanyType;

  @Field(() => Int, { description: 'How many of its offers with a workplace in the territory are open.' })
  openOfferCount!: number;
}

@ObjectType('TerritoryCompanyConnection', {
  description:
    'A page of the companies of a territory: verified ones first, then those with most open offers there, then by name.',
})
export class TerritoryCompanyConnection {
  @Field(() => [TerritoryCompanyEdge], { description: 'The companies of the page, each with its open offers.' })
  edges!: TerritoryCompanyEdge[];

  @Field(() => [CompanyType], { description: 'The companies of the page.' })
  nodes!: CompanyType[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are.' })
  totalCount!: number;
}
