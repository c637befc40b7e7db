import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { fold } from '../common/fold.js';
import { Occupation } from './occupation.entity.js';
import { Skill } from './skill.entity.js';
import { apart, wordKey, wordsToFind } from './word-key.js';

/** How alike words must be to be taken for each other by a typing error, from 0 to 1. */
const alike = 0.4;

/** Completes skills and occupations as one types: accents and hyphens optional, words in any order. */
@Injectable()
export class SkillCompletion {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async skills(matching: string, first: number): Promise<Skill[]> {
    const codes = await this.codes(
      `SELECT code, folded_label AS text, word_key = $2 AS same, 0 AS place FROM skill
       UNION ALL
       SELECT skill_code, folded, word_key = $2, CASE WHEN kind IN ('label_en', 'acronym') THEN 0 ELSE 1 END FROM skill_term`,
      'SELECT code, retired_on, domain, folded_label, occupation_count AS weight FROM skill',
      matching,
      first,
    );
    return inOrder(codes, await this.db.getRepository(Skill).findBy({ code: In(codes) }));
  }

  async occupations(matching: string, first: number): Promise<Occupation[]> {
    const codes = await this.codes(
      `SELECT code, folded_label AS text, false AS same, 0 AS place FROM occupation
       UNION ALL
       SELECT code, lower(code), false, 0 FROM occupation
       UNION ALL
       SELECT code, folded_name(label_en), false, 1 FROM occupation WHERE label_en IS NOT NULL
       UNION ALL
       SELECT occupation_code, folded, word_keys @> ARRAY[$2], 1 FROM occupation_title`,
      'SELECT code, retired_on, domain, folded_label, 0 AS weight FROM occupation',
      matching,
      first,
    );
    return inOrder(codes, await this.db.getRepository(Occupation).findBy({ code: In(codes) }));
  }

  /**
   * Exact, then the start of a label, the start of another word for it, words inside; what the seed holds and what more
   * occupations call for first. Typing errors are forgiven when nothing is found as it was typed.
   */
  private async codes(words: string, things: string, matching: string, first: number): Promise<string[]> {
    const folded = apart(fold(matching.slice(0, 200)));
    if (folded === '' || first <= 0) return [];
    const asked = [folded, wordKey(folded)];
    const starts = wordsToFind(folded);
    const inside = starts.map((_, i) => `(text LIKE $${i + 3} || '%' OR text LIKE '% ' || $${i + 3} || '%')`);
    const selected = `SELECT code FROM (${words}) word JOIN (${things}) thing USING (code) WHERE retired_on IS NULL`;
    const end = `length(folded_label), folded_label, code LIMIT ${Math.trunc(first)}`;
    const found = await this.db.query<{ code: string }[]>(
      `${selected} AND (same OR (${inside.join(' AND ')}))
       GROUP BY code, domain, weight, folded_label
       ORDER BY min(CASE WHEN same OR text = $1 THEN 0 WHEN text LIKE $1 || '%' THEN 1 + place ELSE 3 END),
                domain IS NULL, weight DESC, max(similarity($1, text)) DESC, ${end}`,
      [...asked, ...starts],
    );
    if (found.length > 0 || folded.length < 4) return found.map(({ code }) => code);
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT set_config('pg_trgm.word_similarity_threshold', '${alike}', true)`);
      const near = await tx.query<{ code: string }[]>(
        `${selected} AND $1 <% text AND $2::text IS NOT NULL
         GROUP BY code, domain, weight, folded_label
         ORDER BY max(word_similarity($1, text)) DESC, domain IS NULL, weight DESC, ${end}`,
        asked,
      );
      return near.map(({ code }) => code);
    });
  }
}

function inOrder<Row extends { code: string }>(codes: string[], rows: Row[]): Row[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return codes.map((code) => byCode.get(code)).filter((row) => row !== undefined);
}
