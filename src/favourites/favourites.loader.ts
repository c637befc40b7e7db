import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';

/** "<account> <offer>" */
type Key = string;
export const keptKey = (accountId: string, offerId: string): Key => `${accountId} ${offerId}`;

/** Whether accounts keep offers, read together. */
@Injectable()
export class FavouritesLoader extends BatchLoader<Key, boolean> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(keys: readonly Key[]): Promise<boolean[]> {
    const [accountIds, offerIds] = [0, 1].map((part) => [...new Set(keys.map((key) => key.split(' ')[part]!))]);
    const rows = await this.db.query<{ accountId: string; offerId: string }[]>(
      `SELECT account_id AS "accountId", offer_id AS "offerId"
         FROM favourite JOIN candidate ON candidate.id = favourite.candidate_id
        WHERE account_id = ANY($1) AND offer_id = ANY($2)`,
      [accountIds, offerIds],
    );
    const kept = new Set(rows.map(({ accountId, offerId }) => keptKey(accountId, offerId)));
    return keys.map((key) => kept.has(key));
  }
}
