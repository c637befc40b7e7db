import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Hourly } from '../common/hourly.js';
import { recountResponsiveness } from './responsiveness-count.js';

/** Counts how companies answer. Several workers may run; one counts at a time. */
@Injectable()
export class ResponsivenessKeeper extends Hourly {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** False when another process was at it. */
  recount(): Promise<boolean> {
    return this.db.transaction((tx) => recountResponsiveness(tx, this.clock.today(), this.clock.now()));
  }

  protected work(): Promise<boolean> {
    return this.recount();
  }
}
