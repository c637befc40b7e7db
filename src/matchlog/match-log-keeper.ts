import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { MatchLogRepository } from './match-log.repository.js';

/** Days for which it is kept what was shown, from the last time it was. */
export const keptDays = 90;

const lookEvery = 3_600_000;

/** The worker's part: forgets what was shown when its time is over. */
@Injectable()
export class MatchLogKeeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger(MatchLogKeeper.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly entries: MatchLogRepository,
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

  async forget(): Promise<void> {
    await this.entries.forgetBefore(new Date(this.clock.now().valueOf() - keptDays * 86_400_000));
  }

  private look(): void {
    this.running = this.forget().catch((error: unknown) => {
      this.logger.warn(`old matches could not be forgotten, to be tried again in an hour: ${String(error)}`);
    });
  }
}
