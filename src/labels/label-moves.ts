import type { LabelSide, LabelState } from './label-words.js';

/** What can be done with a label that changes its state. */
export const labelActs = [
  'SIGN',
  'REQUEST',
  'ASK_DOCUMENTS',
  'SEND_DOCUMENTS',
  'GRANT',
  'REFUSE',
  'BEGIN',
  'ASK_FOR_PROOFS',
  'END_WITHOUT_AID',
  'SEND_PROOFS',
  'ASK_MORE_PROOFS',
  'PAY',
  'LAPSE',
  'WITHDRAW',
  'END_EARLY',
] as const;
export type LabelAct = (typeof labelActs)[number];

export interface LabelMove {
  act: LabelAct;
  from: LabelState;
  to: LabelState;
  by: LabelSide;
}

const moves = (act: LabelAct, to: LabelState, by: readonly LabelSide[], ...from: readonly LabelState[]): LabelMove[] =>
  from.flatMap((each) => by.map((side) => ({ act, from: each, to, by: side })));

/** Until the mission is over it can be broken off, whatever stage the label is at. */
const beforeTheEnd = ['TO_REQUEST', 'REQUESTED', 'MORE_DOCUMENTS', 'REFUSED', 'GRANTED', 'MISSION'] as const;

/** Every move a label can make, and whose it is; whatever is not here does not happen. */
export const labelMoves: readonly LabelMove[] = [
  ...moves('SIGN', 'TO_REQUEST', ['PLATFORM'], 'CHARTER'),
  ...moves('REQUEST', 'REQUESTED', ['COMPANY'], 'TO_REQUEST', 'REFUSED'),
  ...moves('ASK_DOCUMENTS', 'MORE_DOCUMENTS', ['INSTRUCTOR'], 'REQUESTED'),
  ...moves('SEND_DOCUMENTS', 'REQUESTED', ['COMPANY'], 'MORE_DOCUMENTS'),
  ...moves('GRANT', 'GRANTED', ['INSTRUCTOR'], 'REQUESTED', 'MORE_DOCUMENTS'),
  ...moves('REFUSE', 'REFUSED', ['INSTRUCTOR'], 'REQUESTED', 'MORE_DOCUMENTS'),
  ...moves('BEGIN', 'MISSION', ['PLATFORM'], 'GRANTED'),
  ...moves('ASK_FOR_PROOFS', 'PROOFS_DUE', ['PLATFORM'], 'MISSION'),
  ...moves('END_WITHOUT_AID', 'NO_AID', ['PLATFORM'], 'MISSION'),
  ...moves('SEND_PROOFS', 'PROOFS_SENT', ['COMPANY'], 'PROOFS_DUE', 'PROOFS_INCOMPLETE'),
  ...moves('ASK_MORE_PROOFS', 'PROOFS_INCOMPLETE', ['INSTRUCTOR'], 'PROOFS_SENT'),
  ...moves('PAY', 'PAID', ['INSTRUCTOR'], 'PROOFS_SENT'),
  ...moves('LAPSE', 'LAPSED', ['PLATFORM'], 'CHARTER', 'TO_REQUEST'),
  ...moves('WITHDRAW', 'WITHDRAWN', ['COMPANY'], 'TO_REQUEST', 'REQUESTED', 'MORE_DOCUMENTS', 'REFUSED', 'GRANTED'),
  // The hire was called off before both had signed.
  ...moves('WITHDRAW', 'WITHDRAWN', ['COMPANY', 'CANDIDATE', 'PLATFORM'], 'CHARTER'),
  ...moves('END_EARLY', 'ENDED_EARLY', ['COMPANY', 'CANDIDATE', 'PLATFORM'], ...beforeTheEnd),
];

/** Where the act leads from there; null when it is not that side’s to do, or not from that state. */
export const moveOf = (act: LabelAct, from: LabelState, by: LabelSide): LabelMove | null =>
  labelMoves.find((move) => move.act === act && move.from === from && move.by === by) ?? null;

/** Every state the act leads to: doing it again there changes nothing. */
export const leadsTo = (act: LabelAct): readonly LabelState[] => [
  ...new Set(labelMoves.filter((move) => move.act === act).map(({ to }) => to)),
];

/** States from which nothing follows, whatever is done. */
export const finalStates = ['PAID', 'NO_AID', 'LAPSED', 'WITHDRAWN', 'ENDED_EARLY'] as const satisfies LabelState[];
export const isFinal = (state: LabelState): boolean => finalStates.some((final) => final === state);

/** Who must act in each state; null where the platform moves it by itself, or nothing follows. */
export const whoMustAct: Record<LabelState, LabelSide | null> = {
  CHARTER: 'COMPANY',
  TO_REQUEST: 'COMPANY',
  REQUESTED: 'INSTRUCTOR',
  MORE_DOCUMENTS: 'COMPANY',
  GRANTED: null,
  REFUSED: null,
  MISSION: null,
  PROOFS_DUE: 'COMPANY',
  PROOFS_SENT: 'INSTRUCTOR',
  PROOFS_INCOMPLETE: 'COMPANY',
  PAID: null,
  NO_AID: null,
  LAPSED: null,
  WITHDRAWN: null,
  ENDED_EARLY: null,
};
