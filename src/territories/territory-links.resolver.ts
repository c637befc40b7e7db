import { Args, Context, Extensions, Float, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, type Edge, PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { codePage } from './code-page.js';
import { EpciType } from './division.type.js';
import type { CommuneFacts, EpciFacts, TerritoryMemberFacts } from './facts.js';
import { Gazetteer } from './gazetteer.js';
import { changeWords } from './territory-change-words.js';
import type { Passage, TerritoryChange } from './territory-crosswalk.js';
import type { TerritoryFacts } from './territory-facts.js';
import {
  CommuneConnectionType,
  TerritoryChangeEnum,
  TerritoryMemberType,
  TerritoryNeighbourType,
  TerritoryPassageType,
} from './territory-links.type.js';
import { farthestNeighbourKm, type Neighbour } from './territory-neighbours.js';
import { TerritoryType } from './territory.type.js';

const mostNeighbours = 50;

/** What a territory is made of, what lies around it, and what was before it and came after. */
@Resolver(() => TerritoryType)
export class TerritoryLinksResolver {
  constructor(private readonly gazetteer: Gazetteer) {}

  @Extensions({ mostItems: 25 })
  @ResolveField(() => [TerritoryMemberType], {
    description: 'What it is made of: groups of communes as a rule, single communes sometimes (ANCT).',
  })
  members(@Parent() { members }: TerritoryFacts): readonly TerritoryMemberFacts[] {
    return members;
  }

  @ResolveField(() => CommuneConnectionType, {
    description: 'The communes of today that lie in it, in the order of their codes.',
  })
  communes(
    @Parent() { id }: TerritoryFacts,
    @Args() page: PageArgs,
  ): Connection<Edge<CommuneFacts>> & { nodes: CommuneFacts[] } {
    return codePage(this.gazetteer.communesOfTerritory(id), page);
  }

  @Extensions({ mostItems: 30 })
  @ResolveField(() => [EpciType], {
    description:
      'The EPCI of today that its communes belong to, in the order of their SIREN; it may hold some in part.',
  })
  epcis(@Parent() { id }: TerritoryFacts): EpciFacts[] {
    const sirens = new Set(this.gazetteer.communesOfTerritory(id).flatMap(({ epciSiren }) => epciSiren ?? []));
    return [...sirens].sort().flatMap((siren) => this.gazetteer.epci(siren) ?? []);
  }

  @ResolveField(() => TerritoryChangeEnum, {
    description: 'What became of it between the two generations: that of the passage with most inhabitants.',
  })
  change(@Parent() { id }: TerritoryFacts): TerritoryChange {
    return this.gazetteer.crosswalk(id)!.change;
  }

  @ResolveField(() => String, { description: '`change` in plain words, in the language of the request.' })
  changeLabel(@Parent() { id }: TerritoryFacts, @Context() { language }: RequestContext): string {
    return changeWords[this.gazetteer.crosswalk(id)!.change][language];
  }

  @Extensions({ mostItems: 10 })
  @ResolveField(() => [TerritoryPassageType], {
    description:
      'Those of the first generation that it shares inhabitants with, the one with most of them first. Empty for the first generation: nothing was before it.',
  })
  predecessors(@Parent() { id, generation }: TerritoryFacts): readonly Passage[] {
    return generation === 'LAUNCH_2018_2022' ? [] : this.gazetteer.crosswalk(id)!.passages;
  }

  @Extensions({ mostItems: 10 })
  @ResolveField(() => [TerritoryPassageType], {
    nullable: true,
    description:
      'Those of the second generation that it shares inhabitants with, the one with most of them first. Null for the second generation: what comes after it is not known.',
  })
  successors(@Parent() { id, generation }: TerritoryFacts): readonly Passage[] | null {
    return generation === 'LAUNCH_2018_2022' ? this.gazetteer.crosswalk(id)!.passages : null;
  }

  @ResolveField(() => [TerritoryNeighbourType], {
    description: 'The others of its generation around it, nearest first.',
  })
  neighbours(
    @Parent() { id }: TerritoryFacts,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 5,
      description: `How many at the most, from 0 to ${mostNeighbours}.`,
    })
    asked: number | null,
    @Args('withinKm', {
      type: () => Float,
      nullable: true,
      description: `Only those within so many kilometres, above 0 and at most ${farthestNeighbourKm}, which is what it is when left out.`,
    })
    km?: number | null,
  ): readonly Neighbour[] {
    const [first, withinKm] = [asked ?? 5, km ?? farthestNeighbourKm];
    if (first < 0 || first > mostNeighbours) {
      throw badInput(`first doit être entre 0 et ${mostNeighbours}. (first must be between 0 and ${mostNeighbours}.)`);
    }
    if (!(withinKm > 0 && withinKm <= farthestNeighbourKm)) {
      throw badInput(
        `withinKm doit être supérieur à 0 et d’au plus ${farthestNeighbourKm}. (withinKm must be above 0 and at most ${farthestNeighbourKm}.)`,
      );
    }
    return this.gazetteer.neighbours(id, { first, withinKm });
  }
}

@Resolver(() => TerritoryPassageType)
export class TerritoryPassageResolver {
  @ResolveField(() => String, { description: '`change` in plain words, in the language of the request.' })
  changeLabel(@Parent() { change }: Passage, @Context() { language }: RequestContext): string {
    return changeWords[change][language];
  }
}
