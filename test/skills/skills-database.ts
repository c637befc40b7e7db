import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Announcements } from '../../src/common/announcements.js';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import { Lexicon } from '../../src/skills/lexicon.js';
import { loadSkillsSeed } from '../../src/skills/seed.js';
import { testDatabase } from '../support/database.js';

/** A database of its own that holds the seed; `close` drops it. */
export async function seededDatabase(name: string): Promise<{ db: DataSource; close: () => Promise<void> }> {
  const { url, drop } = await testDatabase(name);
  const db = await new DataSource(databaseOptions(url, 4)).initialize();
  await loadSkillsSeed(db, silent);
  const close = async (): Promise<void> => {
    await db.destroy();
    await drop();
  };
  return { db, close };
}

export async function one<Value>(db: DataSource, query: string, values: unknown[] = []): Promise<Value> {
  const [row] = await db.query<Record<string, Value>[]>(query, values);
  return Object.values(row ?? {})[0] as Value;
}

/** Filled from the database, and deaf to what is announced. */
export async function lexiconOf(db: DataSource): Promise<Lexicon> {
  const lexicon = new Lexicon(db, new Announcements(db));
  await lexicon.refresh();
  return lexicon;
}
