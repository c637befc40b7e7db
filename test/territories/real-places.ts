import { Gazetteer } from '../../src/territories/gazetteer.js';
import { referenceTables } from '../../src/territories/import-territories.js';
import type { ReferenceTables } from '../../src/territories/reference-tables.js';

let made: { tables: ReferenceTables; gazetteer: Gazetteer } | undefined;

/** The real communes and territories, straight from their sources, without a database; made once per test file. */
export function realPlaces(): { tables: ReferenceTables; gazetteer: Gazetteer } {
  if (!made) {
    const tables = referenceTables();
    const gazetteer = Object.create(Gazetteer.prototype) as Gazetteer;
    gazetteer.fill(tables);
    made = { tables, gazetteer };
  }
  return made;
}
