import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Verdict } from '../aids/aid.type.js';
import type { VerdictName } from '../aids/aid-verdicts.js';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { Node } from '../common/node.js';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import { DocumentKind, DocumentStage } from './document-words.js';
import { noticeKinds } from './label-notices.js';
import { labelStepNames, stepStandings } from './label-steps.js';
import { LabelSide, LabelState } from './label-words.js';
import type { Label } from './label.entity.js';

const LabelStepName = enumOf(labelStepNames);
const StepStanding = enumOf(stepStandings);
export const NoticeKindEnum = enumOf(noticeKinds);

registerEnumType(LabelStepName, {
  name: 'LabelStepName',
  description: 'One step on the way from the charter to the payment of the aid.',
  valuesMap: {
    CHARTER: { description: 'Both sign the charter.' },
    REQUEST: { description: 'The company requests the label.' },
    DECISION: { description: 'Bpifrance decides.' },
    START: { description: 'The mission begins.' },
    CHECK_IN: { description: 'Both say how it goes.' },
    END: { description: 'The mission comes to its end.' },
    PROOFS: { description: 'The company sends its proofs of spending.' },
    PAYMENT: { description: 'The aid is paid.' },
  },
});
registerEnumType(StepStanding, {
  name: 'LabelStepStanding',
  description: 'How a step stands.',
  valuesMap: {
    DONE: { description: 'It is done.' },
    CURRENT: { description: 'It is under way.' },
    TO_COME: { description: 'It is still to come.' },
    DROPPED: { description: 'It will not come any more.' },
  },
});
registerEnumType(NoticeKindEnum, {
  name: 'LabelNotice',
  description: 'What somebody was told of without a move.',
  valuesMap: {
    REQUEST: { description: 'That the label has to be requested.' },
    DOCUMENTS: { description: 'That documents are expected.' },
    PROOFS: { description: 'That proofs are expected.' },
    DECISION: { description: 'That a request waits for a decision.' },
    CHECK_IN: { description: 'That a check-in is to be answered.' },
    MANAGER: { description: 'The manager of the territory recalled a step.' },
  },
});

@ObjectType('Label', {
  implements: () => Node,
  description:
    'The VTE label of a hire, from the charter to the payment of the aid. Seen by the young person, members of the company, ' +
    'managers of a territory of the workplace and administrators; papers and words not by all of them.',
})
export class LabelType implements Partial<Label> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => LabelState, { description: 'Where it stands.' })
  state!: LabelState;

  @Field(() => Date, { description: 'Since when.' })
  since!: Date;

  @Field(() => Date, { nullable: true, description: 'When the label was last requested; null before.' })
  requestedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the label was granted; null before.' })
  grantedAt!: Date | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day of a mission that was broken off; null otherwise.',
  })
  endedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros granted in all, at the most; 0 for a label without aid, null while nothing is decided.',
  })
  amountEuros!: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole euros paid; null until they are.' })
  paidEuros!: number | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day of the payment; null until then.' })
  paidOn!: string | null;
}

const { EdgeType, ConnectionType } = connectionTypes<LabelType>('Label', () => LabelType);
export const LabelEdge = EdgeType;
export const LabelConnection = ConnectionType;

@ObjectType('LabelAid', {
  description: 'What the rules said of an aid when the label was requested, and what was decided.',
})
export class LabelAidType {
  @Field(() => Aid, { description: 'The aid.' })
  aid!: Aid;

  @Field(() => Verdict, { description: 'By the rules of the day of the hire; Bpifrance decides.' })
  verdict!: VerdictName;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros by the rules, at the most; null where they do not tell.',
  })
  amountEuros!: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole euros granted, 0 for none; null while nothing is decided.' })
  grantedEuros!: number | null;
}

@ObjectType('LabelStep', { description: 'One step of a label, as it stands.' })
export class LabelStepType {
  @Field(() => LabelStepName, { description: 'Which.' })
  step!: keyof typeof LabelStepName;

  @Field(() => Int, {
    nullable: true,
    description: 'Months from the start of the mission, of a check-in; null otherwise.',
  })
  month!: number | null;

  @Field(() => StepStanding, { description: 'How it stands.' })
  standing!: keyof typeof StepStanding;

  @Field(() => CivilDate, { nullable: true, description: 'The day on which it was done; null before.' })
  doneOn!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day by which it is to be done, or on which it comes; null if none is known.',
  })
  dueOn!: string | null;

  @Field(() => LabelSide, { nullable: true, description: 'Who must act now; null when nobody has to.' })
  who!: LabelSide | null;
}

@ObjectType('LabelMissing', { description: 'Something that is still missing of a label.' })
export class LabelMissingType {
  @Field(() => LabelSide, { description: 'From whom.' })
  who!: LabelSide;

  @Field(() => CivilDate, { nullable: true, description: 'The last day; null where no day is set.' })
  by!: string | null;

  @Field(() => Boolean, { description: 'Whether that day is over.' })
  late!: boolean;
}

@ObjectType('LabelEvent', { description: 'One step of a label, or that somebody was told of something.' })
export class LabelEventType {
  @Field(() => LabelState, { nullable: true, description: 'The state before; null for the first.' })
  from!: LabelState | null;

  @Field(() => LabelState, { description: 'The state from then on; the same for a notice.' })
  to!: LabelState;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => LabelSide, { description: 'Who acted; nobody is named.' })
  side!: LabelSide;
}

@ObjectType('LabelCheckIn', {
  description: 'What one side says, or is asked to say, of the mission after so many months.',
})
export class LabelCheckInType {
  @Field(() => Int, { description: 'Months from the start of the mission.' })
  month!: number;

  @Field(() => LabelSide, { description: 'COMPANY or CANDIDATE: which side.' })
  side!: LabelSide;

  @Field(() => CivilDate, { description: 'The day on which it is asked.' })
  askedOn!: string;

  @Field(() => CivilDate, { description: 'The day by which it is to be answered.' })
  dueOn!: string;

  @Field(() => Date, { nullable: true, description: 'When it was answered; null before.' })
  answeredAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 1, badly, to 5, very well; null before, and for whom the answer is not.',
  })
  rating!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the mission is as agreed; null as for the rating.' })
  asAgreed!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the tutor is there; null as for the rating.' })
  tutorPresent!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words; null for none, and as for the rating.' })
  words!: string | null;
}

@ObjectType('LabelDocument', { description: 'A document that is asked for, or was sent unasked.' })
export class LabelDocumentType {
  @Field(() => ID, { description: 'To be given as `document` to POST /labels/<id>/documents.' })
  id!: string;

  @Field(() => DocumentKind, { description: 'What it is.' })
  kind!: DocumentKind;

  @Field(() => DocumentStage, { description: 'For which step.' })
  stage!: DocumentStage;

  @Field(() => LabelSide, { nullable: true, description: 'Who asks for it; null for what was sent unasked.' })
  askedBy!: LabelSide | null;

  @Field(() => Date, { nullable: true, description: 'When it was asked for; null for what was sent unasked.' })
  askedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What is asked for, in the words of whoever asks.' })
  words!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the file came; null while there is none.' })
  filledAt!: Date | null;
}

@ObjectType('LabelCount', { description: 'How many labels stand in one state.' })
export class LabelCount {
  @Field(() => LabelState, { description: 'The state.' })
  state!: LabelState;

  @Field(() => Int, { description: 'How many, at least one.' })
  count!: number;
}
