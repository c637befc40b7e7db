import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hires, and the charters that both sign. */
export class Hires1763900000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
