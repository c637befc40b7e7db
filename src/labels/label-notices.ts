import { addDays, daysBetween } from '../common/clock.js';
import { missingOf, sidesOf } from './label-missing.js';
import { documentsBy, isFollowed, type LabelView } from './label-view.js';

export const noticeKinds = ['REQUEST', 'DOCUMENTS', 'PROOFS', 'DECISION', 'CHECK_IN', 'MANAGER'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something to tell one side, once. */
export interface Notice {
  /** Names it among all of a label: begins with its kind. */
  key: string;
  kind: NoticeKind;
  to: 'COMPANY' | 'CANDIDATE' | 'INSTRUCTOR';
  /** The day it is about. */
  by: string;
  month?: number;
  /** Not the first about that. */
  again: boolean;
  /** That day is over. */
  late: boolean;
}

/** Days before the last one on which documents and proofs are recalled; below nought, after it. */
const beforeDocuments = [7, 0, -14];
const beforeProofs = [30, 7, 0, -30];
/** Days after a check-in was asked on which it is recalled; on the first it is asked. */
const afterCheckIn = [0, 7, 20];
/** Days that a request or proofs wait with the instructor before administrators are told, and again. */
const waiting = [30, 60];

/**
 * What is to be told today. Of several reminders that are due after a standstill only the last is, so that nobody gets two
 * letters about one thing in one day; what was told before has its key and is not told again.
 */
export function noticesOf(view: LabelView, today: string): Notice[] {
  return [...stateNotices(view, today), ...checkInNotices(view, today)]
    .filter(({ to }) => to !== 'COMPANY' || view.companyMayAct)
    .map((notice) => ({ ...notice, late: notice.by < today }));
}

type Undated = Omit<Notice, 'late'>;

function stateNotices(view: LabelView, today: string): Undated[] {
  const { requestBy, proofsBy } = view.dates;
  switch (view.state) {
    case 'CHARTER':
    case 'TO_REQUEST':
      return before('REQUEST', requestBy, view.remindersBeforeRequest, today);
    case 'MORE_DOCUMENTS':
      return before('DOCUMENTS', documentsBy(view), beforeDocuments, today);
    case 'PROOFS_INCOMPLETE':
      return before('PROOFS', documentsBy(view), beforeDocuments, today);
    case 'PROOFS_DUE':
      return before('PROOFS', proofsBy, beforeProofs, today);
    case 'REQUESTED':
    case 'PROOFS_SENT': {
      const days = latest(waiting, daysBetween(view.since, today));
      if (days === undefined) return [];
      const key = `DECISION:${view.since}:${days}`;
      return [{ key, kind: 'DECISION', to: 'INSTRUCTOR', by: view.since, again: days !== waiting[0] }];
    }
    default:
      return [];
  }
}

function before(kind: NoticeKind, by: string, days: readonly number[], today: string): Undated[] {
  const due = days.filter((each) => addDays(by, -each) <= today).sort((one, other) => one - other)[0];
  if (due === undefined) return [];
  return [{ key: `${kind}:${by}:${due}`, kind, to: 'COMPANY', by, again: due !== Math.max(...days) }];
}

function checkInNotices(view: LabelView, today: string): Undated[] {
  if (!isFollowed(view.state)) return [];
  const missing = missingOf(view, today);
  return view.dates.checkIns.flatMap(({ month, on, by }) => {
    const days = latest(afterCheckIn, daysBetween(on, today));
    if (days === undefined) return [];
    return sidesOf(view)
      .filter((side) => missing.some((one) => one.month === month && one.who === side))
      .map(
        (to) => ({ key: `CHECK_IN:${month}:${to}:${days}`, kind: 'CHECK_IN', to, by, month, again: days > 0 }) as const,
      );
  });
}

/** The last of these days that has come. */
const latest = (days: readonly number[], passed: number): number | undefined => days.findLast((each) => each <= passed);
