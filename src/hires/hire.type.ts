import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ApplicationSide } from '../applications/application-moves.js';
import { connectionTypes } from '../common/connection.js';
import { Node } from '../common/node.js';
import { CivilDate } from '../common/scalars.js';
import { TalkingSideEnum } from '../messages/message.type.js';
import { ContractType } from '../offers/offer-words.js';
import { StudyLevel } from '../skills/study-level.js';
import { HireEndReason } from './hire-moves.js';
import type { Missing } from './hire-missing.js';
import { HireStatus } from './hire-status.js';
import type { Hire } from './hire.entity.js';

@ObjectType('MissingOfHire', { description: 'Something that must be done before both can have signed.' })
export class MissingOfHireType implements Pick<Missing, 'side'> {
  @Field(() => TalkingSideEnum, { description: 'Whose it is to do.' })
  side!: Missing['side'];
}

@ObjectType('Hire', {
  implements: () => Node,
  description:
    'Someone hired for a post of a company: from an application that was accepted, or elsewhere. Seen by the person hired, by ' +
    'members of the company in any role, and by administrators, whose reading is noted in the audit log. Not by territory managers.',
})
export class HireType implements Partial<Hire> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => HireStatus, { description: 'Where it stands.' })
  status!: Hire['status'];

  @Field(() => CivilDate, { description: 'The day the contract was signed.' })
  hiredOn!: string;

  @Field(() => CivilDate, { description: 'The first day of work.' })
  startsOn!: string;

  @Field(() => CivilDate, { nullable: true, description: 'The last day of the contract; null for a permanent one.' })
  endsOn!: string | null;

  @Field(() => ContractType, { description: 'The kind of contract.' })
  contractType!: Hire['contractType'];

  @Field(() => Int, { nullable: true, description: 'Its whole months; null for a permanent one.' })
  durationMonths!: number | null;

  @Field(() => String, { description: 'The title of the mission.' })
  missionTitle!: string;

  @Field(() => String, { nullable: true, description: 'The mission and its responsibilities; plain text.' })
  mission!: string | null;

  @Field(() => String, { nullable: true, description: 'What the mission changes in the company; plain text.' })
  transforms!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom of the management the person reports to.' })
  reportsTo!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the tutor.' })
  tutorName!: string | null;

  @Field(() => String, { nullable: true, description: 'What the tutor does in the company.' })
  tutorRole!: string | null;

  @Field(() => Boolean, { description: 'The company says that the mission is about its ecological transition.' })
  greenMission!: boolean;

  @Field(() => StudyLevel, { nullable: true, description: 'The level of the person hired; null when not known.' })
  studyLevel!: Hire['studyLevel'];

  @Field(() => Int, { nullable: true, description: 'Gross pay a year, in euros; null when not given.' })
  salary!: number | null;

  @Field(() => Date, { nullable: true, description: 'When the second of both signed the charter.' })
  signedAt!: Date | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day it was called off or ended early.' })
  endedOn!: string | null;

  @Field(() => ApplicationSide, { nullable: true, description: 'Who called it off or ended it.' })
  endedBy!: Hire['endedBy'];

  @Field(() => HireEndReason, { nullable: true, description: 'Why it was called off or ended.' })
  endReason!: Hire['endReason'];

  @Field(() => String, { nullable: true, description: 'What was written with that; plain text.' })
  endWords!: string | null;

  @Field(() => Date, { description: 'When it was declared.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When its data last changed.' })
  updatedAt!: Date;
}

export const { ConnectionType: HireConnection } = connectionTypes('Hire', () => HireType);
