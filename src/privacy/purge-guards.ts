/** What people cannot get back: erased only as far as the guards let it go. */
export const guardedRules = ['CANDIDATE_ERASED', 'APPLICATION', 'INVITATION'] as const;
export type GuardedRule = (typeof guardedRules)[number];

export interface PurgeCount {
  rule: GuardedRule;
  /** How many are to go, of how many there are. */
  due: number;
  of: number;
  /** How many went; 0 as long as it is held. */
  done: number;
}

export type HeldFor = 'CLOCKS_DISAGREE' | 'TOO_MANY';

/** Milliseconds by which the clocks of platform and database may differ. */
export const mostSkew = 5 * 60_000;

/** Of a hundred rows, how many may go within a day. */
export const mostPercent = 5;

/** So few go without being asked: of ten candidates one is ten per cent. */
export const alwaysFew = 10;

/**
 * Why an administrator has to look first; nothing when nobody has to. What went without being confirmed within the last day
 * counts too, so that many small purges are one.
 */
export function heldFor(
  at: Date,
  databaseAt: Date,
  counts: readonly PurgeCount[],
  wentToday: ReadonlyMap<GuardedRule, number> = new Map(),
): HeldFor[] {
  const skew = Math.abs(at.valueOf() - databaseAt.valueOf());
  const isTooMany = ({ rule, due, of }: PurgeCount): boolean => {
    const gone = wentToday.get(rule) ?? 0;
    return due > 0 && due + gone > alwaysFew && (due + gone) * 100 > (of + gone) * mostPercent;
  };
  return [
    ...(skew > mostSkew ? (['CLOCKS_DISAGREE'] as const) : []),
    ...(counts.some(isTooMany) ? (['TOO_MANY'] as const) : []),
  ];
}
