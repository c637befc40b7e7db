import type { Clock } from '../common/clock.js';

/** Leaves a service alone for a while after it failed several times in a row, or asked for it. */
export class Circuit {
  private failures = 0;
  private openUntil = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limits: { failures: number; rest: number },
  ) {}

  get isOpen(): boolean {
    return this.clock.now().valueOf() < this.openUntil;
  }

  open(milliseconds: number): void {
    this.openUntil = Math.max(this.openUntil, this.clock.now().valueOf() + milliseconds);
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** After the rest one more failure is enough to open it again. */
  failed(): void {
    this.failures += 1;
    if (this.failures >= this.limits.failures) this.open(this.limits.rest);
  }
}
