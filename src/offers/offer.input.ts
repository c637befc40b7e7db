import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { StudyLevel } from '../skills/study-level.js';
import { OfferEndReason } from './offer-end-reason.js';
import { ContractType, MissionCategory, RemoteWork } from './offer-words.js';

@InputType('OfferSiteInput', { description: 'A workplace.' })
export class OfferSiteInput {
  @Field(() => String, { description: 'INSEE code of the commune; a former code is understood.' })
  communeCode!: string;

  @Field(() => String, { nullable: true, description: 'Street address, at most 200 characters.' })
  address?: string | null;
}

@InputType('PostOfferInput', { description: 'A position to post.' })
export class PostOfferInput {
  @Field(() => ID, { description: 'The company that posts; the caller must be an owner or recruiter of it.' })
  companyId!: string;

  @Field(() => String, { description: 'One line, 5 to 150 characters.' })
  title!: string;

  @Field(() => String, { description: 'Plain text, 30 to 10,000 characters; HTML is taken out.' })
  description!: string;

  @Field(() => MissionCategory, { description: 'The family the mission belongs to.' })
  missionCategory!: MissionCategory;

  @Field(() => [OfferSiteInput], { description: 'One to 20 workplaces.' })
  sites!: OfferSiteInput[];

  @Field(() => String, {
    nullable: true,
    description: 'ROME code, such as H1502. A well-formed code this platform does not know yet is accepted.',
  })
  occupationCode?: string | null;

  @Field(() => ContractType, { description: 'The contract offered.' })
  contractType!: ContractType;

  @Field(() => Int, {
    nullable: true,
    description: 'Months, 1 to 60. Needed for a CDD (12 at least); 10 at least for work-study; not kept for a CDI.',
  })
  durationMonths?: number | null;

  @Field(() => CivilDate, { nullable: true, description: 'First day of work, today or later.' })
  startsOn?: string | null;

  @Field(() => RemoteWork, { nullable: true, defaultValue: RemoteWork.NONE, description: 'Work from home.' })
  remoteWork?: RemoteWork | null;

  @Field(() => Int, { nullable: true, description: 'Whole euros a year before tax, 5,000 to 300,000.' })
  salaryMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole euros a year before tax, not under salaryMin.' })
  salaryMax?: number | null;

  @Field(() => StudyLevel, { nullable: true, description: 'The lowest level asked for.' })
  studyLevel?: StudyLevel | null;

  @Field(() => [String], { defaultValue: [], description: 'Codes of the skills the position needs, at most 15.' })
  requiredSkillCodes!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Codes of the skills that would be welcome, at most 15.' })
  desiredSkillCodes!: string[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'The mission is wholly about the company’s ecological transition.',
  })
  greenMission?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'What changes in the company through this post: plain text, at most 2,000 characters. Asked of a VTE.',
  })
  transformsCompany?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the post reports to the management directly; not said when left out. Asked of a VTE.',
  })
  reportsToManagement?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a tutor accompanies the person hired; not said when left out. Asked of a VTE.',
  })
  hasTutor?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'How many people are to be hired, 1 to 50.' })
  openings?: number | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day to apply, at most a year ahead; 90 days after publication when left out.',
  })
  expiresOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Publish at once; otherwise it stays a draft.',
  })
  publish?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Chosen by the client, at most 100 characters: posting again with the same key gives the offer of the first time, whatever the rest says.',
  })
  idempotencyKey?: string | null;
}

@InputType('OfferChangesInput', {
  description:
    'What is to change; fields left out stay as they are; null empties a field, or leaves one that cannot be empty.',
})
export class OfferChangesInput extends PartialType(
  OmitType(PostOfferInput, [
    'companyId',
    'publish',
    'idempotencyKey',
    'remoteWork',
    'requiredSkillCodes',
    'desiredSkillCodes',
    'greenMission',
    'openings',
  ] as const),
) {
  @Field(() => RemoteWork, { nullable: true, description: 'Work from home.' })
  remoteWork?: RemoteWork | null;

  @Field(() => [String], { nullable: true, description: 'Replaces the list, at most 15.' })
  requiredSkillCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Replaces the list, at most 15.' })
  desiredSkillCodes?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'The mission is wholly about the ecological transition.' })
  greenMission?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many people are to be hired, 1 to 50.' })
  openings?: number | null;
}

@ArgsType()
export class OfferIdArgs {
  @Field(() => ID, { description: 'The offer.' })
  id!: string;
}

@ArgsType()
export class EndOfferArgs extends OfferIdArgs {
  @Field(() => OfferEndReason, {
    nullable: true,
    description:
      'What those who still wait are told: with a reason it is the company’s answer to them, without one the platform tells ' +
      'them that the offer ended and they count as unanswered.',
  })
  reason?: OfferEndReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words to them of one’s own, with a reason; plain text, at most 2,000 characters.',
  })
  words?: string | null;
}
