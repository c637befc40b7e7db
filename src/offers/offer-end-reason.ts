import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const offerEndReasons = ['POSITION_FILLED', 'POSITION_CANCELLED'] as const;
export type OfferEndReason = (typeof offerEndReasons)[number];
export const OfferEndReason = enumOf(offerEndReasons);

registerEnumType(OfferEndReason, {
  name: 'OfferEndReason',
  description: 'What a company tells those who still wait when it ends an offer.',
  valuesMap: {
    POSITION_FILLED: { description: 'The position has been filled.' },
    POSITION_CANCELLED: { description: 'The recruitment was cancelled.' },
  },
});
