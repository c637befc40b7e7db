import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import { checkPage, connectionFrom, decodeCursor, encodeCursor } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { type CompanyPlace, TerritoryCompaniesRepository } from './territory-companies.repository.js';
import { TerritoryCompaniesArgs, TerritoryCompanyConnection } from './territory-companies.type.js';

interface CompanyEdge {
  cursor: string;
  node: Company;
  openOfferCount: number;
}

@Resolver(() => TerritoryType)
export class TerritoryCompaniesResolver {
  constructor(
    private readonly repository: TerritoryCompaniesRepository,
    private readonly companiesById: CompaniesLoader,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => TerritoryCompanyConnection, {
    complexity: 50,
    description:
      'Companies that are established in the territory or have open offers there; those that are suspended are not listed. Verified ones first.',
  })
  async companies(
    @Parent() { id }: TerritoryFacts,
    @Args() page: TerritoryCompaniesArgs,
    @Context() context: RequestContext,
  ) {
    checkPage(page);
    const wanted = {
      communeCodes: this.gazetteer.communesOfTerritory(id).map(({ code }) => code),
      today: this.clock.today(),
      verifiedOnly: page.verifiedOnly ?? false,
      words: page.words ?? '',
      first: page.first,
      after: page.after ? placeOf(page.after) : null,
    };
    const { companies, total } = await this.repository.page(wanted);
    const edges = await Promise.all(
      companies.map(async (found): Promise<CompanyEdge> => {
        const node = await this.companiesById.load(context, found.id);
        return { cursor: encodeCursor(found.place), node, openOfferCount: found.openOfferCount };
      }),
    );
    const connection = connectionFrom(edges, page);
    return {
      ...connection,
      nodes: connection.edges.map(({ node }) => node),
      totalCount: total > 0 || !wanted.after ? total : await this.repository.total(wanted),
    };
  }
}

/** Throws BAD_USER_INPUT for a cursor of another list. */
function placeOf(cursor: string): CompanyPlace {
  const [unverified, offers, name, id] = decodeCursor(cursor);
  if (isSmall(unverified) && isSmall(offers) && isName(name) && typeof id === 'string' && isUuid(id)) {
    return [unverified, offers, name, id];
  }
  throw badInput('Ce curseur n’est pas de cette liste. (This cursor is not from this list.)');
}

/** Which the database can hold. */
const isName = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

const isSmall = (value: unknown): value is number => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
