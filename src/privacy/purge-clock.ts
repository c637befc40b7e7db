import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What time it is for the database, which has its own machine and its own clock. */
@Injectable()
export class DatabaseClock {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async now(): Promise<Date> {
    const [{ now }] = await this.db.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
    return now;
  }
}
