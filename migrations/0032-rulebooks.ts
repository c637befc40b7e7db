import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of dated facts and their versions. */
export class Rulebooks1763900000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
