import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import { type VerdictName, verdictNames } from './aid-verdicts.js';

export const Verdict = enumOf(verdictNames);

registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'What the rules say, for what is known.',
  valuesMap: {
    ENTITLED: { description: 'Every condition that could be checked is met.' },
    NOT_ENTITLED: { description: 'At least one condition is not met.' },
    UNKNOWN: { description: 'No condition fails, but one or more are not known: nothing is promised.' },
  },
});

@ObjectType('AidCondition', { description: 'One condition of an aid, and how it turned out.' })
export class AidConditionType {
  @Field(() => Boolean, { nullable: true, description: 'Whether it is met; null when that is not known.' })
  met!: boolean | null;

  @Field(() => String, { description: 'The condition and why it is met or not, in the language of the request.' })
  explanation!: string;
}

@ObjectType('AidVerdict', {
  description: 'Whether one aid is due, with each condition and its reason. Not a decision of the administration.',
})
export class AidVerdictType {
  @Field(() => Aid, { description: 'Which aid.' })
  aid!: Aid;

  @Field(() => Verdict, { description: 'The outcome of all conditions together.' })
  verdict!: VerdictName;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whole euros, the most that can be paid; set for ENTITLED only, and null where the amount depends on what is not known.',
  })
  amountEuros!: number | null;

  @Field(() => String, { description: 'The amount by the rule, with what it depends on, in plain words.' })
  amountExplanation!: string;

  @Field(() => [AidConditionType], {
    description:
      'Every condition looked at, met or not or not known, in plain words. The first is the period of the rule.',
  })
  conditions!: AidConditionType[];

  @Field(() => [String], {
    description: 'What the answer takes for granted and the company or the young person must see to.',
  })
  undertakings!: string[];

  @Field(() => CivilDate, { description: 'The first day of the rule that was applied.' })
  inForceFrom!: string;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day of the rule; null when its end was not published.',
  })
  inForceUntil!: string | null;

  @Field(() => String, { description: 'Where the rule was published or presented.' })
  source!: string;

  @Field(() => CivilDate, { description: 'The day on which the rule was last checked against its source.' })
  checkedOn!: string;
}
