import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What territories do for the programme. */
export class Programme1763900000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
