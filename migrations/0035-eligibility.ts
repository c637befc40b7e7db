import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the check-lists of the VTE ask of candidates, companies and posts. */
export class Eligibility1763900000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
