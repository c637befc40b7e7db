import { Field, ObjectType } from '@nestjs/graphql';
import {
  ProposedContractTypeType,
  ProposedDayType,
  ProposedLanguageType,
  ProposedLicenceType,
  ProposedOccupationType,
  ProposedPlaceType,
  ProposedSkillType,
  ProposedStudyLevelType,
} from './proposal.type.js';

@ObjectType('ProfileProposal', {
  description:
    'What a CV seems to say of someone, the surest first in each list. Nothing of it is stored, nor the text: what the ' +
    'candidate confirms is sent with saveCandidateProfile. `POST /cv` answers the same object for a file.',
})
export class ProfileProposalType {
  @Field(() => String, {
    description: 'The text that was read, in which the places of the words are counted. It is kept nowhere.',
  })
  text!: string;

  @Field(() => Boolean, { description: 'Whether only the beginning was read, the text being longer than is read.' })
  cut!: boolean;

  @Field(() => [ProposedSkillType], { description: 'Know-how, knowledge and soft skills.' })
  skills!: ProposedSkillType[];

  @Field(() => [ProposedOccupationType], { description: 'Occupations practised or looked for.' })
  occupations!: ProposedOccupationType[];

  @Field(() => [ProposedLanguageType], { description: 'Languages.' })
  languages!: ProposedLanguageType[];

  @Field(() => ProposedStudyLevelType, {
    nullable: true,
    description: 'The highest level of study; null when none is named.',
  })
  studyLevel!: ProposedStudyLevelType | null;

  @Field(() => ProposedDayType, { nullable: true, description: 'The day of the last diploma; null when not said.' })
  diplomaOn!: ProposedDayType | null;

  @Field(() => [ProposedPlaceType], { description: 'Home, and places wished for.' })
  places!: ProposedPlaceType[];

  @Field(() => [ProposedContractTypeType], { description: 'Kinds of contract looked for.' })
  contractTypes!: ProposedContractTypeType[];

  @Field(() => ProposedDayType, { nullable: true, description: 'From when someone is free; null when not said.' })
  availableFrom!: ProposedDayType | null;

  @Field(() => [ProposedLicenceType], { description: 'Driving licences; a profile does not hold them yet.' })
  licences!: ProposedLicenceType[];
}

@ObjectType('OfferProposal', {
  description:
    'What the text of an offer seems to ask for, for the company to confirm: the surest first in each list. Nothing of it ' +
    'is stored; what is confirmed is sent with postOffer or reviseOffer.',
})
export class OfferProposalType {
  @Field(() => String, {
    description: 'The text that was read, title and description, in which the places of the words are counted.',
  })
  text!: string;

  @Field(() => Boolean, { description: 'Whether only the beginning was read, the text being longer than is read.' })
  cut!: boolean;

  @Field(() => [ProposedSkillType], { description: 'Skills, required or desired.' })
  skills!: ProposedSkillType[];

  @Field(() => ProposedOccupationType, {
    nullable: true,
    description: 'The occupation it is for; null when none is named.',
  })
  occupation!: ProposedOccupationType | null;

  @Field(() => [ProposedLanguageType], { description: 'Languages asked for.' })
  languages!: ProposedLanguageType[];

  @Field(() => ProposedStudyLevelType, {
    nullable: true,
    description: 'The lowest level asked for; null when none is named.',
  })
  studyLevel!: ProposedStudyLevelType | null;

  @Field(() => ProposedContractTypeType, {
    nullable: true,
    description: 'The contract, the surest; null when none is named.',
  })
  contractType!: ProposedContractTypeType | null;

  @Field(() => ProposedDayType, { nullable: true, description: 'When the work begins; null when not said.' })
  startsOn!: ProposedDayType | null;

  @Field(() => [ProposedLicenceType], { description: 'Driving licences asked for.' })
  licences!: ProposedLicenceType[];
}
