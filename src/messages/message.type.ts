import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { Node } from '../common/node.js';
import { Refusal } from '../common/refusal.js';
import type { Message } from './message.entity.js';

export const TalkingSideEnum = enumOf(['CANDIDATE', 'COMPANY']);

registerEnumType(TalkingSideEnum, {
  name: 'ConversationSide',
  description: 'The two who talk about an application.',
  valuesMap: {
    CANDIDATE: { description: 'The candidate.' },
    COMPANY: { description: 'Someone of the company.' },
  },
});

@ObjectType('Message', {
  implements: () => Node,
  description:
    'What one side of an application wrote to the other. Seen by the candidate, by members of the company in any role, and ' +
    'by administrators, whose reading is noted in the audit log.',
})
export class MessageType implements Partial<Message> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => TalkingSideEnum, { description: 'Who wrote it; people of a company are not named.' })
  side!: Message['side'];

  @Field(() => String, {
    nullable: true,
    description:
      'The name under which someone of the company chose to be known; null when they chose none, when their account is ' +
      'gone, and for the candidate.',
  })
  signedAs!: string | null;

  @Field(() => String, { description: 'Plain text with line breaks, at most 5,000 characters.' })
  body!: string;

  @Field(() => Boolean, { description: 'Whether it came in by e-mail.' })
  byMail!: boolean;

  @Field(() => Date, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the other side read it; null while it did not.' })
  readAt!: Date | null;
}

const { EdgeType, ConnectionType } = connectionTypes<MessageType>('Message', () => MessageType);
export const MessageEdge = EdgeType;
export const MessageConnection = ConnectionType;

@ObjectType('ConversationClosed', {
  implements: () => Refusal,
  description:
    'Nothing can be written about this application any more: it was withdrawn, or ended more than 30 days ago, or the ' +
    'company is suspended; nothing was sent.',
})
export class ConversationClosed extends Refusal {}
