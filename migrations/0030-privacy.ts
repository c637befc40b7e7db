import type { MigrationInterface } from 'typeorm';

export class Privacy1763900000030 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
