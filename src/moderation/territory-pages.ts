import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import type { Refusal } from '../common/refusal.js';
import type { SuspensionReason } from './moderation-words.js';

/** Whoever keeps what territories say of themselves: a later room, of which this one only knows what it decides about. */
export interface TerritoryPageKeeper {
  /** Whether there is something that everyone reads now. */
  isShown(territoryId: string): Promise<boolean>;
  hideWithin(
    tx: EntityManager,
    by: Viewer,
    territoryId: string,
    reason: SuspensionReason,
    words: string | null,
  ): Promise<Refusal | null>;
  showWithin(tx: EntityManager, by: Viewer, territoryId: string): Promise<Refusal | null>;
  warn(tx: EntityManager, territoryId: string, reason: SuspensionReason, words: string): Promise<void>;
}

/** The keeper registers here as it starts. */
@Injectable()
export class TerritoryPages {
  private keeper: TerritoryPageKeeper | undefined;

  register(keeper: TerritoryPageKeeper): void {
    this.keeper = keeper;
  }

  get kept(): TerritoryPageKeeper {
    if (!this.keeper) throw new Error('no room keeps what territories say of themselves');
    return this.keeper;
  }
}
