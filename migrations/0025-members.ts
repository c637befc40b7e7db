import type { MigrationInterface } from 'typeorm';

export class Members1763900000025 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
