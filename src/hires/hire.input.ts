import { Field, InputType, Int } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { ContractType } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';
import type { SaidOfHire } from './hire-draft.js';
import { GivenReason } from './hire-moves.js';

@InputType({
  description:
    'What a company says of a hire. What is left out stays as it is, or as offer and profile say; null empties it. hiredOn, startsOn, ' +
    'contractType, communeCode and missionTitle must be known in the end; the others before the charter opens for signature.',
})
export class HireInput implements SaidOfHire {
  @Field(() => CivilDate, { nullable: true, description: 'The day the contract was signed; not in the future.' })
  hiredOn?: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'The first day of work, within a year of hiredOn.' })
  startsOn?: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day; worked out from durationMonths when left out. Not for a CDI.',
  })
  endsOn?: string | null;

  @Field(() => ContractType, { nullable: true, description: 'The kind of contract.' })
  contractType?: ContractType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole months, 1 to 60; worked out from endsOn when left out. Not for a CDI.',
  })
  durationMonths?: number | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the commune of the workplace.' })
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The title of the mission, at most 150 characters.' })
  missionTitle?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The mission and its responsibilities, at most 4,000 characters.',
  })
  mission?: string | null;

  @Field(() => String, { nullable: true, description: 'What it changes in the company, at most 2,000 characters.' })
  transforms?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whom of the management the person reports to, at most 150 characters.',
  })
  reportsTo?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the tutor, at most 100 characters.' })
  tutorName?: string | null;

  @Field(() => String, { nullable: true, description: 'What the tutor does in the company, at most 150 characters.' })
  tutorRole?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the mission is about the ecological transition.' })
  greenMission?: boolean | null;

  @Field(() => StudyLevel, { nullable: true, description: 'The level of the person hired.' })
  studyLevel?: StudyLevel | null;

  @Field(() => Int, { nullable: true, description: 'Gross pay a year, 1 to 1,000,000 euros.' })
  salary?: number | null;
}

@InputType({ description: 'Why a hire is called off or ended.' })
export class EndHireInput {
  @Field(() => GivenReason, { description: 'The reason, from a list.' })
  reason!: GivenReason;

  @Field(() => String, {
    nullable: true,
    description: 'Words to the other side, at most 2,000 characters; plain text.',
  })
  words?: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description:
      'The last day of work, for a charter that both signed: from the first day to today. Today when left out.',
  })
  endedOn?: string | null;
}

@InputType({ description: 'The proof that it is the person, and as whom they sign.' })
export class SignCharterInput {
  @Field(() => String, { description: 'The SHA-256 of the charter that was read, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The password once more. An account without one must have signed in within ten minutes.',
  })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For the company: first name and surname of whoever signs. The person hired signs with the name in the charter.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'For the company: the role in which they sign, "présidente".' })
  role?: string | null;
}
