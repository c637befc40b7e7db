import { registerEnumType } from '@nestjs/graphql';
import type { ApplicationSide } from '../applications/application-moves.js';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';
import type { HireStatus } from './hire-status.js';

interface Move {
  from: HireStatus;
  to: HireStatus;
  by: ApplicationSide;
}

const moves = (by: ApplicationSide, to: HireStatus, ...from: HireStatus[]): Move[] =>
  from.map((each) => ({ from: each, to, by }));

/** Every move a hire can make, and whose it is; whatever is not here does not happen. */
const legalMoves: readonly Move[] = [
  ...moves('CANDIDATE', 'DRAFT', 'AWAITING_PERSON'),
  ...moves('COMPANY', 'CHARTER_OPEN', 'DRAFT'),
  // A change after which something the charter needs is missing.
  ...moves('COMPANY', 'DRAFT', 'CHARTER_OPEN'),
  // With the second signature, whoever gives it.
  ...moves('CANDIDATE', 'SIGNED', 'CHARTER_OPEN'),
  ...moves('COMPANY', 'SIGNED', 'CHARTER_OPEN'),
  ...moves('CANDIDATE', 'CANCELLED', 'AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN'),
  ...moves('COMPANY', 'CANCELLED', 'AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN'),
  // Nobody answered the letter, or the person erased their account.
  ...moves('PLATFORM', 'CANCELLED', 'AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN'),
  ...moves('CANDIDATE', 'ENDED_EARLY', 'SIGNED'),
  ...moves('COMPANY', 'ENDED_EARLY', 'SIGNED'),
];

export const mayMove = (from: HireStatus, to: HireStatus, by: ApplicationSide): boolean =>
  legalMoves.some((move) => move.from === from && move.to === to && move.by === by);

/** What ending a hire makes of it: called off before both signed, ended early after. */
export const endingOf = (from: HireStatus): HireStatus => (from === 'SIGNED' ? 'ENDED_EARLY' : 'CANCELLED');

/** Why people end a hire; the others are the platform’s. */
export const givenReasons = [
  'RENOUNCED',
  'DECLARED_BY_MISTAKE',
  'TRIAL_PERIOD_ENDED',
  'RESIGNED',
  'DISMISSED',
  'MUTUAL_AGREEMENT',
  'OTHER',
] as const;
export const endReasons = [...givenReasons, 'NOT_THE_PERSON', 'PERSON_DID_NOT_ANSWER', 'PERSON_GONE'] as const;
export type HireEndReason = (typeof endReasons)[number];
export const HireEndReason = enumOf(endReasons);
export type GivenReason = (typeof givenReasons)[number];
export const GivenReason = enumOf(givenReasons);

export const endReasonLabels: Record<HireEndReason, Text> = {
  RENOUNCED: { fr: 'l’une des parties y a renoncé', en: 'one of both gave it up' },
  DECLARED_BY_MISTAKE: { fr: 'déclarée par erreur', en: 'declared by mistake' },
  TRIAL_PERIOD_ENDED: { fr: 'fin de la période d’essai', en: 'end of the trial period' },
  RESIGNED: { fr: 'démission', en: 'resignation' },
  DISMISSED: { fr: 'licenciement', en: 'dismissal' },
  MUTUAL_AGREEMENT: { fr: 'rupture d’un commun accord', en: 'ended by mutual agreement' },
  OTHER: { fr: 'autre motif', en: 'another reason' },
  NOT_THE_PERSON: {
    fr: 'la personne contactée ne confirme pas que c’est elle',
    en: 'whoever was written to does not confirm that it is them',
  },
  PERSON_DID_NOT_ANSWER: { fr: 'la personne n’a pas répondu', en: 'the person did not answer' },
  PERSON_GONE: { fr: 'la personne a effacé son compte', en: 'the person erased their account' },
};

const described = (reasons: readonly HireEndReason[]) =>
  Object.fromEntries(
    reasons.map((reason) => {
      const { en } = endReasonLabels[reason];
      return [reason, { description: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` }];
    }),
  );

registerEnumType(HireEndReason, {
  name: 'HireEndReason',
  description: 'Why a hire was called off or ended early.',
  valuesMap: described(endReasons),
});

registerEnumType(GivenReason, {
  name: 'HireEndReasonGiven',
  description: 'Reasons that the two sides can give for ending a hire.',
  valuesMap: described(givenReasons),
});
