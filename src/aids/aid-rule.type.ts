import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import type { AidRecipient } from './aid-rules.js';
import { AidRecipientName } from './aid.type.js';

@ObjectType('AidRuleAmount', { description: 'What an aid pays in one case.' })
export class AidRuleAmountType {
  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros, the most that is paid; null where no one amount is certain.',
  })
  euros!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The share of the spending that is paid, in percent; null for none.',
  })
  percentOfSpending!: number | null;

  @Field(() => String, { description: 'The amount and its case in plain words, in the language of the request.' })
  explanation!: string;
}

@ObjectType('AidRule', { description: 'One aid as it stood during one period, to be cited with its source.' })
export class AidRuleType {
  @Field(() => Aid, { description: 'Which aid.' })
  aid!: Aid;

  @Field(() => String, { description: 'The name of the aid, in the language of the request.' })
  label!: string;

  @Field(() => AidRecipientName, { description: 'To whom it is paid.' })
  paidTo!: AidRecipient;

  @Field(() => CivilDate, { description: 'The first day of the rule.' })
  inForceFrom!: string;

  @Field(() => CivilDate, { nullable: true, description: 'The last day of the rule; null when it was not published.' })
  inForceUntil!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Where no end was published, the last day on which the rule is known to have held; else null.',
  })
  knownUntil!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is in force on the day that was asked for; null when that is not known.',
  })
  inForce!: boolean | null;

  @Extensions({ mostItems: 10 })
  @Field(() => [AidRuleAmountType], { description: 'What is paid; the first case that applies counts.' })
  amounts!: AidRuleAmountType[];

  @Extensions({ mostItems: 20 })
  @Field(() => [String], { description: 'Every condition in plain words, in the language of the request.' })
  conditions!: string[];

  @Extensions({ mostItems: 10 })
  @Field(() => [String], { description: 'What the company or the young person must see to besides.' })
  undertakings!: string[];

  @Field(() => String, { description: 'Where the rule was published or presented.' })
  source!: string;

  @Field(() => CivilDate, { description: 'The day on which the rule was last checked against its source.' })
  checkedOn!: string;
}

@ObjectType('AidCombination', { description: 'What is known of two aids for one hire, to be cited with its source.' })
export class AidCombinationType {
  @Extensions({ mostItems: 2 })
  @Field(() => [Aid], { description: 'The two aids.' })
  aids!: Aid[];

  @Field(() => Boolean, { description: 'Whether both can be had.' })
  allowed!: boolean;

  @Field(() => String, { description: 'The rule in plain words, in the language of the request.' })
  explanation!: string;

  @Field(() => CivilDate, { description: 'The first day for which it is known.' })
  from!: string;

  @Field(() => CivilDate, { description: 'The last day for which it is known.' })
  knownUntil!: string;

  @Field(() => String, { description: 'Where it was published or presented.' })
  source!: string;

  @Field(() => CivilDate, { description: 'The day on which it was last checked against its source.' })
  checkedOn!: string;
}
