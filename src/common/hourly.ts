import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';

const hour = 3_600_000;

/** Work of the worker that is done when it starts and every hour from then on; several workers may do it. */
export abstract class Hourly implements BeforeApplicationShutdown {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  protected abstract work(): Promise<unknown>;

  start(): void {
    this.timer = setInterval(() => {
      this.look();
    }, hour).unref();
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running = this.work().catch((error: unknown) => {
      this.logger.warn(`failed, to be tried again in an hour: ${String(error)}`);
    });
  }
}
