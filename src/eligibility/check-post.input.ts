import { Field, InputType, PartialType, PickType } from '@nestjs/graphql';
import { PostOfferInput } from '../offers/offer.input.js';

const asked = [
  'contractType',
  'durationMonths',
  'startsOn',
  'sites',
  'salaryMin',
  'salaryMax',
  'studyLevel',
  'transformsCompany',
  'reportsToManagement',
  'hasTutor',
] as const;

@InputType('CheckVtePostInput', {
  description: 'A position as far as it is written; what is left out is not known yet. Nothing of it is stored.',
})
export class CheckVtePostInput extends PartialType(PickType(PostOfferInput, asked)) {
  @Field(() => Boolean, {
    nullable: true,
    description: 'The mission is wholly about the company’s ecological transition.',
  })
  greenMission?: boolean | null;
}
