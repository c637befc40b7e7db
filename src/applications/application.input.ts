import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { DeclineReason } from './application-reasons.js';
import { ApplicationStatus } from './application-status.js';

@ArgsType()
export class ApplyArgs {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Words to the company, 20 to 5,000 characters of plain text; InvalidInput without them.',
  })
  message?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A file of the candidate’s own to send with it, as a rule their CV; none when left out.',
  })
  cvFileId?: string | null;
}

@ArgsType()
export class ApplicationIdArgs {
  @Field(() => ID, { description: 'The application.' })
  id!: string;
}

@ArgsType()
export class WithdrawArgs extends ApplicationIdArgs {
  @Field(() => String, { nullable: true, description: 'Why, in words of one’s own; at most 2,000 characters.' })
  reason?: string | null;
}

/** What a company can answer. */
const answers = ['INTERVIEW', 'ACCEPTED', 'DECLINED'] as const;
export type ApplicationAnswer = (typeof answers)[number];
export const ApplicationAnswer = enumOf(answers);

registerEnumType(ApplicationAnswer, {
  name: 'ApplicationAnswer',
  description: 'What a company answers to an application.',
  valuesMap: {
    INTERVIEW: { description: 'It would like to meet the candidate.' },
    ACCEPTED: { description: 'It hires the candidate.' },
    DECLINED: { description: 'It says no, with a reason.' },
  },
});

@InputType('AnswerApplicationInput', { description: 'A company’s answer to an application.' })
export class AnswerApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  id!: string;

  @Field(() => ApplicationAnswer, { description: 'The answer.' })
  answer!: ApplicationAnswer;

  @Field(() => DeclineReason, { nullable: true, description: 'Needed for a refusal, and for nothing else.' })
  reason?: DeclineReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words to the candidate; plain text, at most 2,000 characters. Needed for the reason OTHER.',
  })
  words?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name under which the caller chooses to be known to the candidate, at most 100 characters.',
  })
  signedAs?: string | null;
}

const sorts = ['NEWEST', 'LAST_MOVED', 'ANSWER_DUE'] as const;
export type ApplicationSort = (typeof sorts)[number];
export const ApplicationSort = enumOf(sorts);

registerEnumType(ApplicationSort, {
  name: 'ApplicationSort',
  description: 'The order of applications.',
  valuesMap: {
    NEWEST: { description: 'Sent last comes first.' },
    LAST_MOVED: { description: 'Moved last comes first.' },
    ANSWER_DUE: { description: 'The day of the answer that comes first comes first.' },
  },
});

@InputType('ApplicationFilter', { description: 'Which of their applications a candidate wants; all when empty.' })
export class ApplicationFilter {
  @Field(() => [ApplicationStatus], { nullable: true, description: 'In one of these states; any when empty.' })
  statuses?: ApplicationStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that still can move: sent, seen, in interview.' })
  live?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that stand in the title of the offer or the name of the company, accents and case aside.',
  })
  words?: string | null;
}
