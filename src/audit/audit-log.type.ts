import { ArgsType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes, PageArgs } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { type AuditEntry, outcomes } from './audit-entry.entity.js';

export const AuditOutcome = enumOf(outcomes);
export type AuditOutcome = (typeof outcomes)[number];

registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: 'What became of an act.',
  valuesMap: {
    DONE: { description: 'It was done.' },
    REFUSED: { description: 'It was refused, and changed nothing.' },
  },
});

@ObjectType('AuditDetail', { description: 'One thing more that is known of an act.' })
export class AuditDetail {
  @Field(() => String, { description: 'What it is: "from", "until", "asks".' })
  name!: string;

  @Field(() => String, { description: 'Its value: an id, a state, a number, a moment.' })
  value!: string;
}

@ObjectType('AuditEntry', {
  description: 'Who did what to which object, and when. Kept for a year at most, and changed by nobody meanwhile.',
})
export class AuditEntryType implements Partial<Omit<AuditEntry, 'details'>> {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description:
      'The account that acted; null for a stranger and for what the platform does by itself. Accounts that were erased all ' +
      'have the same id of zeros.',
  })
  actorId!: string | null;

  @Field(() => String, { description: 'What was done, as permissions name it: "application.read", "account.seeAs".' })
  act!: string;

  @Field(() => String, { description: 'What kind of object it was done to, by its name in this schema.' })
  objectType!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The object; null when it has no id. Zeros when the person it belonged to was erased.',
  })
  objectId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The account of the person the object belongs to; null when it belongs to none. Zeros once they are erased.',
  })
  ownerId!: string | null;

  @Field(() => AuditOutcome, { description: 'What became of it.' })
  outcome!: AuditOutcome;

  @Field(() => String, { nullable: true, description: 'The reason that was given; null when none.' })
  reason!: string | null;
}

const { EdgeType, ConnectionType } = connectionTypes<AuditEntryType>('AuditEntry', () => AuditEntryType);
export const AuditEntryEdge = EdgeType;
export const AuditEntryConnection = ConnectionType;

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what this account did.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this act, as "application.read".' })
  act?: string | null;

  @Field(() => String, { nullable: true, description: 'Only what was done to objects of this kind, as "Company".' })
  objectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this object.' })
  objectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to objects of this account.' })
  ownerId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only from this moment on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only before this moment.' })
  until?: Date | null;
}
