import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies that invite candidates to apply. */
export class Invitations1763900000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
