import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Refusal } from '../common/refusal.js';
import type { OfferEndReason } from './offer-end-reason.js';

/** That an offer takes no more applications and did not just lapse. */
export interface OfferEnd {
  offerId: string;
  to: 'FILLED' | 'CLOSED';
  /** Null when nobody of the company is left to say it. */
  accountId: string | null;
  /** What the company chose to tell those who wait; null when it told nothing. */
  reason: OfferEndReason | null;
  words: string | null;
}

/** What later rooms have to do with the moves of offers. All of it happens in the transaction of the move. */
export interface OfferWatcher {
  /** Before the offers are held: holds whom it will write to. */
  ending(tx: EntityManager, offerIds: readonly string[]): Promise<void>;
  /** After an offer ended. */
  ended(tx: EntityManager, end: OfferEnd): Promise<void>;
  /** Why an offer of this company must not go online now; null when it may. A new offer has no id yet. */
  keptOffline(tx: EntityManager, companyId: string, offerId: string | null): Promise<Refusal | null>;
}

/** Later rooms register here as they start; this room knows none of them. */
@Injectable()
export class OfferWatchers implements OfferWatcher {
  private readonly watchers: OfferWatcher[] = [];

  register(watcher: OfferWatcher): void {
    this.watchers.push(watcher);
  }

  async ending(tx: EntityManager, offerIds: readonly string[]): Promise<void> {
    if (offerIds.length === 0) return;
    for (const watcher of this.watchers) await watcher.ending(tx, offerIds);
  }

  async ended(tx: EntityManager, end: OfferEnd): Promise<void> {
    for (const watcher of this.watchers) await watcher.ended(tx, end);
  }

  async keptOffline(tx: EntityManager, companyId: string, offerId: string | null): Promise<Refusal | null> {
    for (const watcher of this.watchers) {
      const refusal = await watcher.keptOffline(tx, companyId, offerId);
      if (refusal) return refusal;
    }
    return null;
  }
}
