import { Field, InputType, Int } from '@nestjs/graphql';
import { CandidateSkillInput, type CandidateProfileInput } from '../candidates/candidate.input.js';
import { CivilDate } from '../common/scalars.js';
import { ContractType, MissionCategory, RemoteWork } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';
import { PlaceInput } from '../territories/place.input.js';

type Matched = Omit<CandidateProfileInput, 'firstName' | 'lastName' | 'visibleToCompanies'>;

@InputType('PreviewProfileInput', {
  description:
    'What matching looks at in a profile; nothing of it is stored. Everything may be left out, and what is left out counts nowhere.',
})
export class PreviewProfileInput implements Matched {
  @Field(() => StudyLevel, { nullable: true, description: 'The highest level reached, or being prepared.' })
  studyLevel?: StudyLevel | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day of the last diploma, or of the expected one.' })
  diplomaOn?: string | null;

  @Field(() => [CandidateSkillInput], {
    nullable: true,
    description: 'What one can do, at most 60; without any there is no score.',
  })
  skills?: CandidateSkillInput[] | null;

  @Field(() => [PlaceInput], {
    nullable: true,
    description: 'Where one would work: any of these, at most 20; everywhere when empty.',
  })
  places?: PlaceInput[] | null;

  @Field(() => [ContractType], { nullable: true, description: 'Contracts accepted; all when empty.' })
  contractTypes?: ContractType[] | null;

  @Field(() => [MissionCategory], { nullable: true, description: 'Families of missions preferred.' })
  missionCategories?: MissionCategory[] | null;

  @Field(() => [String], { nullable: true, description: 'ROME codes of the occupations preferred, at most 20.' })
  occupationCodes?: string[] | null;

  @Field(() => CivilDate, { nullable: true, description: 'The first day one could start.' })
  availableFrom?: string | null;

  @Field(() => Int, { nullable: true, description: 'The pay wished for, in whole euros a year before tax.' })
  salaryAtLeast?: number | null;

  @Field(() => [RemoteWork], { nullable: true, description: 'Kinds of remote work accepted; all when empty.' })
  remoteWork?: RemoteWork[] | null;
}
