import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures counted beforehand. */
export class Statistics1763900000039 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
