import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const applicationStatuses = [
  'SENT',
  'SEEN',
  'INTERVIEW',
  'ACCEPTED',
  'DECLINED',
  'WITHDRAWN',
  'CLOSED_UNANSWERED',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];
export const ApplicationStatus = enumOf(applicationStatuses);

/** Days within which a company promises an answer, unless it says otherwise. */
export const daysToAnswer = 15;

registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'Where an application stands.',
  valuesMap: {
    SENT: { description: 'The company has it.' },
    SEEN: { description: 'The company has opened it.' },
    INTERVIEW: { description: 'The company proposes to meet.' },
    ACCEPTED: { description: 'The candidate is hired.' },
    DECLINED: { description: 'The company said no, with a reason.' },
    WITHDRAWN: { description: 'The candidate took it back.' },
    CLOSED_UNANSWERED: {
      description: 'The company never answered, or never decided after an interview; the platform closed it.',
    },
  },
});
