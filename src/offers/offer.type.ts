import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { Node } from '../common/node.js';
import { CivilDate } from '../common/scalars.js';
import { StudyLevel } from '../skills/study-level.js';
import type { Offer } from './offer.entity.js';
import { OfferStatus } from './offer-status.js';
import { ContractType, MissionCategory, RemoteWork } from './offer-words.js';

@ObjectType('OfferSite', { description: 'A workplace of an offer.' })
export class OfferSiteType {
  @Field(() => String, {
    nullable: true,
    description: 'Street address as the company wrote it; null when it gave the commune only.',
  })
  address!: string | null;
}

@ObjectType('Offer', {
  implements: () => Node,
  description:
    'A VTE position posted by a company. Strangers see it while it is open; members of the company always do.',
})
export class OfferType implements Partial<Offer> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => String, { description: 'A readable name for addresses of pages; it stays when the title is revised.' })
  slug!: string;

  @Field(() => OfferStatus, { description: 'Where the offer stands; OPEN for everyone but the company’s members.' })
  status!: OfferStatus;

  @Field(() => String, { description: 'One line of plain text.' })
  title!: string;

  @Field(() => String, { description: 'Plain text with line breaks; never HTML.' })
  description!: string;

  @Field(() => MissionCategory, { description: 'The family the mission belongs to.' })
  missionCategory!: MissionCategory;

  @Field(() => ContractType, { description: 'The contract offered.' })
  contractType!: ContractType;

  @Field(() => Int, {
    nullable: true,
    description: 'Length of the contract in months; null for a permanent one or when not said.',
  })
  durationMonths!: number | null;

  @Field(() => CivilDate, { nullable: true, description: 'First day of work; null when it is open.' })
  startsOn!: string | null;

  @Field(() => RemoteWork, { description: 'How much of the work can be done from home.' })
  remoteWork!: RemoteWork;

  @Field(() => Int, {
    nullable: true,
    description: 'Lowest pay, in whole euros a year before tax; null when not said.',
  })
  salaryMin!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Highest pay, in whole euros a year before tax; null when not said.',
  })
  salaryMax!: number | null;

  @Field(() => StudyLevel, {
    nullable: true,
    description: 'The lowest level asked for; null when the company did not say.',
  })
  studyLevel!: StudyLevel | null;

  @Field(() => Boolean, {
    description: 'The mission is wholly about the company’s ecological transition (condition of VTE Vert).',
  })
  greenMission!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What changes in the company through this post, in plain text; null when the company did not say.',
  })
  transformsCompany!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the post reports to the management directly; null when the company did not say.',
  })
  reportsToManagement!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a tutor accompanies the person hired; null when the company did not say.',
  })
  hasTutor!: boolean | null;

  @Field(() => Int, { description: 'How many people are to be hired.' })
  openings!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last put online, or became public after that; null for a draft.',
  })
  publishedAt!: Date | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day on which candidates can apply.' })
  expiresOn!: string | null;
}

const { EdgeType, ConnectionType } = connectionTypes<OfferType>('Offer', () => OfferType);
export const OfferEdge = EdgeType;
export const OfferConnection = ConnectionType;
