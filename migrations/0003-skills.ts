import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Skills and occupations with the words people use for them. Trigrams serve completion and typing errors. */
export class Skills1763900000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE skill (
        code text NOT NULL,
        kind text NOT NULL,
        label_fr text NOT NULL,
        label_en text,
        folded_label text NOT NULL,
        word_key text NOT NULL,
        source text NOT NULL,
        domain text,
        category text,
        occupation_count integer NOT NULL DEFAULT 0,
        retired_on date,
        CONSTRAINT skill_pk PRIMARY KEY (code),
        CONSTRAINT skill_kind_known CHECK (kind IN ('KNOW_HOW', 'KNOWLEDGE', 'SOFT_SKILL', 'LANGUAGE')),
        CONSTRAINT skill_source_known CHECK (source IN ('seed', 'rome'))
      );
      CREATE INDEX skill_word_key ON skill (word_key);
      CREATE INDEX skill_folded_label_trigrams ON skill USING gin (folded_label gin_trgm_ops);

      CREATE TABLE skill_term (
        skill_code text NOT NULL,
        kind text NOT NULL,
        term text NOT NULL,
        folded text NOT NULL,
        word_key text NOT NULL,
        CONSTRAINT skill_term_pk PRIMARY KEY (skill_code, kind, term),
        CONSTRAINT skill_term_skill_fk FOREIGN KEY (skill_code) REFERENCES skill(code) ON DELETE CASCADE,
        CONSTRAINT skill_term_kind_known CHECK (kind IN ('label', 'label_en', 'synonym', 'acronym'))
      );
      CREATE INDEX skill_term_word_key ON skill_term (word_key);
      CREATE INDEX skill_term_folded_trigrams ON skill_term USING gin (folded gin_trgm_ops);

      CREATE TABLE occupation (
        code text NOT NULL,
        label_fr text NOT NULL,
        label_en text,
        folded_label text NOT NULL,
        source text NOT NULL,
        domain text,
        parent_code text,
        green text,
        digital boolean,
        managerial boolean,
        retired_on date,
        CONSTRAINT occupation_pk PRIMARY KEY (code),
        CONSTRAINT occupation_source_known CHECK (source IN ('seed', 'rome')),
        CONSTRAINT occupation_green_known CHECK (green IN ('GREEN', 'STRATEGIC', 'WHITE', 'BROWN'))
      );
      CREATE INDEX occupation_parent ON occupation (parent_code);

      CREATE TABLE occupation_title (
        occupation_code text NOT NULL,
        code text NOT NULL,
        title text NOT NULL,
        folded text NOT NULL,
        word_keys text[] NOT NULL,
        source text NOT NULL,
        CONSTRAINT occupation_title_pk PRIMARY KEY (occupation_code, code),
        CONSTRAINT occupation_title_occupation_fk FOREIGN KEY (occupation_code)
          REFERENCES occupation(code) ON DELETE CASCADE,
        CONSTRAINT occupation_title_source_known CHECK (source IN ('seed', 'rome'))
      );
      CREATE INDEX occupation_title_word_keys ON occupation_title USING gin (word_keys);
      CREATE INDEX occupation_title_folded_trigrams ON occupation_title USING gin (folded gin_trgm_ops);

      CREATE TABLE occupation_skill (
        occupation_code text NOT NULL,
        skill_code text NOT NULL,
        core boolean NOT NULL,
        rome_core boolean,
        source text NOT NULL,
        CONSTRAINT occupation_skill_pk PRIMARY KEY (occupation_code, skill_code),
        CONSTRAINT occupation_skill_occupation_fk FOREIGN KEY (occupation_code)
          REFERENCES occupation(code) ON DELETE CASCADE,
        CONSTRAINT occupation_skill_skill_fk FOREIGN KEY (skill_code) REFERENCES skill(code) ON DELETE CASCADE,
        CONSTRAINT occupation_skill_source_known CHECK (source IN ('seed', 'rome'))
      );
      CREATE INDEX occupation_skill_skill ON occupation_skill (skill_code);

      CREATE TABLE occupation_mobility (
        from_code text NOT NULL,
        to_code text NOT NULL,
        position smallint NOT NULL,
        CONSTRAINT occupation_mobility_pk PRIMARY KEY (from_code, to_code),
        CONSTRAINT occupation_mobility_from_fk FOREIGN KEY (from_code) REFERENCES occupation(code) ON DELETE CASCADE,
        CONSTRAINT occupation_mobility_to_fk FOREIGN KEY (to_code) REFERENCES occupation(code) ON DELETE CASCADE
      );
      CREATE INDEX occupation_mobility_to ON occupation_mobility (to_code);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE occupation_mobility, occupation_skill, occupation_title, occupation, skill_term, skill;
    `);
  }
}
