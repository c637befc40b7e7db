import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import { CivilDate } from '../common/scalars.js';
import { Asks } from '../permissions/act.decorator.js';
import { CommuneType } from './commune.type.js';
import { DepartmentType, EpciType } from './division.type.js';
import type { LatLon } from './distance.js';
import type { CommuneFacts, DepartmentFacts, EpciFacts } from './facts.js';
import { Gazetteer } from './gazetteer.js';
import { PointType } from './point.type.js';
import type { TerritoryFacts } from './territory-facts.js';
import { TerritoryType } from './territory.type.js';

const mostCommunes = 50;

@Resolver(() => CommuneType)
export class CommuneResolver {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @Asks('reference.read')
  @Query(() => CommuneType, {
    nullable: true,
    description:
      'A commune by its INSEE code; a former code gives the commune of today. Null when there is none in France.',
  })
  commune(
    @Args('code', { type: () => String, description: 'INSEE code, such as 01283.' }) code: string,
  ): CommuneFacts | null {
    return this.gazetteer.commune(code.trim().toUpperCase()) ?? null;
  }

  @Asks('reference.read')
  @Query(() => [CommuneType], {
    description:
      'For an input that completes as one types: by name (accents, hyphens, apostrophes and saint or st as one likes; former names too), by postal code or by INSEE code. Homonyms come by population.',
  })
  communes(
    @Args('startingWith', { type: () => String, description: 'What was typed so far.' }) startingWith: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 10,
      description: `How many at the most, from 0 to ${mostCommunes}.`,
    })
    asked: number | null,
  ): CommuneFacts[] {
    const first = asked ?? 10;
    if (first < 0 || first > mostCommunes) {
      throw badInput(`first doit être entre 0 et ${mostCommunes}. (first must be between 0 and ${mostCommunes}.)`);
    }
    return this.gazetteer.communesStartingWith(startingWith, first);
  }

  @ResolveField(() => DepartmentType, { description: 'The department it lies in.' })
  department(@Parent() commune: CommuneFacts): DepartmentFacts {
    return this.gazetteer.department(commune.departmentCode)!;
  }

  @ResolveField(() => EpciType, {
    nullable: true,
    description: 'The EPCI it belongs to; null for the four islands that belong to none.',
  })
  epci(@Parent() commune: CommuneFacts): EpciFacts | null {
    return commune.epciSiren === null ? null : (this.gazetteer.epci(commune.epciSiren) ?? null);
  }

  @ResolveField(() => PointType, { description: 'Its centre: distances are measured from there.' })
  centre(@Parent() { latitude, longitude }: CommuneFacts): LatLon {
    return { latitude, longitude };
  }

  @ResolveField(() => [TerritoryType], {
    description: 'The Territoires d’industrie it belongs to on that day; today when left out.',
  })
  territories(
    @Parent() { code }: CommuneFacts,
    @Args('on', {
      type: () => CivilDate,
      nullable: true,
      description: 'The day, YYYY-MM-DD; today in France when left out.',
    })
    on?: string | null,
  ): TerritoryFacts[] {
    return this.gazetteer.territoriesOf(code, on ?? this.clock.today());
  }
}
