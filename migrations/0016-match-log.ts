import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was shown to whom. */
export class MatchLog1763900000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
