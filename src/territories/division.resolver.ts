import { Args, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asks } from '../permissions/act.decorator.js';
import { DepartmentType, EpciType, RegionType } from './division.type.js';
import type { DepartmentFacts, EpciFacts, RegionFacts } from './facts.js';
import { Gazetteer } from './gazetteer.js';
import { TerritoryGeneration } from './generation.js';
import { currentGeneration, generationArgument } from './generation-argument.js';
import type { TerritoryFacts } from './territory-facts.js';
import { TerritoryType } from './territory.type.js';

@Resolver(() => RegionType)
export class RegionResolver {
  constructor(private readonly gazetteer: Gazetteer) {}

  @Asks('reference.read')
  @Extensions({ mostItems: 18 })
  @Query(() => [RegionType], { description: 'The 18 regions of France in the order of their codes (INSEE).' })
  regions(): RegionFacts[] {
    return this.gazetteer.regions();
  }

  @Extensions({ mostItems: 13 })
  @ResolveField(() => [DepartmentType], { description: 'Its departments in the order of their codes.' })
  departments(@Parent() { code }: RegionFacts): DepartmentFacts[] {
    return this.gazetteer.departments().filter(({ regionCode }) => regionCode === code);
  }

  @Extensions({ mostItems: 30 })
  @ResolveField(() => [TerritoryType], {
    description: 'The Territoires d’industrie with a commune in it; one that crosses a border is in both regions.',
  })
  territories(
    @Parent() { code }: RegionFacts,
    @Args('generation', generationArgument) generation: TerritoryGeneration | null,
  ): TerritoryFacts[] {
    return this.gazetteer.territoriesOfGeneration(generation ?? currentGeneration, code);
  }
}

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  constructor(private readonly gazetteer: Gazetteer) {}

  @Asks('reference.read')
  @Extensions({ mostItems: 101 })
  @Query(() => [DepartmentType], { description: 'The departments of France in the order of their codes (INSEE).' })
  departments(
    @Args('regionCode', {
      type: () => String,
      nullable: true,
      description: 'Only those of this region, by its INSEE code.',
    })
    region?: string | null,
  ): DepartmentFacts[] {
    return this.gazetteer.departments().filter(({ regionCode }) => region == null || regionCode === region);
  }

  @ResolveField(() => RegionType, { description: 'The region it lies in.' })
  region(@Parent() department: DepartmentFacts): RegionFacts {
    return this.gazetteer.region(department.regionCode)!;
  }

  @Extensions({ mostItems: 10 })
  @ResolveField(() => [TerritoryType], {
    description: 'The Territoires d’industrie with a commune in it; one that crosses a border is in both departments.',
  })
  territories(
    @Parent() { code }: DepartmentFacts,
    @Args('generation', generationArgument) generation: TerritoryGeneration | null,
  ): TerritoryFacts[] {
    return this.gazetteer
      .territoriesOfGeneration(generation ?? currentGeneration)
      .filter(({ departmentCodes }) => departmentCodes.includes(code));
  }
}

@Resolver(() => EpciType)
export class EpciResolver {
  constructor(private readonly gazetteer: Gazetteer) {}

  @Extensions({ mostItems: 5 })
  @ResolveField(() => [TerritoryType], {
    description:
      'The Territoires d’industrie that one of its communes lies in: not all of them need to, so look a workplace up by its commune.',
  })
  territories(
    @Parent() { siren }: EpciFacts,
    @Args('generation', generationArgument) asked: TerritoryGeneration | null,
  ): TerritoryFacts[] {
    const found = this.gazetteer.communesOfEpci(siren).flatMap(({ code }) => this.gazetteer.everyTerritoryOf(code));
    return [...new Set(found)]
      .filter(({ generation, retired }) => generation === (asked ?? currentGeneration) && !retired)
      .sort((one, other) => (one.code < other.code ? -1 : 1));
  }
}
