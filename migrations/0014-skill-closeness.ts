import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How close skills are, and why. */
export class SkillCloseness1763900000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('SELECT 1');
  }
}
