import type { DataSource, EntityManager } from 'typeorm';
import type { Announcements } from '../common/announcements.js';
import { loadedSoFar, referenceChannel } from './reference-load.js';

/** Keeps what a process holds of the reference data in memory as the database has it. */
export class ReferenceFollower {
  private readFrom: string | null = null;
  private reading: Promise<unknown> = Promise.resolve();

  /** `read` is given one moment of all tables: between two of them a load may be committed that both must show or neither. */
  constructor(
    private readonly db: DataSource,
    private readonly read: (tx: EntityManager) => Promise<void>,
  ) {}

  /** Reads now, and again at every announced change; when that fails, what was read before stays and `failed` is told. */
  async start(announcements: Announcements, failed: (error: unknown) => void): Promise<void> {
    await announcements.listen(referenceChannel, () => {
      this.refresh().catch(failed);
    });
    await this.refresh();
  }

  /**
   * Once it is done, nothing older is held than what was committed when it was called; costs one small query when the
   * reference data did not change. Readings take turns, so that an earlier one never replaces a later one.
   */
  refresh(): Promise<void> {
    const read = this.reading.then(async () => {
      if ((await loadedSoFar(this.db.manager)) !== this.readFrom) await this.readAll();
    });
    this.reading = read.catch(() => undefined);
    return read;
  }

  private async readAll(): Promise<void> {
    await this.db.transaction('REPEATABLE READ', async (tx) => {
      const loaded = await loadedSoFar(tx);
      await this.read(tx);
      this.readFrom = loaded;
    });
  }
}
