import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ApplicationSide } from '../applications/application-moves.js';
import { Node } from '../common/node.js';
import { Refusal } from '../common/refusal.js';
import { TalkingSideEnum } from '../messages/message.type.js';
import type { Interview, InterviewSlot } from './interview.entity.js';
import { InterviewStatus } from './interview-status.js';
import type { Proposal } from './interview-rules.js';

@ObjectType('InterviewSlot', { description: 'A time at which the meeting could begin.' })
export class InterviewSlotType implements Partial<InterviewSlot> {
  @Field(() => ID, { description: 'To be given when it is chosen.' })
  id!: string;

  @Field(() => Date, { description: 'When the meeting would begin.' })
  startsAt!: Date;
}

@ObjectType('Interview', {
  implements: () => Node,
  description:
    'One meeting of a candidate and a company. It keeps its id while it is moved, and so its entry in calendars. Seen by the ' +
    'candidate, by members of the company, and by administrators, whose reading is noted in the audit log.',
})
export class InterviewType implements Partial<Interview> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => InterviewStatus, { description: 'Where it stands.' })
  status!: Interview['status'];

  @Field(() => TalkingSideEnum, { description: 'Who proposed the times last; the other side answers.' })
  proposedBy!: Interview['proposedBy'];

  @Field(() => Date, { description: 'When they were proposed.' })
  proposedAt!: Date;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  durationMinutes!: number;

  @Field(() => String, { nullable: true, description: 'Where, in words; null for a video call.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'The address of the video call; null for a place.' })
  videoUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'What was written with the proposal; plain text.' })
  words!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The time both agreed on; kept when it was called off. Null while there is none.',
  })
  agreedStartsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the proposal was answered; null while it was not.' })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was written with the answer, or when it was called off.' })
  answerWords!: string | null;

  @Field(() => ApplicationSide, { nullable: true, description: 'Who called it off; null while nobody did.' })
  endedBy!: Interview['endedBy'];
}

@InputType({ description: 'Times for a meeting, and its circumstances.' })
export class InterviewProposalInput implements Proposal {
  @Field(() => [Date], { description: 'One to five times, at least an hour ahead and within a year.' })
  slots!: Date[];

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes, 10 to 480. Required the first time; as before when left out later.',
  })
  durationMinutes?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where, at most 300 characters. This or videoUrl the first time; as before when both are left out later.',
  })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'The address of a video call, https only.' })
  videoUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Words to the other side, at most 2,000 characters.' })
  words?: string | null;
}

@ObjectType('InterviewNotWaiting', {
  implements: () => Refusal,
  description:
    'The meeting is not in a state for this: it was answered, moved or called off meanwhile, its time has passed, or it is for ' +
    'the other side to answer. Nothing was changed.',
})
export class InterviewNotWaiting extends Refusal {
  @Field(() => InterviewType, { nullable: true, description: 'As it stands; null when there is none.' })
  readonly interview: Interview | null;

  constructor(interview: Interview | null) {
    super(
      interview === null
        ? { fr: 'Aucun entretien n’est proposé pour le moment.', en: 'No interview is proposed at the moment.' }
        : {
            fr: 'Cet entretien a changé entre-temps, ou c’est à l’autre partie de répondre.',
            en: 'This interview has changed meanwhile, or it is for the other side to answer.',
          },
    );
    this.interview = interview;
  }
}
