import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { CivilDate } from '../common/scalars.js';
import { Asks } from '../permissions/act.decorator.js';
import { Gazetteer } from './gazetteer.js';
import { unknownCommune } from './place-check.js';
import { type StandingOfCommune, standingOf, standingWords } from './territory-standing.js';
import { TerritoryOfCommuneType, TerritoryOfResult, UnknownCommune } from './territory-of.type.js';

@Resolver(() => TerritoryOfCommuneType)
export class TerritoryOfResolver {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @Asks('reference.read')
  @Query(() => TerritoryOfResult, {
    description:
      'The Territoires d’industrie of a commune on a day, by the list that counts for it. Refused for a code that no commune ever had.',
  })
  territoryOf(
    @Args('communeCode', {
      type: () => String,
      description: 'INSEE code, such as 01283; the code of a commune that merged since is understood.',
    })
    communeCode: string,
    @Args('on', { type: () => CivilDate, nullable: true, description: 'The day; today in France when left out.' })
    on?: string | null,
  ): StandingOfCommune | UnknownCommune {
    const code = communeCode.trim().toUpperCase();
    const commune = this.gazetteer.commune(code);
    if (!commune) return new UnknownCommune(unknownCommune(this.gazetteer, code));
    return standingOf(this.gazetteer, commune, on ?? this.clock.today());
  }

  @ResolveField(() => String, { description: '`standing` as a sentence, in the language of the request.' })
  message(@Parent() standing: StandingOfCommune, @Context() { language }: RequestContext): string {
    return standingWords(standing)[language];
  }
}
