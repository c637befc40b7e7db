import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

/** What is written in the row. */
export const keptStatuses = ['SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
export type KeptStatus = (typeof keptStatuses)[number];

/** What is read: an invitation lapses by itself with its offer, so no write can come too late or be forgotten. */
export const invitationStatuses = [...keptStatuses, 'LAPSED'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];
export const InvitationStatus = enumOf(invitationStatuses);

registerEnumType(InvitationStatus, {
  name: 'InvitationStatus',
  description: 'Where an invitation stands.',
  valuesMap: {
    SENT: { description: 'It waits for the candidate’s answer.' },
    ACCEPTED: { description: 'The candidate accepted it, or applied to the offer without answering it.' },
    DECLINED: { description: 'The candidate declined it, for good.' },
    WITHDRAWN: { description: 'The company took it back.' },
    LAPSED: {
      description:
        'Nobody answered it and the offer is not open any more. Found out when it is read: it is SENT again if the offer opens again.',
    },
  },
});
