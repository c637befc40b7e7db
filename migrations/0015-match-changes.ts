import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changed of offers and candidates, for those who hold them in memory. */
export class MatchChanges1763900000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
