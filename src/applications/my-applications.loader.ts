import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Application } from './application.entity.js';

/** "<account> <offer>" */
type Key = string;
export const myKey = (accountId: string, offerId: string): Key => `${accountId} ${offerId}`;

/** What one account sent to each of many offers, read together; null where nothing. */
@Injectable()
export class MyApplicationsLoader extends BatchLoader<Key, Application | null> {
  constructor(@InjectRepository(Application) private readonly applications: Repository<Application>) {
    super();
  }

  protected async batch(keys: readonly Key[]): Promise<(Application | null)[]> {
    const [accountIds, offerIds] = [0, 1].map((part) => [...new Set(keys.map((key) => key.split(' ')[part]!))]);
    const { entities, raw } = await this.applications
      .createQueryBuilder('application')
      .innerJoin(Candidate, 'candidate', 'candidate.id = application.candidate_id')
      .addSelect('candidate.account_id', 'account')
      .where('candidate.account_id IN (:...accountIds) AND application.offer_id IN (:...offerIds)', {
        accountIds,
        offerIds,
      })
      .getRawAndEntities<{ account: string }>();
    const found = new Map(
      entities.map((application, at) => [myKey(raw[at]!.account, application.offerId), application]),
    );
    return keys.map((key) => found.get(key) ?? null);
  }
}
