import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How reliably companies answer. */
export class Responsiveness1763900000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
