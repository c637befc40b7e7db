import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Hourly } from '../common/hourly.js';
import { MatchLogRepository } from './match-log.repository.js';

/** Days for which it is kept what was shown, from the last time it was. */
export const keptDays = 90;

/** Forgets what was shown when its time is over. */
@Injectable()
export class MatchLogKeeper extends Hourly {
  constructor(
    private readonly entries: MatchLogRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async forget(): Promise<void> {
    await this.entries.forgetBefore(new Date(this.clock.now().valueOf() - keptDays * 86_400_000));
  }

  protected work(): Promise<void> {
    return this.forget();
  }
}
