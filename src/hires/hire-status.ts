import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const hireStatuses = ['AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN', 'SIGNED', 'CANCELLED', 'ENDED_EARLY'] as const;
export type HireStatus = (typeof hireStatuses)[number];
export const HireStatus = enumOf(hireStatuses);

/** Hires that may still become something, and those that are a fact: neither called off nor waiting for the person. */
export const underway: readonly HireStatus[] = ['AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN'];
export const bothSigned: readonly HireStatus[] = ['SIGNED', 'ENDED_EARLY'];

registerEnumType(HireStatus, {
  name: 'HireStatus',
  description: 'Where a hire stands, from the declaration by the company to the end of the mission.',
  valuesMap: {
    AWAITING_PERSON: {
      description:
        'Declared for someone hired elsewhere, who has not said yet that it is them. Known by an address only.',
    },
    DRAFT: { description: 'Declared; the charter is not open for signature, and the data may be changed.' },
    CHARTER_OPEN: { description: 'The charter was frozen and waits for signatures.' },
    SIGNED: { description: 'Both signed the charter.' },
    CANCELLED: { description: 'Called off before both had signed. For good.' },
    ENDED_EARLY: { description: 'Ended after both had signed, before the day it was to end. For good.' },
  },
});
