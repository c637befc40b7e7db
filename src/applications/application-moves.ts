import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { ApplicationStatus } from './application-status.js';

export const applicationSides = ['CANDIDATE', 'COMPANY', 'PLATFORM'] as const;
export type ApplicationSide = (typeof applicationSides)[number];
export const ApplicationSide = enumOf(applicationSides);

interface Move {
  from: ApplicationStatus;
  to: ApplicationStatus;
  by: ApplicationSide;
}

const moves = (by: ApplicationSide, to: ApplicationStatus, ...from: ApplicationStatus[]): Move[] =>
  from.map((each) => ({ from: each, to, by }));

/** Every move an application can make, and whose it is; whatever is not here does not happen. */
const legalMoves: readonly Move[] = [
  ...moves('COMPANY', 'SEEN', 'SENT'),
  ...moves('COMPANY', 'INTERVIEW', 'SENT', 'SEEN'),
  ...moves('COMPANY', 'ACCEPTED', 'SENT', 'SEEN', 'INTERVIEW'),
  ...moves('COMPANY', 'DECLINED', 'SENT', 'SEEN', 'INTERVIEW'),
  ...moves('CANDIDATE', 'WITHDRAWN', 'SENT', 'SEEN', 'INTERVIEW'),
  ...moves('PLATFORM', 'CLOSED_UNANSWERED', 'SENT', 'SEEN', 'INTERVIEW'),
];

export const mayMove = (from: ApplicationStatus, to: ApplicationStatus, by: ApplicationSide): boolean =>
  legalMoves.some((move) => move.from === from && move.to === to && move.by === by);

/** States in which the company has not answered yet. */
export const waitingStatuses = ['SENT', 'SEEN'] as const satisfies readonly ApplicationStatus[];

/** States from which an application still moves. */
export const liveStatuses = ['SENT', 'SEEN', 'INTERVIEW'] as const satisfies readonly ApplicationStatus[];

/** What a company says by moving it here is an answer. */
const answers: readonly ApplicationStatus[] = ['INTERVIEW', 'ACCEPTED', 'DECLINED'];

const isLive = (status: ApplicationStatus): boolean => liveStatuses.some((live) => live === status);

interface Moments {
  movedAt: Date;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
  closedAt: Date | null;
}

/** The moments an application holds after a move. The first answer stays the first. */
export const momentsAfter = (before: Moments, to: ApplicationStatus, now: Date): Moments => ({
  movedAt: now,
  answeredAt: answers.includes(to) ? (before.answeredAt ?? now) : before.answeredAt,
  withdrawnAt: to === 'WITHDRAWN' ? now : before.withdrawnAt,
  closedAt: isLive(to) ? null : now,
});

registerEnumType(ApplicationSide, {
  name: 'ApplicationSide',
  description: 'Who took a step of an application; people of a company are not named.',
  valuesMap: {
    CANDIDATE: { description: 'The candidate.' },
    COMPANY: { description: 'Someone of the company.' },
    PLATFORM: { description: 'The platform, by its rules.' },
  },
});
