import type { MigrationInterface } from 'typeorm';

export class Credentials1763900000024 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
