import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';
import { IndexableOffers } from './indexable-offers.js';
import { SearchEngine } from './search-engine.js';

/** How the index differs from the database, offer by offer. */
export interface DriftReport {
  /** Open offers the index lacks. */
  missing: string[];
  /** Offers the index holds in an older or newer state. */
  stale: string[];
  /** Documents of offers that are not open, or are no more. */
  orphaned: string[];
}

@Injectable()
export class Drift {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly engine: SearchEngine,
    private readonly offers: IndexableOffers,
    private readonly outbox: Outbox,
  ) {}

  async report(): Promise<DriftReport> {
    const wanted = await this.offers.versions();
    const report: DriftReport = { missing: [], stale: [], orphaned: [] };
    for await (const page of this.engine.versions(this.engine.offers)) {
      for (const { id, version } of page) {
        const expected = wanted.get(id);
        if (expected === undefined) report.orphaned.push(id);
        else if (expected !== version) report.stale.push(id);
        wanted.delete(id);
      }
    }
    report.missing.push(...wanted.keys());
    return report;
  }

  /** Marks every difference, so that the indexer mends it; answers how many. */
  async mend(report: DriftReport): Promise<number> {
    const ids = [...report.missing, ...report.stale, ...report.orphaned];
    await this.db.transaction((tx) => this.outbox.mark(tx, 'offer', ...ids));
    return ids.length;
  }

  /** Open offers less documents: cheap, for health checks; 0 does not prove that they are the same ones. */
  async count(): Promise<number> {
    return (await this.offers.countOpen()) - (await this.engine.count(this.engine.offers));
  }
}
