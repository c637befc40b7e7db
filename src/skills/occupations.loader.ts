import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { Occupation } from './occupation.entity.js';
import { Skill } from './skill.entity.js';

/** Occupations by ROME code; a code that the table lacks gives an occupation labelled with that code, never an error. */
@Injectable()
export class OccupationsLoader extends BatchLoader<string, Occupation> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(codes: readonly string[]): Promise<Occupation[]> {
    const rows = await this.db.getRepository(Occupation).findBy({ code: In([...codes]) });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => byCode.get(code) ?? Occupation.unknown(code));
  }
}

/** The skills of an occupation, up to 100: core first, then the seed's before the ROME's, then the most asked for. */
@Injectable()
export class OccupationSkillsLoader extends BatchLoader<string, Skill[]> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(codes: readonly string[]): Promise<Skill[][]> {
    const links = await this.db.query<{ occupation: string; skills: string[] }[]>(
      `SELECT occupation_code AS occupation,
              (array_agg(skill_code ORDER BY core DESC, link.source DESC, occupation_count DESC, skill_code))[:100]
                AS skills
       FROM occupation_skill link JOIN skill ON code = skill_code
       WHERE occupation_code = ANY($1) AND retired_on IS NULL GROUP BY occupation_code`,
      [codes],
    );
    const rows = await this.db.getRepository(Skill).findBy({ code: In(links.flatMap(({ skills }) => skills)) });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const skillsOf = new Map(links.map(({ occupation, skills }) => [occupation, skills]));
    return codes.map((code) => (skillsOf.get(code) ?? []).flatMap((skill) => byCode.get(skill) ?? []));
  }
}
