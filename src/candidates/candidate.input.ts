import { Field, InputType, Int } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { ContractType, MissionCategory, RemoteWork } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';
import { PlaceInput } from '../territories/place.input.js';
import { SkillLevel } from './skill-level.js';

@InputType('CandidateSkillInput', { description: 'A skill the candidate holds.' })
export class CandidateSkillInput {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => SkillLevel, { nullable: true, defaultValue: SkillLevel.PRACTISED, description: 'How well it is held.' })
  level?: SkillLevel | null;
}

@InputType('CandidateProfileInput', {
  description:
    'What a candidate says of themselves. A field left out stays as it was; null or an empty list empties it.',
})
export class CandidateProfileInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  firstName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'At most 100 characters; read by the candidate, and by members of a company to which they applied or whose invitation they accepted.',
  })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The school or institution of the last diploma, in one’s own words, at most 120 characters; schools completes it. Read ' +
      'like the surname; also counted, without anyone’s name and never fewer than five, by territory.',
  })
  school?: string | null;

  @Field(() => StudyLevel, { nullable: true, description: 'The highest level reached, or being prepared.' })
  studyLevel?: StudyLevel | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day of the last diploma, or of the expected one.' })
  diplomaOn?: string | null;

  @Field(() => [CandidateSkillInput], { nullable: true, description: 'Replaces the list, at most 60.' })
  skills?: CandidateSkillInput[] | null;

  @Field(() => [PlaceInput], {
    nullable: true,
    description: 'Where the candidate would work: any of these, at most 20; everywhere when empty.',
  })
  places?: PlaceInput[] | null;

  @Field(() => [ContractType], { nullable: true, description: 'Contracts accepted; all when empty.' })
  contractTypes?: ContractType[] | null;

  @Field(() => [MissionCategory], { nullable: true, description: 'Families of missions preferred.' })
  missionCategories?: MissionCategory[] | null;

  @Field(() => [String], { nullable: true, description: 'ROME codes of the occupations preferred, at most 20.' })
  occupationCodes?: string[] | null;

  @Field(() => CivilDate, { nullable: true, description: 'The first day the candidate could start.' })
  availableFrom?: string | null;

  @Field(() => Int, { nullable: true, description: 'The pay wished for, in whole euros a year before tax.' })
  salaryAtLeast?: number | null;

  @Field(() => [RemoteWork], { nullable: true, description: 'Kinds of remote work accepted; all when empty.' })
  remoteWork?: RemoteWork[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Companies may find this profile among the matches of their open offers, and look at it beside one of them. They read ' +
      'level, skills, a score with its points, and why it fits: the distance by steps of 10, 25, 50 and 100 km, and ' +
      'whether level, contract, missions, occupation, diploma, first free day, pay and remote work suit; not the days, ' +
      'pay and places themselves. First name, surname and e-mail are read only by a company to which one applied or ' +
      'whose invitation one accepted, visible or not.',
  })
  visibleToCompanies?: boolean | null;
}
