import { civilDate } from '../common/clock.js';
import { sidesOf } from './label-missing.js';
import { isFollowed, type LabelView } from './label-view.js';
import type { LabelSide, LabelState } from './label-words.js';
import { isFinal, whoMustAct } from './label-moves.js';

export const labelStepNames = [
  'CHARTER',
  'REQUEST',
  'DECISION',
  'START',
  'CHECK_IN',
  'END',
  'PROOFS',
  'PAYMENT',
] as const;
export type LabelStepName = (typeof labelStepNames)[number];

export const stepStandings = ['DONE', 'CURRENT', 'TO_COME', 'DROPPED'] as const;
export type StepStanding = (typeof stepStandings)[number];

export interface LabelStep {
  step: LabelStepName;
  /** Months, of a check-in. */
  month: number | null;
  standing: StepStanding;
  /** The day on which it was done. */
  doneOn: string | null;
  /** The day by which, or on which, it is to come; null where no day is known. */
  dueOn: string | null;
  who: LabelSide | null;
}

export interface StepEvent {
  to: LabelState;
  notice: string | null;
  at: Date;
}

/** How far each state is along the line of steps; what comes after is still to come. */
const reached: Record<LabelState, number> = {
  CHARTER: 0,
  TO_REQUEST: 1,
  REQUESTED: 2,
  MORE_DOCUMENTS: 2,
  REFUSED: 2,
  GRANTED: 3,
  MISSION: 4,
  PROOFS_DUE: 5,
  PROOFS_INCOMPLETE: 5,
  PROOFS_SENT: 6,
  PAID: 7,
  NO_AID: 7,
  LAPSED: 1,
  WITHDRAWN: 1,
  ENDED_EARLY: 4,
};

/** The whole line from charter to payment, as it stands. Events are told first to last. */
export function stepsOf(view: LabelView, events: readonly StepEvent[], today: string): LabelStep[] {
  const { dates, state } = view;
  const lastTo = (...states: LabelState[]): string | null => {
    const found = events.findLast(({ to, notice }) => notice === null && states.includes(to));
    return found ? civilDate(found.at) : null;
  };
  // What was given up stands where it stood before.
  const before = events.filter(({ notice }) => notice === null).at(-2)?.to;
  const isOver = isFinal(state);
  const isWhole = state === 'PAID' || state === 'NO_AID';
  const place = reached[isOver && !isWhole ? (before ?? state) : state];
  const standing = (at: number): StepStanding => {
    if (at < place || state === 'PAID') return 'DONE';
    if (isOver) return 'DROPPED';
    return at === place ? 'CURRENT' : 'TO_COME';
  };
  const step = (name: LabelStepName, at: number, dueOn: string | null, doneOn: string | null): LabelStep => {
    const stands = standing(at);
    // One may have signed the charter while the other did not.
    const acts = state === 'CHARTER' && view.signed.includes('COMPANY') ? 'CANDIDATE' : whoMustAct[state];
    const who = stands === 'CURRENT' ? acts : null;
    return { step: name, month: null, standing: stands, dueOn, doneOn: stands === 'DONE' ? doneOn : null, who };
  };
  const steps = [
    step('CHARTER', 0, dates.requestBy, lastTo('TO_REQUEST')),
    step('REQUEST', 1, dates.requestBy, lastTo('REQUESTED')),
    step('DECISION', 2, null, lastTo('GRANTED', 'REFUSED')),
    step('START', 3, dates.startsOn, lastTo('MISSION')),
    ...checkInSteps(view, isOver && !isWhole, today),
    step('END', 4, dates.overOn, lastTo('PROOFS_DUE', 'NO_AID')),
  ];
  if (!view.isAided && place > 2) return steps;
  return [...steps, step('PROOFS', 5, dates.proofsBy, lastTo('PROOFS_SENT')), step('PAYMENT', 6, null, lastTo('PAID'))];
}

function checkInSteps(view: LabelView, isDropped: boolean, today: string): LabelStep[] {
  const asked = sidesOf(view).length;
  return view.dates.checkIns.map(({ month, on, by }) => {
    const answers = view.answered.filter((one) => one.month === month);
    const isAsked = isFollowed(view.state) && on <= today;
    const isPast = isDropped || asked === 0 || (isFinal(view.state) && by < today);
    const isAnswered = answers.length > 0 && answers.length >= asked;
    const standing = isAnswered ? 'DONE' : isPast ? 'DROPPED' : isAsked ? 'CURRENT' : 'TO_COME';
    const doneOn =
      standing === 'DONE'
        ? answers
            .map((one) => one.on)
            .sort()
            .at(-1)!
        : null;
    return { step: 'CHECK_IN', month, standing, dueOn: isAsked ? by : on, doneOn, who: null };
  });
}
