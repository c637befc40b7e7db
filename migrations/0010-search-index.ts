import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which settings each index of the search engine was built with. */
export class SearchIndex1763900000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE search_index (
        name text NOT NULL,
        fingerprint text NOT NULL,
        built_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT search_index_pk PRIMARY KEY (name)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE search_index;');
  }
}
