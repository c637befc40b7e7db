import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was searched for, by day, without anything of who searched: see docs/decisions/0011. */
export class SearchLog1763900000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE search_log (
        day date NOT NULL,
        words text NOT NULL,
        place text NOT NULL,
        literal boolean NOT NULL,
        searches integer NOT NULL,
        empty integer NOT NULL,
        CONSTRAINT search_log_pk PRIMARY KEY (day, words, place, literal),
        CONSTRAINT search_log_short CHECK (char_length(words) <= 100)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE search_log;');
  }
}
