import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { TerritoryGeneration } from './generation.js';
import type { ListedTerritory } from './listed-territory.js';
import { sourcesFingerprint } from './reference-files.js';
import type { ImportedLists } from './territory-source.js';

type Db = Pick<EntityManager, 'query'>;

export interface StoredList {
  number: number;
  generation: TerritoryGeneration;
  content: ListedTerritory[];
}

/** The imported lists in force, one at most of each generation. */
const inForce = `SELECT DISTINCT ON (generation) number, generation, content FROM territory_list
  WHERE reverted_at IS NULL ORDER BY generation, number DESC`;

/** The imported list in force of a generation; undefined while it is the shipped one. */
export async function listInForce(db: Db, generation: TerritoryGeneration): Promise<StoredList | undefined> {
  const [list] = await db.query<StoredList[]>(`SELECT * FROM (${inForce}) AS list WHERE generation = $1`, [generation]);
  return list;
}

/** The one that would be in force if that one were taken back; undefined when it is the shipped one. */
export async function listBefore(db: Db, { generation, number }: StoredList): Promise<StoredList | undefined> {
  const [list] = await db.query<StoredList[]>(
    `SELECT number, generation, content FROM territory_list
     WHERE generation = $1 AND number < $2 AND reverted_at IS NULL ORDER BY number DESC LIMIT 1`,
    [generation, number],
  );
  return list;
}

export async function importedLists(db: Db): Promise<ImportedLists> {
  const lists = await db.query<StoredList[]>(inForce);
  return Object.fromEntries(lists.map(({ generation, content }) => [generation, content]));
}

/** Changes exactly when what would be loaded changes: the shipped tables, or which imported lists are in force. */
export async function loadFingerprint(db: Db): Promise<string> {
  const lists = await db.query<{ number: number }[]>(`SELECT number FROM (${inForce}) AS list ORDER BY number`);
  const sources = sourcesFingerprint();
  if (lists.length === 0) return sources;
  return createHash('sha256')
    .update([sources, ...lists.map(({ number }) => number)].join(' '))
    .digest('hex');
}
