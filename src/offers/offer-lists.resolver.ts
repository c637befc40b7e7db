import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { TerritoryType } from '../territories/territory.type.js';
import { OfferAccess } from './offer-access.js';
import { asked } from './offer-filter.js';
import { OfferStatus } from './offer-status.js';
import { OfferConnection } from './offer.type.js';
import { OffersRepository } from './offers.repository.js';

@ArgsType()
class CompanyOffersArgs extends PageArgs {
  @Field(() => [OfferStatus], { nullable: true, description: 'Only offers in these states; all when left out.' })
  statuses?: OfferStatus[] | null;
}

/** Lists of offers by company and territory: plain SQL, so that they work while the search engine is away. */
@Resolver(() => CompanyType)
export class CompanyOffersResolver {
  constructor(
    private readonly repository: OffersRepository,
    private readonly access: OfferAccess,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => OfferConnection, { complexity: 5, description: 'Open offers of the company, newest first.' })
  async openOffers(@Parent() company: Company, @Args() page: PageArgs) {
    const after = momentAfter(page);
    const rows = await this.repository.newestOpen({ companyId: company.id }, this.clock.today(), page.first, after);
    return momentPage(rows, page, (offer) => offer.publishedAt!);
  }

  @Asks('offer.readWithin')
  @ResolveField(() => OfferConnection, {
    description: 'Offers of the company in any state, newest first, for its members. FORBIDDEN to others.',
  })
  async offers(@Parent() company: Company, @Args() page: CompanyOffersArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.require('offer.readWithin', { companyId: company.id }, context);
    const rows = await this.repository.allOfCompany(company.id, asked(page.statuses), page.first, after);
    return momentPage(rows, page, (offer) => offer.createdAt);
  }
}

@Resolver(() => TerritoryType)
export class TerritoryOffersResolver {
  constructor(
    private readonly repository: OffersRepository,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => OfferConnection, {
    // The newest of many communes are looked for: far dearer than the rows that come out.
    complexity: 50,
    description: 'Open offers with a workplace in the territory, newest first.',
  })
  async openOffers(@Parent() territory: { id: string }, @Args() page: PageArgs) {
    const after = momentAfter(page);
    const communeCodes = this.gazetteer.communesOfTerritory(territory.id).map(({ code }) => code);
    const rows = await this.repository.newestOpen({ communeCodes }, this.clock.today(), page.first, after);
    return momentPage(rows, page, (offer) => offer.publishedAt!);
  }
}
