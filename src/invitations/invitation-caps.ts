/** How many invitations are bearable for those who get them. */
export const caps = {
  /** Waiting for an answer, per offer. */
  OFFER: { most: 20 },
  /** Sent, per company, whatever became of them, in so many days. */
  COMPANY: { most: 50, days: 30 },
} as const;

export type CapScope = keyof typeof caps;

const day = 86_400_000;

/** From this moment on, what a company sent counts. */
export const countedSince = (now: Date): Date => new Date(now.valueOf() - caps.COMPANY.days * day);

/** When an invitation does not count any more. */
export const countsUntil = (sentAt: Date): Date => new Date(sentAt.valueOf() + caps.COMPANY.days * day);
