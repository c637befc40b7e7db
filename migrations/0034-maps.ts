import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlines that were built: a file for each frame and layer, as it is served, and what it was built from. */
export class Maps1763900000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE map_shape (
        frame text NOT NULL,
        layer text NOT NULL,
        fingerprint text NOT NULL,
        etag text NOT NULL,
        zipped bytea NOT NULL,
        bytes integer NOT NULL,
        built_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT map_shape_pk PRIMARY KEY (frame, layer)
      )`);
    // Zipped already.
    await db.query('ALTER TABLE map_shape ALTER COLUMN zipped SET STORAGE EXTERNAL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE map_shape');
  }
}
