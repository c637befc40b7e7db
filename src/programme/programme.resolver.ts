import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AidAnswer } from '../aids/aid-verdicts.js';
import { AidVerdictType } from '../aids/aid.type.js';
import { AidsService } from '../aids/aids.service.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { Asks } from '../permissions/act.decorator.js';
import type { CommuneFacts } from '../territories/facts.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { TerritoryGeneration } from '../territories/generation.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { ProgrammeBook } from './programme-book.js';
import { ProgrammeFigures } from './programme-figures.js';
import { ProgrammeType, ServiceType } from './programme.type.js';
import { type ShownService, shownProgramme } from './shown-programme.js';
import { TerritoryProgrammeType } from './territory-programme.type.js';

/** A territory's own part, before its aids are judged. */
interface ShownTerritoryProgramme extends Omit<TerritoryProgrammeType, 'aids' | 'aidsIn'> {
  aidsIn: CommuneFacts | null;
}

@Resolver(() => ServiceType)
export class ProgrammeResolver {
  constructor(
    private readonly book: ProgrammeBook,
    private readonly figures: ProgrammeFigures,
  ) {}

  @Asks('reference.read')
  @Query(() => ProgrammeType, {
    description:
      'The programme of the Territoires d’industrie: its challenges or priorities, the measures of which a source speaks, and what the platform does for each.',
  })
  programme(
    @Args('generation', {
      type: () => TerritoryGeneration,
      nullable: true,
      defaultValue: TerritoryGeneration.CURRENT_2023_2027,
      description: 'Which generation; the current one when left out.',
    })
    generation: TerritoryGeneration | null,
    @Context() { language }: RequestContext,
  ): ProgrammeType {
    const told = this.book.of(generation ?? TerritoryGeneration.CURRENT_2023_2027);
    return shownProgramme(this.book.current(), told, language, null);
  }

  @ResolveField(() => Int, {
    nullable: true,
    complexity: 50,
    description:
      'How many there are now, everywhere or in the territory, counted at most a minute ago: open offers, verified companies. Null where no number is told.',
  })
  async figure(@Parent() { shows, territory }: ShownService): Promise<number | null> {
    return shows && (await this.figures.of(territory?.id ?? null))[shows];
  }
}

@Resolver(() => TerritoryType)
export class TerritoryProgrammeResolver {
  constructor(
    private readonly book: ProgrammeBook,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => TerritoryProgrammeType, {
    complexity: 10,
    description: 'The programme of its own generation, with what there is of it in this territory.',
  })
  programme(@Parent() territory: TerritoryFacts, @Context() { language }: RequestContext): ShownTerritoryProgramme {
    const told = this.book.of(territory.generation);
    const communes = [...this.gazetteer.communesOfTerritory(territory.id)];
    const [largest] = communes.sort((one, other) => other.population - one.population);
    return {
      programme: shownProgramme(this.book.current(), told, language, territory),
      on: this.clock.today(),
      aidsIn: largest ?? null,
    };
  }
}

@Resolver(() => TerritoryProgrammeType)
export class ProgrammeAidsResolver {
  constructor(private readonly aidsService: AidsService) {}

  @ResolveField(() => [AidVerdictType], { complexity: 20 })
  aids(@Parent() { on, aidsIn }: ShownTerritoryProgramme): AidAnswer[] {
    if (!aidsIn) return [];
    return this.aidsService.forHire({ hiredOn: on, workplaceCommuneCode: aidsIn.code, contractType: 'CDI' });
  }
}
