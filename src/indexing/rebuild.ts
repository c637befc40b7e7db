import { Injectable, Logger } from '@nestjs/common';
import type { Progress } from '../common/progress.js';
import { reasonOf } from './engine-http.js';
import { Reindex } from './reindex.js';

const firstPause = 60_000;
const longestPause = 60 * 60_000;

/**
 * Rebuilds the index when that is due, and never keeps an index that is in use from being followed: one that cannot be
 * rebuilt, for want of room for a second, is tried again after a minute, then after twice as long each time, up to an hour.
 */
@Injectable()
export class Rebuild {
  private readonly logger = new Logger(Rebuild.name);
  private failures = 0;
  private notBefore = 0;

  constructor(private readonly reindex: Reindex) {}

  /** Answers whether the index was built; throws when that failed and there is none to go on with. */
  async whenDue(progress: Progress): Promise<boolean> {
    if (Date.now() < this.notBefore && (await this.reindex.canFollow())) return false;
    if (await this.reindex.upToDate()) return false;
    try {
      const built = await this.reindex.unlessUpToDate(progress);
      this.failures = 0;
      return built;
    } catch (error) {
      if (this.reindex.ended || !(await this.reindex.canFollow())) throw error;
      const pause = Math.min(firstPause * 2 ** this.failures, longestPause);
      this.failures += 1;
      this.notBefore = Date.now() + pause;
      this.logger.error(
        `the index could not be rebuilt, the one in use is followed; again in ${pause / 60_000} min: ${reasonOf(error)}`,
      );
      return false;
    }
  }
}
