import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { CivilDate } from '../common/scalars.js';
import { Asks } from '../permissions/act.decorator.js';
import { AidCheckInput } from './aid.input.js';
import { AidConditionType, AidRecipientName, AidVerdictType } from './aid.type.js';
import type { AidPlan } from './aid-plan.js';
import { AidPlanType } from './aid-plan.type.js';
import type { AidRecipient } from './aid-rules.js';
import type { AidAnswer, AidConditionJudged } from './aid-verdicts.js';
import { AidsService } from './aids.service.js';

@Resolver(() => AidVerdictType)
export class AidsResolver {
  constructor(private readonly aids: AidsService) {}

  @Asks('reference.read')
  @Query(() => [AidVerdictType], {
    description:
      'Which aids a hire gives right to, by the rules in force on its day. One answer per aid, never a promise.',
  })
  aidsFor(
    @Args('input', { type: () => AidCheckInput, description: 'What is known of the hire.' }) input: AidCheckInput,
  ): AidAnswer[] {
    return this.aids.forHire(input);
  }

  @Asks('reference.read')
  @Query(() => AidPlanType, {
    complexity: 50,
    description:
      'Which aids can be had together for a hire, and their sum, by the rules in force on its day. Never a promise.',
  })
  aidPlan(
    @Args('input', { type: () => AidCheckInput, description: 'What is known of the hire.' }) input: AidCheckInput,
  ): AidPlan {
    return this.aids.planForHire(input);
  }

  @ResolveField(() => String)
  amountExplanation(@Parent() answer: AidAnswer, @Context() { language }: RequestContext): string {
    return answer.amount[language];
  }

  @ResolveField(() => AidRecipientName)
  paidTo(@Parent() answer: AidAnswer): AidRecipient {
    return answer.rule.paidTo;
  }

  @ResolveField(() => [String])
  undertakings(@Parent() answer: AidAnswer, @Context() { language }: RequestContext): string[] {
    return answer.undertakings.map((undertaking) => undertaking[language]);
  }

  @ResolveField(() => CivilDate)
  inForceFrom(@Parent() answer: AidAnswer): string {
    return answer.rule.inForceFrom;
  }

  @ResolveField(() => CivilDate, { nullable: true })
  inForceUntil(@Parent() answer: AidAnswer): string | null {
    return answer.rule.inForceUntil;
  }

  @ResolveField(() => String)
  source(@Parent() answer: AidAnswer): string {
    return answer.rule.source;
  }

  @ResolveField(() => CivilDate)
  checkedOn(@Parent() answer: AidAnswer): string {
    return answer.rule.checkedOn;
  }
}

@Resolver(() => AidConditionType)
export class AidConditionResolver {
  @ResolveField(() => String)
  explanation(@Parent() condition: AidConditionJudged, @Context() { language }: RequestContext): string {
    return condition.text[language];
  }
}
