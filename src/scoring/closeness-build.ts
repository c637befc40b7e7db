import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { type Columns, insertAll, skillsLock } from '../skills/bulk.js';
import { isLoaded, referenceChannel } from '../territories/reference-load.js';
import { neighbours } from './closeness.js';
import { rarityOf } from './closeness-facts.js';
import { reasonOf } from './closeness-reason.js';
import { Moves, sharedOf } from './closeness-shared.js';
import { type ClosenessSource, readClosenessSource } from './closeness-source.js';

/** To be raised when the same reference data give other closeness than before. */
const rulesVersion = 1;
const name = 'skill closeness';
const step = 'Proximité des compétences';

export interface ClosenessReport {
  /** Skills that may be close to another, and those that are. */
  skills: number;
  skillsWithNeighbours: number;
  pairs: number;
  seconds: number;
}

interface PairRow {
  asked: string;
  has: string;
  closeness: number;
  reason_fr: string;
  reason_en: string;
}
interface RarityRow {
  skill_code: string;
  rarity: number;
}

/** Builds it unless it was built from these very reference data; null when it was. */
export async function ensureCloseness(db: DataSource, progress: Progress): Promise<ClosenessReport | null> {
  if (await isLoaded(db.manager, name, await fingerprint(db.manager))) return null;
  return build(db, progress, false);
}

/**
 * Computes closeness and rarity of skills from the occupations that call for them, in one transaction: readers see the
 * earlier ones until it is done. Running processes read them again.
 */
export function buildCloseness(db: DataSource, progress: Progress): Promise<ClosenessReport> {
  return build(db, progress, true) as Promise<ClosenessReport>;
}

function build(db: DataSource, progress: Progress, always: boolean): Promise<ClosenessReport | null> {
  const started = performance.now();
  return db.transaction(async (tx) => {
    await tx.query(skillsLock);
    const madeOf = await fingerprint(tx);
    if (!always && (await isLoaded(tx, name, madeOf))) return null;
    const source = await readClosenessSource(tx);
    const { pairs, skillsWithNeighbours } = pairsOf(source, progress);
    await write(tx, pairs, raritiesOf(source));
    await noteBuilt(tx, madeOf);
    const skills = source.facts.skills.length;
    progress(step, skills, skills);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return { skills, skillsWithNeighbours, pairs: pairs.length, seconds };
  });
}

function pairsOf(source: ClosenessSource, progress: Progress): { pairs: PairRow[]; skillsWithNeighbours: number } {
  const { skills, moves } = source.facts;
  const all = new Moves(moves);
  const pairs: PairRow[] = [];
  let done = 0;
  let skillsWithNeighbours = 0;
  for (const found of neighbours(source.facts)) {
    if (found.length > 0) skillsWithNeighbours += 1;
    for (const neighbour of found) {
      const { fr, en } = reasonOf(sharedOf(neighbour, source, all));
      const [asked, has] = [skills[neighbour.asked]!.code, skills[neighbour.has]!.code];
      pairs.push({ asked, has, closeness: neighbour.closeness, reason_fr: fr, reason_en: en });
    }
    done += 1;
    if (done % 500 === 0 && done < skills.length) progress(step, done, skills.length);
  }
  return { pairs, skillsWithNeighbours };
}

const raritiesOf = ({ counts, facts }: ClosenessSource): RarityRow[] =>
  counts.map(({ code, occupations }) => ({ skill_code: code, rarity: rarityOf(occupations, facts.occupationCount) }));

async function write(tx: EntityManager, pairs: PairRow[], rarities: RarityRow[]): Promise<void> {
  await tx.query('DELETE FROM skill_closeness');
  await insertAll(tx, 'skill_closeness', pairColumns, pairs);
  await tx.query('DELETE FROM skill_rarity');
  await insertAll(tx, 'skill_rarity', rarityColumns, rarities);
  await tx.query('ANALYZE skill_closeness, skill_rarity');
}

const pairColumns: Columns<PairRow> = {
  asked: 'text',
  has: 'text',
  closeness: 'smallint',
  reason_fr: 'text',
  reason_en: 'text',
};
const rarityColumns: Columns<RarityRow> = { skill_code: 'text', rarity: 'smallint' };

/** Whoever changes skills, occupations or moves notes it under one of these names. */
async function fingerprint(db: Pick<EntityManager, 'query'>): Promise<string> {
  const loads = await db.query<unknown[]>(
    `SELECT name, fingerprint, loaded_at::text FROM reference_load WHERE name IN ('skills seed', 'rome') ORDER BY name`,
  );
  return createHash('sha256')
    .update(JSON.stringify([rulesVersion, loads]))
    .digest('hex');
}

/** Unlike a load of names and places it leaves the documents of the search as they are: none is made of closeness. */
async function noteBuilt(tx: EntityManager, madeOf: string): Promise<void> {
  await tx.query(
    `INSERT INTO reference_load (name, fingerprint) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = now()`,
    [name, madeOf],
  );
  await tx.query('SELECT pg_notify($1, $2)', [referenceChannel, name]);
}
