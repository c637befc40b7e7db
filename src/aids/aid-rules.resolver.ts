import { Args, Context, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { CivilDate } from '../common/scalars.js';
import { Aid, aidLabels } from '../offers/aid-names.js';
import { Asks } from '../permissions/act.decorator.js';
import { AidRuleBook } from './aid-rule-book.js';
import { conditionSentence } from './aid-rule-words.js';
import { AidCombinationType, AidRuleAmountType, AidRuleType } from './aid-rule.type.js';
import type { AidAmount, AidCombination, AidRule } from './aid-rules.js';

/** A rule as it stands on a day. */
type ShownRule = AidRule & { inForce: boolean | null };

@Resolver(() => AidRuleType)
export class AidRulesResolver {
  constructor(
    private readonly book: AidRuleBook,
    private readonly clock: Clock,
  ) {}

  @Extensions({ mostItems: 5 })
  @Asks('reference.read')
  @Query(() => [AidRuleType], {
    description:
      'The rules of the aids in force on a day, and those of which nobody published whether they still are (inForce: null).',
  })
  aidRules(
    @Args('on', { type: () => CivilDate, nullable: true, description: 'The day; today when left out.' })
    on: string | null,
  ): ShownRule[] {
    const day = on ?? this.clock.today();
    return this.shown(day).filter(({ inForceFrom, inForce }) => inForceFrom <= day && inForce !== false);
  }

  @Extensions({ mostItems: 10 })
  @Asks('reference.read')
  @Query(() => [AidRuleType], {
    description: 'Every rule that an aid has had, in order of time; inForce tells of today.',
  })
  aidHistory(@Args('aid', { type: () => Aid, description: 'Which aid.' }) aid: Aid): ShownRule[] {
    return this.shown(this.clock.today()).filter((rule) => rule.aid === aid);
  }

  @Extensions({ mostItems: 10 })
  @Asks('reference.read')
  @Query(() => [AidCombinationType], {
    description: 'What is known of two aids for one hire. Two aids that do not stand here: not known.',
  })
  aidCombinations(): readonly AidCombination[] {
    return this.book.current().combinations;
  }

  @ResolveField(() => String)
  label(@Parent() { aid }: ShownRule, @Context() { language }: RequestContext): string {
    return aidLabels[aid][language];
  }

  @ResolveField(() => [String])
  conditions(@Parent() { conditions }: ShownRule, @Context() { language }: RequestContext): string[] {
    return conditions.map((condition) => conditionSentence(condition)[language]);
  }

  @ResolveField(() => [String])
  undertakings(@Parent() { undertakings }: ShownRule, @Context() { language }: RequestContext): string[] {
    return undertakings.map((undertaking) => undertaking[language]);
  }

  private shown(day: string): ShownRule[] {
    return this.book.current().rules.map((rule) => ({ ...rule, inForce: inForceOn(rule, day) }));
  }
}

function inForceOn({ inForceFrom, inForceUntil, knownUntil }: AidRule, day: string): boolean | null {
  if (day < inForceFrom) return false;
  if (inForceUntil !== null) return day <= inForceUntil;
  return knownUntil !== null && day > knownUntil ? null : true;
}

@Resolver(() => AidRuleAmountType)
export class AidRuleAmountResolver {
  @ResolveField(() => String)
  explanation(@Parent() amount: AidAmount, @Context() { language }: RequestContext): string {
    return amount[language];
  }
}

@Resolver(() => AidCombinationType)
export class AidCombinationResolver {
  @ResolveField(() => String)
  explanation(@Parent() row: AidCombination, @Context() { language }: RequestContext): string {
    return row[language];
  }
}
