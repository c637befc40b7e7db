import { Field, InputType, Int } from '@nestjs/graphql';
import { badInput } from '../common/errors.js';
import { CivilDate } from '../common/scalars.js';
import { ContractType } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';

@InputType('AidCheckInput', {
  description: 'A hire, planned or made. What is left out is not known, and the answer says what depends on it.',
})
export class AidCheckInput {
  @Field(() => String, { description: 'INSEE code of the commune of the workplace; a former code is understood.' })
  workplaceCommuneCode!: string;

  @Field(() => CivilDate, { description: 'The day of the hire, by which the rules and the territories are chosen.' })
  hiredOn!: string;

  @Field(() => ContractType, { description: 'The contract.' })
  contractType!: ContractType;

  @Field(() => Int, {
    nullable: true,
    description: 'Length of the contract in months, from 1 to 120; not needed for a permanent one.',
  })
  durationMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'Staff of the company, all its establishments together.' })
  headcount?: number | null;

  @Field(() => StudyLevel, { nullable: true, description: 'The level of the diploma held, or prepared in work-study.' })
  studyLevel?: StudyLevel | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole months between the diploma and the hire; not needed in work-study.',
  })
  monthsSinceDiploma?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the mission is wholly about the company’s ecological transition.',
  })
  greenMission?: boolean | null;
}

/** Throws BAD_USER_INPUT for a number that no hire can have, naming its field. */
export function checkAidInput(input: AidCheckInput): void {
  refuseOutside('durationMonths', input.durationMonths, 1, 120);
  refuseOutside('headcount', input.headcount, 0, 10_000_000);
  refuseOutside('monthsSinceDiploma', input.monthsSinceDiploma, 0, 1_200);
}

function refuseOutside(field: string, value: number | null | undefined, least: number, most: number): void {
  if (value === null || value === undefined || (value >= least && value <= most)) return;
  throw badInput(`${field} doit être entre ${least} et ${most}. (${field} must be between ${least} and ${most}.)`);
}
