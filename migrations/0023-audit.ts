import type { MigrationInterface } from 'typeorm';

export class Audit1763900000023 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
