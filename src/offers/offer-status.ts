import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const offerStatuses = ['DRAFT', 'OPEN', 'PAUSED', 'FILLED', 'CLOSED', 'EXPIRED'] as const;
export type OfferStatus = (typeof offerStatuses)[number];
export const OfferStatus = enumOf(offerStatuses);

/** What may become of an offer. A closed offer stays closed: a new one is posted instead. */
const next: Record<OfferStatus, readonly OfferStatus[]> = {
  DRAFT: ['OPEN', 'CLOSED'],
  OPEN: ['PAUSED', 'FILLED', 'CLOSED', 'EXPIRED'],
  PAUSED: ['OPEN', 'FILLED', 'CLOSED', 'EXPIRED'],
  FILLED: ['OPEN', 'CLOSED'],
  CLOSED: [],
  EXPIRED: ['OPEN', 'CLOSED'],
};

export const canBecome = (from: OfferStatus, to: OfferStatus): boolean => next[from].includes(to);

/** Whether the company may still change what an offer says. */
export const canBeRevised = (status: OfferStatus): boolean => status !== 'CLOSED';

/**
 * The one predicate "open to applications" in SQL, obeyed by lists, pages, index, matches and applications:
 * `today` is the placeholder of the civil date.
 */
export const openInSql = (offer: string, today: string): string =>
  `(${offer}.status = 'OPEN' AND NOT ${offer}.withheld AND (${offer}.expires_on IS NULL OR ${offer}.expires_on >= ${today}::date))`;

/** The same predicate on a row. */
export const isOpen = (
  offer: { status: OfferStatus; withheld: boolean; expiresOn: string | null },
  today: string,
): boolean => offer.status === 'OPEN' && !offer.withheld && (offer.expiresOn === null || offer.expiresOn >= today);

registerEnumType(OfferStatus, {
  name: 'OfferStatus',
  description: 'Where an offer stands in its life. Only OPEN offers are public.',
  valuesMap: {
    DRAFT: { description: 'Written, not published: seen by the company alone.' },
    OPEN: { description: 'Public and open to applications.' },
    PAUSED: { description: 'Taken offline for a while, by the company or by the platform: see Offer.pausedBecause.' },
    FILLED: { description: 'Someone was hired.' },
    CLOSED: { description: 'Withdrawn for good.' },
    EXPIRED: { description: 'Its last day has passed; it can be published again.' },
  },
});
