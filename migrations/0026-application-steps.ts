import type { MigrationInterface } from 'typeorm';

export class ApplicationSteps1763900000026 implements MigrationInterface {
  async up(): Promise<void> {
    // Nothing yet.
  }

  async down(): Promise<void> {
    // Nothing yet.
  }
}
