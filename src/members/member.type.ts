import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import type { CompanyRole } from '../permissions/company-role.js';
import type { JoinRequest } from './join-request.entity.js';
import type { MemberInvitation } from './member-invitation.entity.js';
import { MemberRole } from './member-role.js';

@ObjectType('CompanyMember', { description: 'An account that acts for a company. Seen by the members of the company.' })
export class CompanyMemberType {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { description: 'The address it signs in with.' })
  email!: string;

  @Field(() => MemberRole, { description: 'What it may do for the company.' })
  role!: CompanyRole;

  @Field(() => Date, { description: 'Since when it is a member.' })
  joinedAt!: Date;
}

@ObjectType('MemberInvitation', {
  description: 'A letter that lets whoever has the address into a company, for 7 days. Seen by its members.',
})
export class MemberInvitationType implements Partial<MemberInvitation> {
  @Field(() => ID, { description: 'To withdraw it with.' })
  id!: string;

  @Field(() => String, { description: 'The address written to. Whether an account has it is not told.' })
  email!: string;

  @Field(() => MemberRole, { description: 'The role its reader will have.' })
  role!: CompanyRole;

  @Field(() => Date, { description: 'When the letter was written.' })
  invitedAt!: Date;

  @Field(() => Date, { description: 'Until when the link of the letter works.' })
  expiresAt!: Date;
}

@ObjectType('JoinRequest', {
  description: 'Someone asks the owners of a company to be let in. Seen by them and by whoever asks.',
})
export class JoinRequestType implements Partial<JoinRequest> {
  @Field(() => ID, { description: 'To accept or decline it with.' })
  id!: string;

  @Field(() => String, { description: 'What they wrote, plain text.' })
  message!: string;

  @Field(() => Date, { description: 'When they asked.' })
  askedAt!: Date;
}

const members = connectionTypes<CompanyMemberType>('CompanyMember', () => CompanyMemberType);
export const CompanyMemberConnection = members.ConnectionType;
const invitations = connectionTypes<MemberInvitationType>('MemberInvitation', () => MemberInvitationType);
export const MemberInvitationConnection = invitations.ConnectionType;
const requests = connectionTypes<JoinRequestType>('JoinRequest', () => JoinRequestType);
export const JoinRequestConnection = requests.ConnectionType;
