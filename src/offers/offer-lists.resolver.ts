import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import { checkPage, connectionFrom, decodeCursor, encodeCursor, PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { TerritoryType } from '../territories/territory.type.js';
import type { Offer } from './offer.entity.js';
import { OfferAccess } from './offer-access.js';
import { OfferStatus } from './offer-status.js';
import { OfferConnection } from './offer.type.js';
import { type NewestAfter, OffersRepository } from './offers.repository.js';

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

  @ResolveField(() => OfferConnection, { description: 'Open offers of the company, newest first.' })
  async openOffers(@Parent() company: Company, @Args() page: PageArgs) {
    const after = placeAfter(page);
    const rows = await this.repository.newestOpen({ companyId: company.id }, this.clock.today(), page.first, after);
    return pageOf(rows, page, (offer) => offer.publishedAt!);
  }

  @ResolveField(() => OfferConnection, {
    description: 'Offers of the company in any state, newest first, for its members; empty for everyone else.',
  })
  async offers(@Parent() company: Company, @Args() page: CompanyOffersArgs, @Context() context: RequestContext) {
    const after = placeAfter(page);
    const rows = (await this.access.isOfMember({ companyId: company.id }, context))
      ? await this.repository.allOfCompany(company.id, page.statuses ?? null, page.first, after)
      : [];
    return pageOf(rows, page, (offer) => offer.createdAt);
  }
}

@Resolver(() => TerritoryType)
export class TerritoryOffersResolver {
  constructor(
    private readonly repository: OffersRepository,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => OfferConnection, { description: 'Open offers with a workplace in the territory, newest first.' })
  async openOffers(@Parent() territory: { id: string }, @Args() page: PageArgs) {
    const after = placeAfter(page);
    const communeCodes = this.gazetteer.communesOfTerritory(territory.id).map(({ code }) => code);
    const rows = await this.repository.newestOpen({ communeCodes }, this.clock.today(), page.first, after);
    return pageOf(rows, page, (offer) => offer.publishedAt!);
  }
}

function placeAfter(page: PageArgs): NewestAfter | undefined {
  checkPage(page);
  if (!page.after) return undefined;
  const [moment, id] = decodeCursor(page.after);
  if (typeof moment === 'string' && typeof id === 'string' && isUuid(id) && !Number.isNaN(Date.parse(moment))) {
    return [moment, id];
  }
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

function pageOf(rows: Offer[], page: PageArgs, moment: (offer: Offer) => Date) {
  const edges = rows.map((node) => ({ node, cursor: encodeCursor([moment(node).toISOString(), node.id]) }));
  const connection = connectionFrom(edges, page);
  return { ...connection, nodes: connection.edges.map(({ node }) => node) };
}
