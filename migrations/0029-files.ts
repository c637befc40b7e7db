import type { MigrationInterface } from 'typeorm';

export class Files1763900000029 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
