import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The label of a hire, its steps and its proofs. */
export class Labels1763900000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
