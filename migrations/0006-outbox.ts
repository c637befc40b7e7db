import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks that something changed, taken by the one indexer, and those that could not be taken. */
export class Outbox1763900000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbox (
        seq bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL,
        id uuid NOT NULL,
        marked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT outbox_pk PRIMARY KEY (seq)
      );
      CREATE TABLE outbox_parked (
        kind text NOT NULL,
        id uuid NOT NULL,
        error text NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT outbox_parked_pk PRIMARY KEY (kind, id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outbox_parked; DROP TABLE outbox;');
  }
}
