import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { Node } from '../common/node.js';
import type { DeclinedCompany, Invitation } from './invitation.entity.js';
import { InvitationStatus } from './invitation-status.js';

@ObjectType('Invitation', {
  implements: () => Node,
  description:
    'A company invites a candidate to apply to an offer. Seen by the candidate and by members of the company; the company reads who the candidate is once they accept.',
})
export class InvitationType implements Partial<Invitation> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => String, { description: 'What the company wrote to the candidate; plain text with line breaks.' })
  message!: string;

  @Field(() => InvitationStatus, {
    description: 'Where it stands, as it is read: an invitation that waits lapses when its offer is not open any more.',
  })
  status!: InvitationStatus;

  @Field(() => Date, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the candidate answered it; null when they did not.' })
  answeredAt!: Date | null;
}

const { EdgeType, ConnectionType } = connectionTypes<InvitationType>('Invitation', () => InvitationType);
export const InvitationEdge = EdgeType;
export const InvitationConnection = ConnectionType;

@ObjectType('DeclinedCompany', { description: 'A company of which the candidate wants no invitation any more.' })
export class DeclinedCompanyType implements Partial<DeclinedCompany> {
  @Field(() => Date, { description: 'When they said so.' })
  declinedAt!: Date;
}
