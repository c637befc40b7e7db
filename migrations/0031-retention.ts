import type { MigrationInterface } from 'typeorm';

export class Retention1763900000031 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
