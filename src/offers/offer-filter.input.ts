import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { StudyLevel } from '../skills/study-level.js';
import { PlaceInput } from '../territories/place.input.js';
import { Aid } from './aid-names.js';
import { ContractType, MissionCategory, RemoteWork } from './offer-words.js';

@InputType('OfferFilter', {
  description: 'Which offers to keep. Conditions add up; a field left out, null or an empty list sets no condition.',
})
export class OfferFilter {
  @Field(() => [PlaceInput], {
    nullable: true,
    description: 'A union: an offer with a site in any of these places. At most 20.',
  })
  places?: PlaceInput[] | null;

  @Field(() => [ContractType], { nullable: true, description: 'Offers under any of these contracts.' })
  contractTypes?: ContractType[] | null;

  @Field(() => StudyLevel, {
    nullable: true,
    description: 'Offers asking for at most this level; offers that do not say are kept.',
  })
  studyLevel?: StudyLevel | null;

  @Field(() => [MissionCategory], { nullable: true, description: 'Offers of any of these families of missions.' })
  missionCategories?: MissionCategory[] | null;

  @Field(() => [String], { nullable: true, description: 'ROME codes: offers of any of these occupations.' })
  occupationCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Skill codes: an offer that asks for any of them.' })
  skillCodes?: string[] | null;

  @Field(() => [RemoteWork], { nullable: true, description: 'Offers with any of these kinds of remote work.' })
  remoteWork?: RemoteWork[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros a year before tax: offers whose highest pay reaches it; offers that do not say are kept.',
  })
  salaryAtLeast?: number | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Offers that start on this day or later; offers without a date are kept.',
  })
  startsFrom?: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Offers that start on this day or earlier; offers without a date are kept.',
  })
  startsUntil?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Months written YYYY-MM, at most 24: offers that start in any of them; offers without a date are kept.',
  })
  startMonths?: string[] | null;

  @Field(() => [Aid], {
    nullable: true,
    description:
      'Offers whose position is entitled to any of these aids, or may be where something is not known, by the rules in force on its start date, or today when it has none.',
  })
  aids?: Aid[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: a workplace lies in a Territoire d’industrie of today; false: none does.',
  })
  inTerritoireIndustrie?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the mission is wholly about the ecological transition.',
  })
  greenMission?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Offers of this company.' })
  companyId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Offers published at this moment or later.' })
  publishedSince?: Date | null;
}
