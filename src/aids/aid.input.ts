import { Field, InputType, Int } from '@nestjs/graphql';
import { badInput } from '../common/errors.js';
import { CivilDate } from '../common/scalars.js';
import { ContractType } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';
import type { AidFacts, Workplace } from './aid-facts.js';
import { nothingSaid, type Said } from './said.js';

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

  @Field(() => Int, {
    nullable: true,
    description: 'How many times the establishment (SIRET) had VTE Vert before this hire.',
  })
  vteVertOfSiret?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many times the company (SIREN), all its establishments together, had VTE Vert before this hire.',
  })
  vteVertOfSiren?: number | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day on which the VTE label was requested from Bpifrance, for this hire.',
  })
  labelRequestedOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the post transforms the company and reports to its management.',
  })
  transformingPost?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the mission is only an audit, or only raising awareness.',
  })
  auditOrAwarenessOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the company is in difficulty, as European rules on State aid mean it.',
  })
  companyInDifficulty?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the company is a micro-entrepreneur.' })
  microEntrepreneur?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Yearly turnover of the company in euros; with its balance sheet it tells an SME from a mid-cap.',
  })
  turnoverEuros?: number | null;

  @Field(() => Int, { nullable: true, description: 'Balance sheet total of the company in euros.' })
  balanceSheetEuros?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the company is private and outside farming.' })
  privateNonFarmCompany?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Gross pay in percent of the minimum wage (Smic), rounded up: 135 for 1.35 times.',
  })
  payPercentOfMinimumWage?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the young person rents where they live.' })
  tenant?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole months the person stayed in the post, when they have left; left out while they are there.',
  })
  leftAfterMonths?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the spending of the mission was proved at its end.' })
  spendingProved?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What the mission is to cost, in euros: aids that pay a share of it are worked out from this.',
  })
  plannedSpendingEuros?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the company takes the work-study bonus for this hire, which lowers some amounts.',
  })
  workStudyBonus?: boolean | null;
}

/** The facts of a hire, with null for everything that was not said. */
export function factsOfHire(input: AidCheckInput, workplace: Workplace): AidFacts {
  const names = Object.keys(nothingSaid) as (keyof Said)[];
  return {
    hiredOn: input.hiredOn,
    workplace,
    contractType: input.contractType,
    durationMonths: input.durationMonths ?? null,
    headcount: input.headcount ?? null,
    greenMission: input.greenMission ?? null,
    level: input.studyLevel ? { lowest: input.studyLevel, highest: input.studyLevel } : null,
    monthsSinceDiploma: input.monthsSinceDiploma ?? null,
    said: Object.fromEntries(names.map((name) => [name, input[name] ?? null])) as unknown as Said,
  };
}

/** The greatest whole number of GraphQL. */
const largestInt = 2_147_483_647;

/** Throws BAD_USER_INPUT for a number that no hire can have, naming its field. */
export function checkAidInput(input: AidCheckInput): void {
  refuseOutside('durationMonths', input.durationMonths, 1, 120);
  refuseOutside('headcount', input.headcount, 0, 10_000_000);
  refuseOutside('monthsSinceDiploma', input.monthsSinceDiploma, 0, 1_200);
  refuseOutside('vteVertOfSiret', input.vteVertOfSiret, 0, 1_000);
  refuseOutside('vteVertOfSiren', input.vteVertOfSiren, 0, 1_000);
  refuseMoreThan(input, 'vteVertOfSiret', 'vteVertOfSiren');
  refuseOutside('turnoverEuros', input.turnoverEuros, 0, largestInt);
  refuseOutside('balanceSheetEuros', input.balanceSheetEuros, 0, largestInt);
  refuseOutside('payPercentOfMinimumWage', input.payPercentOfMinimumWage, 0, 10_000);
  refuseOutside('leftAfterMonths', input.leftAfterMonths, 0, 120);
  refuseOutside('plannedSpendingEuros', input.plannedSpendingEuros, 0, largestInt);
}

/** An establishment is one of its company: what it had the company had too. */
function refuseMoreThan(input: AidCheckInput, part: 'vteVertOfSiret', whole: 'vteVertOfSiren'): void {
  if ((input[part] ?? 0) <= (input[whole] ?? Infinity)) return;
  throw badInput(`${part} ne peut pas dépasser ${whole}. (${part} cannot be more than ${whole}.)`);
}

function refuseOutside(field: string, value: number | null | undefined, least: number, most: number): void {
  if (value === null || value === undefined || (value >= least && value <= most)) return;
  throw badInput(`${field} doit être entre ${least} et ${most}. (${field} must be between ${least} and ${most}.)`);
}
