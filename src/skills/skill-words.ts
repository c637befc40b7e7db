import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { acceptableSkillCode } from './codes.js';

/** What the tables say of the codes of skills and occupations. */
@Injectable()
export class SkillWords {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Which of these codes are in the table of skills, retired ones included. */
  async known(codes: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ code: string }[]>('SELECT code FROM skill WHERE code = ANY($1)', [codes]);
    return new Set(rows.map(({ code }) => code));
  }

  /** Those of these codes that an offer or a profile may name: any well-formed ROME number, and what the table holds. */
  async acceptableSkillCodes(codes: readonly string[]): Promise<Set<string>> {
    const known = await this.known(codes);
    return new Set(codes.filter((code) => acceptableSkillCode(code, known)));
  }

  /** Label first, then every other word for each skill, for a document of the search. Unknown codes are left out. */
  wordsOf(codes: readonly string[]): Promise<Map<string, string[]>> {
    return this.words(
      `SELECT code, label_fr AS word, 0 AS place FROM skill WHERE code = ANY($1)
       UNION SELECT skill_code, term, 1 FROM skill_term WHERE skill_code = ANY($1)`,
      codes,
    );
  }

  /** Label first, then the job titles that lead to each occupation. Unknown codes are left out. */
  occupationWords(codes: readonly string[]): Promise<Map<string, string[]>> {
    return this.words(
      `SELECT code, label_fr AS word, 0 AS place FROM occupation WHERE code = ANY($1)
       UNION SELECT occupation_code, title, 1 FROM occupation_title WHERE occupation_code = ANY($1)`,
      codes,
    );
  }

  /** Occupations that people of this one move to, nearest first; without the ROME, those that share core skills. */
  async relatedOccupations(code: string, most = 8): Promise<string[]> {
    const rows = await this.db.query<{ code: string }[]>(
      `SELECT to_code AS code FROM (
         SELECT to_code, 0 AS far, position AS place FROM occupation_mobility WHERE from_code = $1
         UNION ALL
         SELECT theirs.occupation_code, 1, -count(*)
         FROM occupation_skill ours JOIN occupation_skill theirs USING (skill_code)
         WHERE ours.occupation_code = $1 AND theirs.occupation_code <> $1 AND ours.core AND theirs.core
           AND ours.source = 'seed' AND theirs.source = 'seed'
         GROUP BY theirs.occupation_code HAVING count(*) >= 3
       ) near JOIN occupation ON occupation.code = to_code AND retired_on IS NULL
       GROUP BY to_code ORDER BY min(far), min(place), to_code LIMIT $2`,
      [code, most],
    );
    return rows.map((row) => row.code);
  }

  private async words(query: string, codes: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.query<{ code: string; words: string[] }[]>(
      `SELECT code, array_agg(word ORDER BY place, word) AS words
       FROM (SELECT code, word, min(place) AS place FROM (${query}) said GROUP BY code, word) once GROUP BY code`,
      [codes],
    );
    return new Map(rows.map((row) => [row.code, row.words]));
  }
}
