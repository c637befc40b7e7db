import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Language } from '../common/text.js';
import { acceptableSkillCode } from './codes.js';
import { tellingWords } from './word-key.js';

/** Words of a query or a text that name a skill or an occupation. */
export interface Recognised {
  kind: 'SKILL' | 'OCCUPATION';
  code: string;
  label: string;
  /** The words it was recognised in, folded. */
  words: string;
}

type Named = Omit<Recognised, 'words'> & { key: string };

const longestName = 6;

/** The words people use for skills and occupations, both ways: from codes to words and from words to codes. */
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

  /**
   * The skills and occupations named in folded words, in the order they come, the longest names first: in
   * "ingenieur qualite" the occupation, not the quality. One name may be both a skill and an occupation.
   */
  async recognise(foldedWords: string, language: Language = 'fr'): Promise<Recognised[]> {
    const words = tellingWords(foldedWords);
    const spans = words.flatMap((_, from) =>
      Array.from({ length: Math.min(longestName, words.length - from) }, (_, more) => ({
        from,
        until: from + more + 1,
        key: words
          .slice(from, from + more + 1)
          .map(({ word }) => word)
          .join(' '),
      })),
    );
    if (spans.length === 0) return [];
    const byKey = new Map<string, Named[]>();
    for (const name of await this.named([...new Set(spans.map(({ key }) => key))], language)) {
      byKey.set(name.key, [...(byKey.get(name.key) ?? []), name]);
    }
    const original = foldedWords.split(' ');
    const found: Recognised[] = [];
    let from = 0;
    while (from < words.length) {
      const span = spans.filter((one) => one.from === from && byKey.has(one.key)).at(-1);
      if (!span) {
        from += 1;
        continue;
      }
      const said = original.slice(words[from]!.place, words[span.until - 1]!.next).join(' ');
      found.push(...byKey.get(span.key)!.map(({ kind, code, label }) => ({ kind, code, label, words: said })));
      from = span.until;
    }
    return found;
  }

  /**
   * For each key the best skill and the best occupation of that name. A single word that only the ROME calls a skill, such
   * as "industrie", is too common to be taken for one.
   */
  private named(keys: string[], language: Language): Promise<Named[]> {
    return this.db.query<Named[]>(
      `SELECT DISTINCT ON (key, kind) key, kind, code,
              CASE WHEN $2 = 'en' THEN coalesce(label_en, label_fr) ELSE label_fr END AS label
       FROM (
         SELECT word_key AS key, 'SKILL' AS kind, 0 AS far, occupation_count AS weight,
                code, label_fr, label_en, domain, retired_on
         FROM skill WHERE word_key = ANY($1) AND (domain IS NOT NULL OR kind = 'LANGUAGE' OR word_key LIKE '% %')
         UNION ALL
         SELECT term.word_key, 'SKILL', 1, occupation_count, code, label_fr, label_en, domain, retired_on
         FROM skill_term term JOIN skill ON code = skill_code WHERE term.word_key = ANY($1)
         UNION ALL
         SELECT key, 'OCCUPATION', CASE title.source WHEN 'seed' THEN 0 ELSE 1 END, 0,
                occupation.code, label_fr, label_en, domain, retired_on
         FROM occupation_title title JOIN occupation ON occupation.code = occupation_code, unnest(word_keys) AS key
         WHERE word_keys && $1 AND key = ANY($1)
       ) named
       WHERE retired_on IS NULL
       ORDER BY key, kind, domain IS NULL, far, weight DESC, code`,
      [keys, language],
    );
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
