import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { fold } from '../common/fold.js';
import { NodeFinders } from '../common/node.js';
import { Asks } from '../permissions/act.decorator.js';
import { DepartmentType, RegionType } from './division.type.js';
import type { DepartmentFacts, RegionFacts } from './facts.js';
import { Gazetteer } from './gazetteer.js';
import { TerritoryGeneration } from './generation.js';
import { currentGeneration, generationArgument } from './generation-argument.js';
import { TerritoryFacts } from './territory-facts.js';
import { TerritoryType } from './territory.type.js';

const longestWords = 200;

@Resolver(() => TerritoryType)
export class TerritoryResolver implements OnModuleInit {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    const find = (id: string): Promise<TerritoryFacts | null> => Promise.resolve(this.gazetteer.territory(id) ?? null);
    this.nodes.register({ row: TerritoryFacts, type: 'Territory', find });
  }

  @Asks('reference.read')
  @Query(() => TerritoryType, {
    nullable: true,
    description: 'A Territoire d’industrie by its code in a generation; null when there is none.',
  })
  territory(
    @Args('code', { type: () => String, description: 'Its code in that generation, such as ti-8408.' }) code: string,
    @Args('generation', generationArgument) generation: TerritoryGeneration | null,
  ): TerritoryFacts | null {
    return this.gazetteer.territoryByCode(generation ?? currentGeneration, code.trim().toLowerCase()) ?? null;
  }

  @Asks('reference.read')
  @Extensions({ mostItems: 183 })
  @Query(() => [TerritoryType], {
    description:
      'The Territoires d’industrie of a generation in the order of their codes: 149 or 183 of them, in the lists that the platform is shipped with.',
  })
  territories(
    @Args('generation', generationArgument) generation: TerritoryGeneration | null,
    @Args('regionCode', {
      type: () => String,
      nullable: true,
      description: 'Only those with a commune in this region, by its INSEE code; some lie in two.',
    })
    regionCode?: string | null,
    @Args('departmentCode', {
      type: () => String,
      nullable: true,
      description: 'Only those with a commune in this department, by its INSEE code.',
    })
    departmentCode?: string | null,
    @Args('words', {
      type: () => String,
      nullable: true,
      description:
        'Only those in whose name, or the name of one of whose members, words begin with each of these; accents and capitals as one likes.',
    })
    words?: string | null,
  ): TerritoryFacts[] {
    const typed = fold((words ?? '').slice(0, longestWords))
      .split(' ')
      .filter(Boolean);
    return this.gazetteer
      .territoriesOfGeneration(generation ?? currentGeneration, regionCode ?? undefined)
      .filter((each) => departmentCode == null || each.departmentCodes.includes(departmentCode))
      .filter(({ foldedWords }) => typed.every((word) => foldedWords.some((known) => known.startsWith(word))));
  }

  @ResolveField(() => [RegionType], { description: 'The regions it lies in, the one with most of its communes first.' })
  regions(@Parent() { regionCodes }: TerritoryFacts): RegionFacts[] {
    return regionCodes.flatMap((code) => this.gazetteer.region(code) ?? []);
  }

  @ResolveField(() => [DepartmentType], {
    description: 'The departments it lies in, the one with most of its communes first.',
  })
  departments(@Parent() { departmentCodes }: TerritoryFacts): DepartmentFacts[] {
    return departmentCodes.flatMap((code) => this.gazetteer.department(code) ?? []);
  }
}
