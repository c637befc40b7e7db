import type { Offer } from './offer.entity.js';

const day = 86_400_000;

/** Applications that may wait for each opening before an offer sinks at all. */
export const bearable = 5;

/** Days that an offer sinks at most. */
export const deepest = 14;

/**
 * The moment, in milliseconds since 1970, by which an offer is ordered among equals, newest first: its publication, less
 * a day for each application that waits per opening beyond the first five, and never more than fourteen days. So those
 * who search meet offers where an application still has a chance, and a company gets back up by answering.
 */
export function standing(
  offer: Pick<Offer, 'waitingApplications' | 'openings'> & { publishedAt: Date | number },
): number {
  const perOpening = offer.waitingApplications / Math.max(offer.openings, 1);
  const days = Math.min(Math.max(Math.floor(perOpening - bearable), 0), deepest);
  return offer.publishedAt.valueOf() - days * day;
}
