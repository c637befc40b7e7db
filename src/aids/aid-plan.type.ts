import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import type { VerdictName } from './aid-verdicts.js';
import { AidVerdictType, Verdict } from './aid.type.js';

@ObjectType('AidPair', { description: 'Whether two aids can both be had for one hire, and where that is said.' })
export class AidPairType {
  @Extensions({ mostItems: 2 })
  @Field(() => [Aid], { description: 'The two aids.' })
  aids!: Aid[];

  @Field(() => Boolean, { nullable: true, description: 'Whether both can be had; null when no text found says it.' })
  allowed!: boolean | null;

  @Field(() => String, { description: 'The rule in plain words, in the language of the request.' })
  explanation!: string;

  @Field(() => String, { nullable: true, description: 'Where it was published or presented; null when nowhere.' })
  source!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day on which it was last checked against its source; null where there is none.',
  })
  checkedOn!: string | null;
}

@ObjectType('AidSet', {
  description: 'Aids for one hire and one recipient: whether they can be had together, and their sum.',
})
export class AidSetType {
  @Extensions({ mostItems: 4 })
  @Field(() => [Aid], { description: 'The aids of the set; one or more.' })
  aids!: Aid[];

  @Field(() => Verdict, {
    description: 'Of the set as a whole: ENTITLED when each aid is, and every two of them can be had together.',
  })
  verdict!: VerdictName;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros: the least of the sum. Set for ENTITLED only, where it is known.',
  })
  leastEuros!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros: the most of the sum. Set for ENTITLED only, where it is known.',
  })
  mostEuros!: number | null;

  @Extensions({ mostItems: 4 })
  @Field(() => [AidVerdictType], {
    description: 'Each aid as it is within the set: some amounts are lower beside another aid.',
  })
  answers!: AidVerdictType[];

  @Extensions({ mostItems: 6 })
  @Field(() => [AidPairType], { description: 'Every two aids of the set. Empty for a single one.' })
  pairs!: AidPairType[];
}

@ObjectType('AidPlan', {
  description:
    'What can be had for one hire. Company and young person stand apart, since each is paid on their own. Aids that are not due ' +
    'are left out; sets stand best first: due, then perhaps due, then the greatest sum.',
})
export class AidPlanType {
  @Extensions({ mostItems: 7 })
  @Field(() => [AidSetType], { description: 'What is paid to the company. Empty when nothing can be.' })
  company!: AidSetType[];

  @Extensions({ mostItems: 3 })
  @Field(() => [AidSetType], { description: 'What is paid to the young person. Empty when nothing can be.' })
  youngPerson!: AidSetType[];
}
