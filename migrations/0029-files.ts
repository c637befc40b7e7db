import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of candidates and the applications they go with. The bytes lie on the disk under a random name; whatever deletes a row,
 * a cascade included, leaves a job that deletes them, in the same transaction.
 */
export class Files1763900000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stored_file (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        disk_name text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        size integer NOT NULL,
        sha256 bytea NOT NULL,
        standing text NOT NULL,
        stored_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT stored_file_pk PRIMARY KEY (id),
        CONSTRAINT stored_file_disk_name UNIQUE (disk_name),
        CONSTRAINT stored_file_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT stored_file_kind_known CHECK (kind IN ('PDF', 'DOCX')),
        CONSTRAINT stored_file_standing_known CHECK (standing IN ('BEING_CHECKED', 'READY', 'REFUSED')),
        CONSTRAINT stored_file_size_positive CHECK (size > 0)
      );
      CREATE INDEX stored_file_account ON stored_file (account_id);

      CREATE TABLE file_attachment (
        application_id uuid NOT NULL,
        file_id uuid NOT NULL,
        CONSTRAINT file_attachment_pk PRIMARY KEY (application_id),
        CONSTRAINT file_attachment_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
        CONSTRAINT file_attachment_file_fk FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE
      );
      CREATE INDEX file_attachment_file ON file_attachment (file_id);

      CREATE FUNCTION stored_file_gone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM graphile_worker.add_job('remove-file', payload => json_build_object('diskName', OLD.disk_name),
          job_key => 'remove-file:' || OLD.disk_name);
        RETURN NULL;
      END $$;
      CREATE TRIGGER stored_file_gone AFTER DELETE ON stored_file FOR EACH ROW EXECUTE FUNCTION stored_file_gone();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE file_attachment;
      DROP TABLE stored_file;
      DROP FUNCTION stored_file_gone;
    `);
  }
}
