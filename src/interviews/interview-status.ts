import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const interviewStatuses = ['PROPOSED', 'AGREED', 'DECLINED', 'CANCELLED'] as const;
export type InterviewStatus = (typeof interviewStatuses)[number];
export const InterviewStatus = enumOf(interviewStatuses);

registerEnumType(InterviewStatus, {
  name: 'InterviewStatus',
  description: 'Where a meeting stands.',
  valuesMap: {
    PROPOSED: { description: 'Times are proposed and wait for an answer of the other side.' },
    AGREED: { description: 'Both agreed on a time.' },
    DECLINED: { description: 'None of the times suits, and nothing else is proposed yet.' },
    CANCELLED: { description: 'It was called off.' },
  },
});
