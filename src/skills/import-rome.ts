import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { noteLoaded } from '../territories/reference-load.js';
import { countOccupations, skillsLock } from './bulk.js';
import type { MalformedRow } from './rome-csv.js';
import { romeRows } from './rome-rows.js';
import { readRome } from './rome-source.js';
import { mergeRome, type RomeChanges, stageRome } from './rome-tables.js';

export interface ImportReport {
  /** The version in the files' names, such as `v460`. */
  version: string;
  /** How many of each the files hold. */
  read: { occupations: number; titles: number; skills: number; links: number; moves: number };
  changes: RomeChanges;
  /** Rows that were left out; the rest was imported. */
  malformed: MalformedRow[];
  /** False when rows were left out: then nothing was taken for gone, for it may only have been unreadable. */
  complete: boolean;
  seconds: number;
}

/**
 * Imports the official ROME 4.0 files from a folder, a zip or the URL of a zip, in one transaction: a failure leaves
 * everything as it was. Run again on the same files it changes nothing. The seed's synonyms, families and links stay.
 * Throws UnusableRome when the source is not the ROME or lacks a table.
 */
export async function importRome(db: DataSource, source: string, progress: Progress): Promise<ImportReport> {
  const started = performance.now();
  progress('ROME : lecture', 0, 1);
  const { version, files } = await readRome(source);
  const rows = romeRows(files);
  const { malformed } = rows;
  const complete = malformed.length === 0;
  progress('ROME : lecture', 1, 1);
  const { occupations, titles, skills, links, moves } = rows;
  const total = [occupations, titles, skills, links, moves].reduce((sum, each) => sum + each.length, 0);
  let done = 0;
  const fingerprint = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const changes = await db.transaction(async (tx) => {
    await tx.query(skillsLock);
    await stageRome(tx, rows, (count) => {
      progress('ROME : import', (done += count), total * 2);
    });
    const made = await mergeRome(tx, complete);
    await countOccupations(tx);
    if (anyOf(made)) await noteLoaded(tx, 'rome', fingerprint);
    return made;
  });
  progress('ROME : import', total * 2, total * 2);
  return {
    version,
    read: {
      occupations: occupations.length,
      titles: titles.length,
      skills: skills.length,
      links: links.length,
      moves: moves.length,
    },
    changes,
    malformed,
    complete,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

const anyOf = ({ occupations, titles, skills, links, moves }: RomeChanges): boolean =>
  [occupations, titles, skills, links, moves].some(({ added, changed, gone }) => added + changed + gone > 0);
