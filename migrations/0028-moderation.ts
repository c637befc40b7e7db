import type { MigrationInterface } from 'typeorm';

export class Moderation1763900000028 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
