import type { MigrationInterface } from 'typeorm';

export class Conversations1763900000027 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
