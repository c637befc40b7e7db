import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import { type AidConditionKind, type AidRecipient, recipients } from './aid-rules.js';
import { type VerdictName, verdictNames } from './aid-verdicts.js';
import { yesNoKinds } from './yes-no-conditions.js';

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

export const AidRecipientName = enumOf(recipients);

registerEnumType(AidRecipientName, {
  name: 'AidRecipient',
  description: 'To whom an aid is paid.',
  valuesMap: {
    COMPANY: { description: 'To the company.' },
    YOUNG_PERSON: { description: 'To the young person who is hired.' },
    NOBODY: { description: 'No money is paid: the label alone.' },
  },
});

const conditionKinds: readonly AidConditionKind[] = [
  'PERIOD',
  'IN_TERRITORY',
  'GREEN_MISSION',
  'HEADCOUNT_UNDER',
  'SME_OR_MID_CAP',
  'CONTRACT',
  'LEVEL_AT_LEAST',
  'LEVEL_AT_MOST',
  'RECENT_DIPLOMA',
  ...yesNoKinds,
  'LABEL_REQUESTED_WITHIN',
  'AT_MOST_BEFORE',
  'MONTHS_IN_POST',
  'PAY_AT_MOST',
  'NOT_ASKED',
];
const AidConditionName = enumOf(conditionKinds);

registerEnumType(AidConditionName, {
  name: 'AidConditionKind',
  description: 'What a condition of an aid is about.',
  valuesMap: {
    PERIOD: { description: 'The day of the hire lies in the period of the rule.' },
    IN_TERRITORY: { description: 'The workplace is in a Territoire d’industrie on the day of the hire.' },
    GREEN_MISSION: { description: 'The mission is wholly about the company’s ecological transition.' },
    HEADCOUNT_UNDER: { description: 'The company has fewer staff than a limit.' },
    SME_OR_MID_CAP: { description: 'The company is small, medium or mid-cap, by the limits of the rule.' },
    CONTRACT: { description: 'The contract and its length.' },
    LEVEL_AT_LEAST: { description: 'The least level of study.' },
    LEVEL_AT_MOST: { description: 'The highest level of the diploma that is prepared.' },
    RECENT_DIPLOMA: { description: 'Outside work-study, how old the diploma may be.' },
    TRANSFORMING_POST: { description: 'The post transforms the company and reports to its management.' },
    NOT_ONLY_AUDIT: { description: 'The mission is more than an audit or raising awareness.' },
    NOT_MICRO_ENTREPRENEUR: { description: 'The company is no micro-entrepreneur.' },
    NOT_IN_DIFFICULTY: { description: 'The company is not in difficulty.' },
    PRIVATE_NON_FARM: { description: 'The company is private and outside farming.' },
    TENANT: { description: 'The young person rents where they live.' },
    SPENDING_PROVED: { description: 'The spending is proved at the end of the mission.' },
    LABEL_REQUESTED_WITHIN: { description: 'The VTE label is requested soon enough after the hire.' },
    AT_MOST_BEFORE: { description: 'How many times the establishment and the company may have the aid.' },
    MONTHS_IN_POST: { description: 'How long the person stays in the post.' },
    PAY_AT_MOST: { description: 'The highest pay, in percent of the minimum wage.' },
    NOT_ASKED: { description: 'Something that no input can say: always not known.' },
  },
});

@ObjectType('AidCondition', { description: 'One condition of an aid, and how it turned out.' })
export class AidConditionType {
  @Field(() => AidConditionName, { description: 'What it is about.' })
  kind!: AidConditionKind;

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

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros: the least of the whole amount. Set for ENTITLED only, where it is known.',
  })
  leastEuros!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros: the most of the whole amount. Set for ENTITLED only, where it is known.',
  })
  mostEuros!: number | null;

  @Field(() => AidRecipientName, { description: 'To whom it is paid.' })
  paidTo!: AidRecipient;

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
