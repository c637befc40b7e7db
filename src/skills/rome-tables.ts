import type { EntityManager } from 'typeorm';
import { type Columns, stage } from './bulk.js';
import type { RomeLink, RomeMove, RomeOccupation, RomeRows, RomeSkill, RomeTitle } from './rome-rows.js';

/** What an import did to one table. */
export interface TableChanges {
  added: number;
  changed: number;
  /** No longer in the ROME: occupations and skills are marked retired, the rest is removed. */
  gone: number;
}

export interface RomeChanges {
  occupations: TableChanges;
  titles: TableChanges;
  skills: TableChanges;
  links: TableChanges;
  moves: TableChanges;
}

/** Lays the rows beside the tables for the time of the transaction. */
export async function stageRome(tx: EntityManager, rows: RomeRows, report: (rows: number) => void): Promise<void> {
  await stage(tx, 'rome_occupation', occupationColumns, rows.occupations, report);
  await stage(tx, 'rome_title', titleColumns, rows.titles, report);
  await stage(tx, 'rome_skill', skillColumns, rows.skills, report);
  await stage(tx, 'rome_link', linkColumns, rows.links, report);
  await stage(tx, 'rome_move', moveColumns, rows.moves, report);
}

/**
 * Makes the tables say what the ROME says, and touches only rows that differ. `complete` tells that every row of the
 * files was read: otherwise nothing is held to be gone, for the broken row may be the one that is missed. Tables are
 * analysed as they grow: without it the comparison of what is gone takes minutes.
 */
export async function mergeRome(tx: EntityManager, complete: boolean): Promise<RomeChanges> {
  const merged = async (table: string, merge: string, gone: string): Promise<TableChanges> => {
    const [changes] = await tx.query<{ added: number; changed: number }[]>(
      `WITH touched AS (${merge} RETURNING (xmax = 0) AS added)
       SELECT count(*) FILTER (WHERE added)::integer AS added, count(*) FILTER (WHERE NOT added)::integer AS changed
       FROM touched`,
    );
    await tx.query(`ANALYZE ${table}`);
    const [ended] = complete
      ? await tx.query<{ gone: number }[]>(
          `WITH touched AS (${gone} RETURNING 1) SELECT count(*)::integer AS gone FROM touched`,
        )
      : [{ gone: 0 }];
    return { added: changes?.added ?? 0, changed: changes?.changed ?? 0, gone: ended?.gone ?? 0 };
  };
  const changes = {
    occupations: await merged('occupation', mergeOccupations, retired('occupation', 'rome_occupation')),
    skills: await merged('skill', mergeSkills, retired('skill', 'rome_skill')),
    titles: await merged('occupation_title', mergeTitles, goneTitles),
    links: await merged('occupation_skill', mergeLinks, goneLinks),
    moves: await merged('occupation_mobility', mergeMoves, goneMoves),
  };
  await tx.query(`DELETE FROM occupation_skill WHERE source = 'rome' AND rome_core IS NULL`);
  return changes;
}

const occupationColumns: Columns<RomeOccupation> = {
  code: 'text',
  label_fr: 'text',
  folded_label: 'text',
  parent_code: 'text',
  green: 'text',
  digital: 'boolean',
  managerial: 'boolean',
};
const titleColumns: Columns<RomeTitle> = {
  occupation_code: 'text',
  code: 'text',
  title: 'text',
  folded: 'text',
  word_keys: 'text',
};
const skillColumns: Columns<RomeSkill> = {
  code: 'text',
  kind: 'text',
  label_fr: 'text',
  folded_label: 'text',
  word_key: 'text',
  category: 'text',
};
const linkColumns: Columns<RomeLink> = { occupation_code: 'text', skill_code: 'text', core: 'boolean' };
const moveColumns: Columns<RomeMove> = { from_code: 'text', to_code: 'text', position: 'smallint' };

const mergeOccupations = `
  INSERT INTO occupation AS mine (code, label_fr, folded_label, parent_code, green, digital, managerial, source)
  SELECT DISTINCT ON (code) code, label_fr, folded_label, parent_code, green, digital, managerial, 'rome'
  FROM rome_occupation ORDER BY code
  ON CONFLICT (code) DO UPDATE SET
    label_fr = excluded.label_fr, folded_label = excluded.folded_label, parent_code = excluded.parent_code,
    green = excluded.green, digital = excluded.digital, managerial = excluded.managerial,
    source = 'rome', retired_on = NULL
  WHERE (mine.label_fr, mine.folded_label, mine.parent_code, mine.green, mine.digital, mine.managerial, mine.source,
         mine.retired_on)
    IS DISTINCT FROM (excluded.label_fr, excluded.folded_label, excluded.parent_code, excluded.green,
         excluded.digital, excluded.managerial, 'rome', NULL::date)`;

/** A skill of the seed keeps the kind that the seed gave it: the ROME counts languages and know-how as knowledge. */
const mergeSkills = `
  INSERT INTO skill AS mine (code, kind, label_fr, folded_label, word_key, category, source, occupation_count)
  SELECT DISTINCT ON (code) code, kind, label_fr, folded_label, word_key, category, 'rome', coalesce(called_by, 0)
  FROM rome_skill LEFT JOIN (
    SELECT skill_code, count(DISTINCT occupation_code)::integer AS called_by FROM rome_link GROUP BY skill_code
  ) link ON skill_code = code
  ORDER BY code
  ON CONFLICT (code) DO UPDATE SET
    kind = CASE WHEN mine.domain IS NULL THEN excluded.kind ELSE mine.kind END,
    label_fr = excluded.label_fr, folded_label = excluded.folded_label, word_key = excluded.word_key,
    category = excluded.category, source = 'rome', retired_on = NULL
  WHERE (mine.label_fr, mine.folded_label, mine.word_key, mine.category, mine.source, mine.retired_on)
    IS DISTINCT FROM (excluded.label_fr, excluded.folded_label, excluded.word_key, excluded.category, 'rome', NULL::date)
    OR (mine.domain IS NULL AND mine.kind <> excluded.kind)`;

const retired = (table: string, staged: string): string => `
  UPDATE ${table} SET retired_on = current_date
  WHERE source = 'rome' AND retired_on IS NULL
    AND NOT EXISTS (SELECT FROM ${staged} rome WHERE rome.code = ${table}.code)`;

const mergeTitles = `
  INSERT INTO occupation_title AS mine (occupation_code, code, title, folded, word_keys, source)
  SELECT DISTINCT ON (occupation_code, rome.code)
    occupation_code, rome.code, title, folded, string_to_array(word_keys, '|'), 'rome'
  FROM rome_title rome JOIN occupation ON occupation.code = occupation_code ORDER BY occupation_code, rome.code
  ON CONFLICT (occupation_code, code) DO UPDATE SET
    title = excluded.title, folded = excluded.folded, word_keys = excluded.word_keys
  WHERE (mine.title, mine.folded, mine.word_keys) IS DISTINCT FROM (excluded.title, excluded.folded, excluded.word_keys)`;

const goneTitles = `
  DELETE FROM occupation_title mine WHERE source = 'rome' AND NOT EXISTS (
    SELECT FROM rome_title rome WHERE rome.occupation_code = mine.occupation_code AND rome.code = mine.code)`;

/** The ROME lists working conditions among its links too: only what is a skill is linked. */
const mergeLinks = `
  INSERT INTO occupation_skill AS mine (occupation_code, skill_code, core, rome_core, source)
  SELECT occupation_code, skill_code, bool_or(core), bool_or(core), 'rome' FROM rome_link
  JOIN occupation ON occupation.code = occupation_code JOIN skill ON skill.code = skill_code
  GROUP BY occupation_code, skill_code
  ON CONFLICT (occupation_code, skill_code) DO UPDATE SET
    rome_core = excluded.rome_core, core = CASE mine.source WHEN 'seed' THEN mine.core ELSE excluded.core END
  WHERE mine.rome_core IS DISTINCT FROM excluded.rome_core`;

const goneLinks = `
  UPDATE occupation_skill mine SET rome_core = NULL WHERE rome_core IS NOT NULL AND NOT EXISTS (
    SELECT FROM rome_link rome
    WHERE rome.occupation_code = mine.occupation_code AND rome.skill_code = mine.skill_code)`;

const mergeMoves = `
  INSERT INTO occupation_mobility AS mine (from_code, to_code, position)
  SELECT from_code, to_code, min(rome_move.position) FROM rome_move
  JOIN occupation one ON one.code = from_code JOIN occupation other ON other.code = to_code GROUP BY from_code, to_code
  ON CONFLICT (from_code, to_code) DO UPDATE SET position = excluded.position WHERE mine.position <> excluded.position`;

const goneMoves = `
  DELETE FROM occupation_mobility mine WHERE NOT EXISTS (
    SELECT FROM rome_move rome WHERE rome.from_code = mine.from_code AND rome.to_code = mine.to_code)`;
