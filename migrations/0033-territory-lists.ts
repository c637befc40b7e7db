import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of territories that were imported, and when each was taken back. Shipped lists have no row. */
export class TerritoryLists1763900000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE territory_list (
        number integer NOT NULL GENERATED ALWAYS AS IDENTITY,
        generation text NOT NULL,
        source text NOT NULL,
        sha256 text NOT NULL,
        content jsonb NOT NULL,
        counts jsonb NOT NULL,
        applied_at timestamptz(3) NOT NULL,
        applied_by uuid,
        reverted_at timestamptz(3),
        reverted_by uuid,
        CONSTRAINT territory_list_pk PRIMARY KEY (number),
        CONSTRAINT territory_list_generation_known CHECK (generation IN ('LAUNCH_2018_2022', 'CURRENT_2023_2027')),
        CONSTRAINT territory_list_reverted_later CHECK (reverted_at >= applied_at),
        CONSTRAINT territory_list_applied_by_fk FOREIGN KEY (applied_by) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT territory_list_reverted_by_fk FOREIGN KEY (reverted_by) REFERENCES account(id) ON DELETE SET NULL
      );
      CREATE INDEX territory_list_applied_by ON territory_list (applied_by);
      CREATE INDEX territory_list_reverted_by ON territory_list (reverted_by);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE territory_list');
  }
}
