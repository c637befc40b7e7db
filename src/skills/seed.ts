import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { isLoaded, noteLoaded } from '../territories/reference-load.js';
import { type Columns, countOccupations, insertAll, skillsLock, stage } from './bulk.js';
import {
  readSeed,
  type Seed,
  seedFingerprint,
  type SeedLink,
  type SeedOccupation,
  type SeedSkill,
  type SeedTerm,
  type SeedTitle,
} from './seed-files.js';

const step = 'Compétences et métiers';

/**
 * Makes the database hold the seed. Labels that the ROME brought stay, with the seed's own as another word for them; what
 * an older seed held and this one does not is marked retired. Does nothing when the same seed was loaded before.
 */
export async function loadSkillsSeed(db: DataSource, progress: Progress): Promise<void> {
  const fingerprint = seedFingerprint();
  if (await isLoaded(db.manager, 'skills seed', fingerprint)) return;
  const seed = readSeed();
  await db.transaction(async (tx) => {
    await tx.query(skillsLock);
    if (await isLoaded(tx, 'skills seed', fingerprint)) return;
    await writeSeed(tx, seed, progress);
    await noteLoaded(tx, 'skills seed', fingerprint);
  });
}

async function writeSeed(tx: EntityManager, seed: Seed, progress: Progress): Promise<void> {
  const { skills, terms, occupations, titles, links } = seed;
  const total = [skills, terms, occupations, titles, links].reduce((sum, rows) => sum + rows.length, 0);
  let done = 0;
  const report = (rows: number): void => {
    progress(step, (done += rows), total);
  };
  await stage(tx, 'seed_skill', skillColumns, skills, report);
  await tx.query(mergeSkills);
  await tx.query(retire('skill', 'seed_skill'));
  await tx.query('DELETE FROM skill_term');
  await insertAll(tx, 'skill_term', termColumns, terms, report);
  await stage(tx, 'seed_occupation', occupationColumns, occupations, report);
  await tx.query(mergeOccupations);
  await tx.query(retire('occupation', 'seed_occupation'));
  await tx.query(`DELETE FROM occupation_title WHERE source = 'seed'`);
  await stage(tx, 'seed_title', titleColumns, titles, report);
  await tx.query(
    `INSERT INTO occupation_title (occupation_code, code, title, folded, word_keys, source)
     SELECT occupation_code, code, title, folded, string_to_array(word_keys, '|'), 'seed' FROM seed_title`,
  );
  await tx.query(
    `UPDATE occupation_skill SET source = 'rome', core = rome_core WHERE source = 'seed' AND rome_core IS NOT NULL`,
  );
  await tx.query(`DELETE FROM occupation_skill WHERE source = 'seed'`);
  await stage(tx, 'seed_link', linkColumns, links, report);
  await tx.query(
    `INSERT INTO occupation_skill (occupation_code, skill_code, core, source)
     SELECT occupation_code, skill_code, core, 'seed' FROM seed_link
     ON CONFLICT (occupation_code, skill_code) DO UPDATE SET core = excluded.core, source = 'seed'`,
  );
  await countOccupations(tx);
}

const skillColumns: Columns<SeedSkill> = {
  code: 'text',
  kind: 'text',
  domain: 'text',
  label_fr: 'text',
  label_en: 'text',
  folded_label: 'text',
  word_key: 'text',
};
const termColumns: Columns<SeedTerm> = {
  skill_code: 'text',
  kind: 'text',
  term: 'text',
  folded: 'text',
  word_key: 'text',
};
const occupationColumns: Columns<SeedOccupation> = {
  code: 'text',
  domain: 'text',
  label_fr: 'text',
  label_en: 'text',
  folded_label: 'text',
};
const titleColumns: Columns<SeedTitle> = {
  occupation_code: 'text',
  code: 'text',
  title: 'text',
  folded: 'text',
  word_keys: 'text',
};
const linkColumns: Columns<SeedLink> = { occupation_code: 'text', skill_code: 'text', core: 'boolean' };

/** A skill's family, kind and English label are the seed's to say; its French label only until the ROME owns the row. */
const mergeSkills = `
  INSERT INTO skill (code, kind, domain, label_fr, label_en, folded_label, word_key, source)
  SELECT code, kind, domain, label_fr, label_en, folded_label, word_key, 'seed' FROM seed_skill
  ON CONFLICT (code) DO UPDATE SET
    kind = excluded.kind, domain = excluded.domain, label_en = excluded.label_en,
    label_fr = CASE skill.source WHEN 'rome' THEN skill.label_fr ELSE excluded.label_fr END,
    folded_label = CASE skill.source WHEN 'rome' THEN skill.folded_label ELSE excluded.folded_label END,
    word_key = CASE skill.source WHEN 'rome' THEN skill.word_key ELSE excluded.word_key END,
    retired_on = CASE skill.source WHEN 'rome' THEN skill.retired_on END`;

const mergeOccupations = `
  INSERT INTO occupation (code, domain, label_fr, label_en, folded_label, source)
  SELECT code, domain, label_fr, label_en, folded_label, 'seed' FROM seed_occupation
  ON CONFLICT (code) DO UPDATE SET
    domain = excluded.domain, label_en = excluded.label_en,
    label_fr = CASE occupation.source WHEN 'rome' THEN occupation.label_fr ELSE excluded.label_fr END,
    folded_label = CASE occupation.source WHEN 'rome' THEN occupation.folded_label ELSE excluded.folded_label END,
    retired_on = CASE occupation.source WHEN 'rome' THEN occupation.retired_on END`;

/** Offers may still name what an older seed held: it stays, retired unless the ROME holds it too. */
const retire = (table: string, seed: string): string => `
  UPDATE ${table} SET domain = NULL, retired_on = CASE source WHEN 'seed' THEN current_date ELSE retired_on END
  WHERE domain IS NOT NULL AND code NOT IN (SELECT code FROM ${seed})`;
