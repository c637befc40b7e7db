import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlines that were built. */
export class Maps1763900000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
