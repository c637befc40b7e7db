import { setImmediate } from 'node:timers/promises';

/** The longest that requests to the same process are kept waiting, in milliseconds, but for one step. */
const longest = 10;

/** Counting is long and the process that counts may answer requests too: between two steps they go first. */
export class Pace {
  private began = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.began < longest) return;
    await setImmediate();
    this.began = performance.now();
  }
}
