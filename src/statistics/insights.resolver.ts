import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { ManagedTerritories } from '../managers/managed-territories.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { mostSchools } from './count-schools.js';
import { figure } from './figure.type.js';
import { spansAt } from './insight-spans.js';
import { changeSentence, maskedChange } from './insight-words.js';
import { changes, InsightsRepository } from './insights.repository.js';
import {
  InsightChangeType,
  LabelsWaitingType,
  LateCompanyType,
  NeighbourFiguresType,
  SchoolCandidatesType,
  TerritoryInsightsType,
} from './insights.type.js';
import { said, type ShownStatistics, StatisticsReader, words } from './statistics-reader.js';
import { tensions } from './tensions.js';

const most = 20;
const neighboursCompared = 5;
const monthOfDays = 30 * 86_400_000;

interface Insights extends TerritoryInsightsType {
  territoryId: string;
  now: Date;
  schools: SchoolCandidatesType[];
}

@Resolver(() => TerritoryType)
export class InsightsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly managed: ManagedTerritories,
    private readonly reader: StatisticsReader,
    private readonly insightsOf: InsightsRepository,
    private readonly clock: Clock,
  ) {}

  @Asks('statistics.readDepth')
  @ResolveField(() => TerritoryInsightsType, {
    complexity: 30,
    description:
      'The territory in depth, as it is now, for its managers and for administrators: UNAUTHENTICATED to strangers, ' +
      'FORBIDDEN to others.',
  })
  async insights(@Parent() { id }: TerritoryFacts, @Context() context: RequestContext): Promise<Insights> {
    const viewer = await this.viewers.required(context);
    if (!(await this.managed.may(viewer, 'statistics.readDepth', [id]))) throw forbidden();
    const now = this.clock.now();
    const shown = (await this.reader.of(context, { territoryId: id }, {}))!;
    const { schools, others } = await this.insightsOf.schools(id);
    return {
      territoryId: id,
      now,
      schools,
      candidatesOfOtherSchools: said(figure(others), context.language),
      skillsShort: tensions(shown, shown.known.sheet.skills.asked, context.language)
        .filter(({ difference }) => difference === null || difference > 0)
        .slice(0, 10),
    };
  }
}

@Resolver(() => TerritoryInsightsType)
export class InsightListsResolver {
  constructor(
    private readonly insights: InsightsRepository,
    private readonly gazetteer: Gazetteer,
    private readonly reader: StatisticsReader,
    private readonly offers: OffersLoader,
    private readonly clock: Clock,
  ) {}

  @Extensions({ mostItems: changes.length })
  @ResolveField(() => [InsightChangeType], {
    description: 'What changed this month against the last one.',
    complexity: 10,
  })
  async changes(
    @Parent() { territoryId, now }: Insights,
    @Context() { language }: RequestContext,
  ): Promise<InsightChangeType[]> {
    const spans = spansAt(now);
    const happened = await this.insights.happened(territoryId, spans.current, spans.previous);
    return changes.map((what) => {
      const { current, previous } = maskedChange(what, happened[what]);
      const difference = current === null || previous === null ? null : current - previous;
      return {
        what,
        current,
        previous,
        difference,
        sentence: words(changeSentence(what, current, previous), language),
      };
    });
  }

  @Extensions({ mostItems: mostSchools })
  @ResolveField(() => [SchoolCandidatesType], {
    description:
      'Schools of the candidates who applied here in the last twelve months that are over, the most first, up to 20.',
  })
  schools(@Parent() { schools }: Insights): SchoolCandidatesType[] {
    return schools;
  }

  @Extensions({ mostItems: most })
  @ResolveField(() => [LateCompanyType], {
    description:
      'Companies that answer late or never for their offers here, those with most such applications first, up to 20.',
  })
  lateCompanies(@Parent() { territoryId, now }: Insights): Promise<LateCompanyType[]> {
    return this.insights.lateCompanies(territoryId, this.clock.today(), spansAt(now).lastYear.from, most);
  }

  @Extensions({ mostItems: most })
  @ResolveField(() => [OfferType], {
    description: 'Open offers published more than 30 days ago to which nobody applied, the oldest first, up to 20.',
  })
  async offersWithoutApplications(
    @Parent() { territoryId, now }: Insights,
    @Context() context: RequestContext,
  ): Promise<Offer[]> {
    const before = new Date(now.valueOf() - monthOfDays);
    const ids = await this.insights.withoutApplications(territoryId, this.clock.today(), before, most);
    return Promise.all(ids.map((id) => this.offers.load(context, id)));
  }

  @Extensions({ mostItems: 7 })
  @ResolveField(() => [LabelsWaitingType], { description: 'Labels on which somebody has to act, by where they stand.' })
  labelsWaiting(@Parent() { territoryId }: Insights): Promise<LabelsWaitingType[]> {
    return this.insights.waitingLabels(territoryId, this.clock.today());
  }

  @Extensions({ mostItems: neighboursCompared })
  @ResolveField(() => [NeighbourFiguresType], {
    description: 'The five nearest territories of the same generation, nearest first.',
  })
  async neighbours(
    @Parent() { territoryId }: Insights,
    @Context() context: RequestContext,
  ): Promise<NeighbourFiguresType[]> {
    const near = this.gazetteer.neighbours(territoryId, { first: neighboursCompared });
    const shown = await Promise.all(
      near.map(({ territory }) => this.reader.of(context, { territoryId: territory.id }, {})),
    );
    return near.map(({ territory, km }, index) => {
      const { openOffers, candidates, applications, answerRate }: ShownStatistics = shown[index]!;
      return { territoryId: territory.id, name: territory.name, km, openOffers, candidates, applications, answerRate };
    });
  }
}

@Resolver(() => LateCompanyType)
export class LateCompanyResolver {
  constructor(private readonly companies: CompaniesLoader) {}

  @ResolveField(() => CompanyType, { description: 'The company.' })
  company(@Parent() { companyId }: LateCompanyType, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, companyId);
  }
}
