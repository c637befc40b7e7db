import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { Asks } from '../permissions/act.decorator.js';
import { SkillCompletion } from './completion.js';
import type { Occupation } from './occupation.entity.js';
import { OccupationType } from './occupation.type.js';
import { OccupationSkillsLoader } from './occupations.loader.js';
import type { Skill } from './skill.entity.js';
import { SkillType } from './skill.type.js';
import { completionSize } from './skills.resolver.js';

@Resolver(() => OccupationType)
export class OccupationsResolver {
  constructor(
    private readonly completion: SkillCompletion,
    private readonly skillsOf: OccupationSkillsLoader,
  ) {}

  @Asks('reference.read')
  @Query(() => [OccupationType], {
    description:
      'Completes the name of a trade as one types: by its label, by any job title that leads to it (masculine or ' +
      'feminine), or by its ROME code; accents and hyphens optional, words in any order. Best first.',
  })
  occupations(
    @Args('matching', { type: () => String, description: 'What was typed so far.' }) matching: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 10,
      description: 'How many at the most, up to 50.',
    })
    asked: number | null,
  ): Promise<Occupation[]> {
    return this.completion.occupations(matching, completionSize(asked));
  }

  @ResolveField(() => String, {
    description: 'Its name in the language of the request; in French where no English name is known.',
  })
  label(@Parent() occupation: Occupation, @Context() { language }: RequestContext): string {
    return (language === 'en' ? occupation.labelEn : null) ?? occupation.labelFr;
  }

  @ResolveField(() => [SkillType], {
    description: 'The skills it calls for, those at the core of the trade first. Empty for a code that is not known.',
  })
  async skills(
    @Parent() occupation: Occupation,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 50,
      description: 'How many at the most, up to 100.',
    })
    asked: number | null,
    @Context() context: RequestContext,
  ): Promise<Skill[]> {
    const first = asked ?? 50;
    if (first < 0 || first > 100) throw badInput('first doit être entre 0 et 100. (first must be between 0 and 100.)');
    return (await this.skillsOf.load(context, occupation.code)).slice(0, first);
  }
}
