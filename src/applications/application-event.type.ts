import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { ApplicationSide } from './application-moves.js';
import { DeclineReason } from './application-reasons.js';
import { ApplicationStatus } from './application-status.js';
import { type ApplicationEvent, applicationNotices } from './application-event.entity.js';

export const ApplicationNotice = enumOf(applicationNotices);

registerEnumType(ApplicationNotice, {
  name: 'ApplicationNotice',
  description: 'What happened to an application without moving it.',
  valuesMap: {
    COMPANY_REMINDED: { description: 'The platform reminded the company that an answer is due.' },
    ANSWER_LATE: { description: 'The day of the answer passed without one, and the candidate was told.' },
    DECISION_LATE: { description: 'Long after the interview nothing was decided; both sides were told.' },
    OFFER_ENDED: {
      description:
        'The offer was filled or closed while a decision was still owed after an interview; both sides were told.',
    },
  },
});

@ObjectType('ApplicationEvent', { description: 'One step of an application, as both sides see it.' })
export class ApplicationEventType implements Partial<ApplicationEvent> {
  @Field(() => ApplicationStatus, { nullable: true, description: 'The state before; null for the sending.' })
  from!: ApplicationStatus | null;

  @Field(() => ApplicationStatus, { description: 'The state from then on; the same as before for a notice.' })
  to!: ApplicationStatus;

  @Field(() => ApplicationNotice, {
    nullable: true,
    description: 'What happened without a move: a reminder, a delay, the end of the offer; null for a move.',
  })
  notice!: ApplicationEvent['notice'];

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => ApplicationSide, { description: 'Which side did it; people of a company are not named.' })
  side!: ApplicationSide;

  @Field(() => DeclineReason, { nullable: true, description: 'Why the company declined; null for all other steps.' })
  reason!: DeclineReason | null;

  @Field(() => String, { nullable: true, description: 'What was written with it; plain text.' })
  words!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name under which whoever answered for the company chose to be known; null when they chose none.',
  })
  signedAs!: string | null;
}
