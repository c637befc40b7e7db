import type { EntityManager } from 'typeorm';

/** What the lexicon is made of, as the tables hold it: columns in arrays of few types, for there are fifty thousand rows. */
export interface LexiconRows {
  skills: LexiconSkill[];
  terms: { code: string; term: string; key: string }[];
  occupations: LexiconThing[];
  titles: { code: string; title: string; keys: string[]; fromSeed: boolean }[];
  /** Skills that are the core of few occupations, with those. */
  callings: { code: string; occupations: string[] }[];
}

export interface LexiconThing {
  code: string;
  labelFr: string;
  labelEn: string | null;
  /** Whether the seed holds it. */
  ours: boolean;
  retired: boolean;
}

export interface LexiconSkill extends LexiconThing {
  key: string;
  language: boolean;
  occupationCount: number;
}

/** A skill at the core of more occupations belongs to none of them. */
const mostCallings = 8;

/** To be asked in one snapshot: between two of the queries a load may be committed. */
export async function readLexiconRows(db: Pick<EntityManager, 'query'>): Promise<LexiconRows> {
  const read = <Row>(sql: string): Promise<Row[]> => db.query<Row[]>(sql);
  const thing = `code, label_fr AS "labelFr", label_en AS "labelEn", domain IS NOT NULL AS ours, retired_on IS NOT NULL AS retired`;
  return {
    skills: await read(
      `SELECT ${thing}, word_key AS key, kind = 'LANGUAGE' AS language, occupation_count AS "occupationCount" FROM skill`,
    ),
    terms: await read('SELECT skill_code AS code, term, word_key AS key FROM skill_term'),
    occupations: await read(`SELECT ${thing} FROM occupation`),
    callings: await read(
      `SELECT skill_code AS code, array_agg(DISTINCT occupation_code) AS occupations
       FROM occupation_skill JOIN occupation ON code = occupation_code
       WHERE core AND retired_on IS NULL GROUP BY skill_code HAVING count(DISTINCT occupation_code) <= ${mostCallings}`,
    ),
    titles: await read(
      `SELECT occupation_code AS code, title, word_keys AS keys, source = 'seed' AS "fromSeed" FROM occupation_title`,
    ),
  };
}
