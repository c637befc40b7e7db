import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { Skill } from './skill.entity.js';

/** Skills by code; a code that the table lacks gives a skill labelled with that code, never an error. */
@Injectable()
export class SkillsLoader extends BatchLoader<string, Skill> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(codes: readonly string[]): Promise<Skill[]> {
    const rows = await this.db.getRepository(Skill).findBy({ code: In([...codes]) });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => byCode.get(code) ?? Skill.unknown(code));
  }
}
