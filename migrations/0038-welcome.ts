import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What territories say of themselves. */
export class Welcome1763900000038 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
