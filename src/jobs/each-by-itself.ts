import type { Logger } from '@nestjs/common';

/** Does the work of a schedule for each, one after another. One that fails is for the next run, and keeps nobody else waiting. */
export async function eachByItself(
  logger: Logger,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<void> {
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      logger.warn(`${id} failed, to be tried again in the next run: ${String(error)}`);
    }
  }
}
