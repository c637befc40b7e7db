import { type OnModuleInit } from '@nestjs/common';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { NodeFinders } from '../common/node.js';
import { Asks } from '../permissions/act.decorator.js';
import { SkillCompletion } from './completion.js';
import { Skill } from './skill.entity.js';
import { SkillType } from './skill.type.js';
import { SkillsLoader } from './skills.loader.js';

export const longestCompletion = 50;

/** How many to answer, 10 when null was sent; throws BAD_USER_INPUT for a number that no list answers. */
export function completionSize(asked: number | null): number {
  const first = asked ?? 10;
  if (first < 0 || first > longestCompletion) {
    throw badInput(
      `first doit être entre 0 et ${longestCompletion}. (first must be between 0 and ${longestCompletion}.)`,
    );
  }
  return first;
}

@Resolver(() => SkillType)
export class SkillsResolver implements OnModuleInit {
  constructor(
    private readonly completion: SkillCompletion,
    private readonly loader: SkillsLoader,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      row: Skill,
      type: 'Skill',
      find: async (id, context) => {
        const code = /^skill:(.+)$/.exec(id)?.[1];
        if (!code) return null;
        const skill = await this.loader.load(context, code);
        return skill.known ? skill : null;
      },
    });
  }

  @Asks('reference.read')
  @Query(() => [SkillType], {
    description:
      'Completes the name of a skill as one types: by label in French or English, synonym or acronym; accents and ' +
      'hyphens optional, words in any order, small typing errors forgiven. Best first.',
  })
  skills(
    @Args('matching', { type: () => String, description: 'What was typed so far.' }) matching: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 10,
      description: 'How many at the most, up to 50.',
    })
    first: number | null,
  ): Promise<Skill[]> {
    return this.completion.skills(matching, completionSize(first));
  }

  @ResolveField(() => String, {
    description: 'Its name in the language of the request; in French where no English name is known.',
  })
  label(@Parent() skill: Skill, @Context() { language }: RequestContext): string {
    return (language === 'en' ? skill.labelEn : null) ?? skill.labelFr;
  }
}
