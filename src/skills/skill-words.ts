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
}
