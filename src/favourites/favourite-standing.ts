import { isOpen, type OfferStatus } from '../offers/offer-status.js';
import type { FavouriteStanding } from './favourite.type.js';

/** What a candidate is told of an offer they keep, whatever became of it; not why it went offline. */
export function standingOf(
  offer: { status: OfferStatus; withheld: boolean; expiresOn: string | null },
  today: string,
): FavouriteStanding {
  if (isOpen(offer, today)) return 'OPEN';
  if (offer.status === 'FILLED' || offer.status === 'CLOSED' || offer.status === 'EXPIRED') return offer.status;
  return offer.status === 'OPEN' && !offer.withheld ? 'EXPIRED' : 'OFFLINE';
}
