import type { DataSource } from 'typeorm';

/** The advisory lock of whoever writes the index: one indexer or one rebuilding at a time, in all processes. */
export const indexLock = 5_218_803_411;

const isHeld = `
  SELECT FROM pg_locks
   WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted AND objsubid = 1
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
     AND (classid::bigint << 32 | objid::bigint) = $1`;

/**
 * Does what nobody else may do to the index meanwhile. The lock lives as long as its connection, which may end unnoticed:
 * `held` throws when it did, and is to be asked before what cannot be undone.
 */
export async function whileLocked<Result>(
  db: DataSource,
  work: (held: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const lock = db.createQueryRunner();
  await lock.connect();
  const held = async (): Promise<void> => {
    const rows = await lock.manager.query<unknown[]>(isHeld, [indexLock]).catch(() => []);
    if (rows.length === 0) throw new Error('the lock of the index was lost: another process may be writing it');
  };
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [indexLock]);
    return await work(held);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [indexLock]).catch(() => undefined);
    await lock.release();
  }
}
