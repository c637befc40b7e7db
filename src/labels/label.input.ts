import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { CivilDate } from '../common/scalars.js';
import { Aid } from '../offers/aid-names.js';
import { GivenReason } from '../hires/hire-moves.js';
import { DocumentKind } from './document-words.js';
import { LabelRefusalReason } from './label-reasons.js';
import { LabelState } from './label-words.js';

const theWords = 'plain text, at most 2,000 characters';

@InputType('LabelFilter', { description: 'Which labels; all when empty.' })
export class LabelFilter {
  @Field(() => [LabelState], { nullable: true, description: 'In one of these states; any when empty.' })
  states?: LabelState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those of which something is late. Looked at every hour, and whenever a label changes.',
  })
  late?: boolean | null;
}

@ArgsType()
export class LabelIdArgs {
  @Field(() => ID, { description: 'The label.' })
  id!: string;
}

@ArgsType()
export class LabelWordsArgs extends LabelIdArgs {
  @Field(() => String, { nullable: true, description: `What is said with it; ${theWords}.` })
  words?: string | null;
}

@InputType('AskedDocumentInput', { description: 'A document that is asked for.' })
export class AskedDocumentInput {
  @Field(() => DocumentKind, { description: 'What it is.' })
  kind!: DocumentKind;

  @Field(() => String, { nullable: true, description: `What exactly; ${theWords}. Needed for OTHER.` })
  words?: string | null;
}

@ArgsType()
export class AskDocumentsArgs extends LabelWordsArgs {
  @Field(() => [AskedDocumentInput], { description: 'The documents, 1 to 10.' })
  documents!: AskedDocumentInput[];
}

@InputType('GrantedAidInput', { description: 'An aid that the label is granted with.' })
export class GrantedAidInput {
  @Field(() => Aid, { description: 'VTE_TERRITOIRE_INDUSTRIE or VTE_VERT, if the rules do not exclude it.' })
  aid!: Aid;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole euros, at the most; the amount of the rules when left out, and needed where they tell none.',
  })
  amountEuros?: number | null;
}

@ArgsType()
export class GrantLabelArgs extends LabelWordsArgs {
  @Field(() => [GrantedAidInput], {
    nullable: true,
    description: 'The aids; the label is granted without aid when there are none.',
  })
  aids?: GrantedAidInput[] | null;
}

@ArgsType()
export class RefuseLabelArgs extends LabelWordsArgs {
  @Field(() => LabelRefusalReason, { description: 'Why; OTHER needs words.' })
  reason!: LabelRefusalReason;
}

@ArgsType()
export class RecordPaymentArgs extends LabelIdArgs {
  @Field(() => Int, { description: 'What was paid in whole euros, at most what was granted.' })
  amountEuros!: number;

  @Field(() => CivilDate, { description: 'The day of the payment, not in the future.' })
  on!: string;
}

@ArgsType()
export class EndMissionEarlyArgs extends LabelWordsArgs {
  @Field(() => GivenReason, { description: 'Why; OTHER needs words.' })
  reason!: GivenReason;

  @Field(() => CivilDate, { description: 'The last day of the mission, not in the future.' })
  on!: string;
}

@InputType('CheckInAnswerInput', { description: 'What one side says of the mission.' })
export class CheckInAnswerInput {
  @Field(() => Int, { description: 'Which check-in: its months from the start of the mission.' })
  month!: number;

  @Field(() => Int, { description: 'How it goes, from 1, badly, to 5, very well.' })
  rating!: number;

  @Field(() => Boolean, { description: 'Whether the mission is as agreed in the charter.' })
  asAgreed!: boolean;

  @Field(() => Boolean, { description: 'Whether the tutor is there for the young person.' })
  tutorPresent!: boolean;

  @Field(() => String, { nullable: true, description: `Words; ${theWords}.` })
  words?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Not shown to the other side. What a young person says so is read by managers of the territory and administrators; ' +
      'what a company says so, by administrators alone.',
  })
  confidential?: boolean | null;
}

@ArgsType()
export class AnswerCheckInArgs extends LabelIdArgs {
  @Field(() => CheckInAnswerInput, { description: 'The answer.' })
  answer!: CheckInAnswerInput;
}
