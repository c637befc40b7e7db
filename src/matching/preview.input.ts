import { Field, InputType, OmitType } from '@nestjs/graphql';
import { CandidateProfileInput, CandidateSkillInput } from '../candidates/candidate.input.js';

const notMatched = ['firstName', 'lastName', 'school', 'visibleToCompanies'] as const;

@InputType('PreviewProfileInput', {
  description:
    'What matching looks at in a profile; nothing of it is stored. Everything may be left out, and what is left out counts nowhere.',
})
export class PreviewProfileInput extends OmitType(CandidateProfileInput, notMatched) {
  @Field(() => [CandidateSkillInput], {
    nullable: true,
    description: 'What one can do, at most 60; without any there is no score.',
  })
  declare skills?: CandidateSkillInput[] | null;
}
