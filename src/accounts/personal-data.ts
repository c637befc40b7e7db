import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A room that keeps something about people. */
export interface PersonalDataHolder {
  /** Removes all it keeps about the account, or what remains no longer leads to a person; marks what is indexed. */
  erase(tx: EntityManager, accountId: string): Promise<void>;
}

/** Rooms that hold personal data register here as they start; this room knows none of them. */
@Injectable()
export class PersonalData {
  private readonly holders: PersonalDataHolder[] = [];

  register(holder: PersonalDataHolder): void {
    this.holders.push(holder);
  }

  /**
   * Asks every holder, the last registered first: later rooms lean on the rows of earlier ones and must be able to
   * read them one last time.
   */
  async erase(tx: EntityManager, accountId: string): Promise<void> {
    for (const holder of this.holders.toReversed()) await holder.erase(tx, accountId);
  }
}
