import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { recountResponsiveness } from './responsiveness-count.js';

const lookEvery = 3_600_000;

/** The worker's part: counts how companies answer. Several workers may run; one counts at a time. */
@Injectable()
export class ResponsivenessKeeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ResponsivenessKeeper.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Now, and every hour from now on. */
  start(): void {
    this.timer = setInterval(() => {
      this.look();
    }, lookEvery).unref();
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** False when another process was at it. */
  recount(): Promise<boolean> {
    return this.db.transaction((tx) => recountResponsiveness(tx, this.clock.today(), this.clock.now()));
  }

  private look(): void {
    this.running = this.recount().then(
      () => undefined,
      (error: unknown) => {
        this.logger.warn(`how companies answer could not be counted, to be tried again in an hour: ${String(error)}`);
      },
    );
  }
}
