import type { Progress } from './common/progress.js';
import { withDatabase } from './database.js';
import { ensureCloseness } from './scoring/closeness-build.js';
import { loadSkillsSeed } from './skills/seed.js';
import { loadTerritories } from './territories/import-territories.js';

/**
 * The facts the product is shipped with: communes, territories, occupations and skills, and how close skills are. Loading them
 * again changes nothing.
 */
export const loadReferenceData = (databaseUrl: string, progress: Progress): Promise<void> =>
  withDatabase(databaseUrl, async (db) => {
    await loadTerritories(db, progress);
    await loadSkillsSeed(db, progress);
    await ensureCloseness(db, progress);
  });
