import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../common/node.js';
import { CivilDate } from '../common/scalars.js';
import { ContractType, MissionCategory, RemoteWork } from '../offers/offer-words.js';
import { Asks } from '../permissions/act.decorator.js';
import { StudyLevel } from '../skills/study-level.js';
import type { Candidate } from './candidate.entity.js';
import { SkillLevel } from './skill-level.js';

@ObjectType('CandidateSkill', { description: 'A skill a candidate holds.' })
export class CandidateSkillType {
  @Field(() => SkillLevel, { description: 'How well, by the candidate’s own word.' })
  level!: SkillLevel;
}

@ObjectType('CandidateContact', {
  description:
    'Who a candidate is and how to reach them: for themselves, and for members of a company to which they applied or ' +
    'whose invitation they accepted.',
})
export class CandidateContactType {
  @Field(() => String, { nullable: true, description: 'First name; null when not given.' })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Surname; null when not given.' })
  lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'The school, as the candidate writes it; null when not given.' })
  school!: string | null;

  @Field(() => String, { description: 'The e-mail address of the account.' })
  email!: string;
}

@ObjectType('Candidate', {
  implements: () => Node,
  description:
    'Someone who looks for a VTE. Seen by themselves, by members of companies if they agreed to be found, and by members ' +
    'of a company to which they applied or whose invitation they accepted; only these read who the candidate is. A ' +
    'company that the candidate declined for good does not see them, unless they had made themselves known to it.',
})
export class CandidateType implements Partial<Candidate> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Asks('candidate.identify')
  @Field(() => String, {
    nullable: true,
    description:
      'First name; null when not given, and for a company until the candidate applied to an offer of it or accepted an invitation of it.',
  })
  firstName!: string | null;

  @Field(() => StudyLevel, {
    nullable: true,
    description: 'The highest level reached or being prepared; null when not given.',
  })
  studyLevel!: StudyLevel | null;
}

@ObjectType('CandidateProfile', { description: 'The whole of a profile, for the candidate alone.' })
export class CandidateProfileType implements Partial<Candidate> {
  @Field(() => String, { nullable: true, description: 'Surname; null when not given.' })
  lastName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The school or institution, as the candidate writes it; null when not given.',
  })
  school!: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day of the last diploma, or of the expected one.' })
  diplomaOn!: string | null;

  @Field(() => [ContractType], { description: 'Contracts accepted; all when empty.' })
  contractTypes!: ContractType[];

  @Field(() => [MissionCategory], { description: 'Families of missions preferred.' })
  missionCategories!: MissionCategory[];

  @Field(() => CivilDate, { nullable: true, description: 'The first day the candidate could start.' })
  availableFrom!: string | null;

  @Field(() => Int, { nullable: true, description: 'The pay wished for, in whole euros a year before tax.' })
  salaryAtLeast!: number | null;

  @Field(() => [RemoteWork], { description: 'Kinds of remote work accepted; all when empty.' })
  remoteWork!: RemoteWork[];

  @Field(() => Date, {
    nullable: true,
    description: 'Since when companies may find the profile; null while they may not.',
  })
  visibleSince!: Date | null;
}
