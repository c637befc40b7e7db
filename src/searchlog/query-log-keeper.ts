import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { addDays, Clock } from '../common/clock.js';
import { Hourly } from '../common/hourly.js';

/** Days for which it is kept what was searched for. */
export const keptDays = 90;

/** Forgets searches when their time is over. */
@Injectable()
export class QueryLogKeeper extends Hourly {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Today is the first of the days kept. */
  async forget(): Promise<void> {
    await this.db.query('DELETE FROM search_log WHERE day <= $1::date', [addDays(this.clock.today(), -keptDays)]);
  }

  protected work(): Promise<void> {
    return this.forget();
  }
}
