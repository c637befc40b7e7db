import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { Asks } from '../permissions/act.decorator.js';
import { DepartmentType, RegionType } from '../territories/division.type.js';
import type { DepartmentFacts, RegionFacts } from '../territories/facts.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { PeriodArgs } from './period.args.js';
import { StatisticsReader } from './statistics-reader.js';
import { StatisticsScopeInput } from './statistics-scope.js';
import { StatisticsType } from './statistics.type.js';

const described = { description: 'Figures of the place, the same as Query.statistics gives.', complexity: 10 };

const onlyTrue =
  '`nation` ne peut valoir que `true` : pour un autre lieu, donnez son code. (`nation` can only be true: for another place give its code.)';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly reader: StatisticsReader) {}

  @Asks('statistics.read')
  @Query(() => StatisticsType, {
    complexity: 10,
    description:
      'Figures of a territory, region, department or of France. BAD_USER_INPUT for a place that does not exist, for ' +
      '`nation: false` and for a period that ends before it begins.',
  })
  async statistics(
    @Args('scope', { type: () => StatisticsScopeInput, description: 'The place.' }) scope: StatisticsScopeInput,
    @Args() period: PeriodArgs,
    @Context() context: RequestContext,
  ) {
    if (scope.nation === false) throw badInput(onlyTrue);
    const shown = await this.reader.of(context, scope, period);
    return shown ?? Promise.reject(badInput('Aucun lieu n’a ce code. (No place has this code.)'));
  }
}

@Resolver(() => TerritoryType)
export class TerritoryStatisticsResolver {
  constructor(private readonly reader: StatisticsReader) {}

  @ResolveField(() => StatisticsType, described)
  statistics(@Parent() { id }: TerritoryFacts, @Args() period: PeriodArgs, @Context() context: RequestContext) {
    return this.reader.of(context, { territoryId: id }, period);
  }
}

@Resolver(() => RegionType)
export class RegionStatisticsResolver {
  constructor(private readonly reader: StatisticsReader) {}

  @ResolveField(() => StatisticsType, described)
  statistics(@Parent() { code }: RegionFacts, @Args() period: PeriodArgs, @Context() context: RequestContext) {
    return this.reader.of(context, { regionCode: code }, period);
  }
}

@Resolver(() => DepartmentType)
export class DepartmentStatisticsResolver {
  constructor(private readonly reader: StatisticsReader) {}

  @ResolveField(() => StatisticsType, described)
  statistics(@Parent() { code }: DepartmentFacts, @Args() period: PeriodArgs, @Context() context: RequestContext) {
    return this.reader.of(context, { departmentCode: code }, period);
  }
}
