import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people consented to and when, the exports they asked for, and who was erased while backups still hold them. */
export class Privacy1763900000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE consent_event (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        candidate_id uuid NOT NULL,
        what text NOT NULL,
        given boolean NOT NULL,
        at timestamptz(3) NOT NULL,
        wording text NOT NULL,
        CONSTRAINT consent_event_pk PRIMARY KEY (id),
        CONSTRAINT consent_event_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
        CONSTRAINT consent_event_what_known CHECK (what IN ('VISIBLE_TO_COMPANIES'))
      );
      CREATE INDEX consent_event_candidate ON consent_event (candidate_id, at);
      INSERT INTO consent_event (candidate_id, what, given, at, wording)
        SELECT id, 'VISIBLE_TO_COMPANIES', true, visible_since, '2026-09' FROM candidate WHERE visible_since IS NOT NULL;

      CREATE TABLE data_export (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        status text NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        ready_at timestamptz(3),
        expires_at timestamptz(3),
        token_hash bytea,
        disk_name text,
        CONSTRAINT data_export_pk PRIMARY KEY (id),
        CONSTRAINT data_export_token UNIQUE (token_hash),
        CONSTRAINT data_export_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT data_export_status_known CHECK (status IN ('PREPARING', 'READY', 'FETCHED', 'EXPIRED', 'FAILED')),
        CONSTRAINT data_export_ready_whole CHECK
          (status <> 'READY' OR (ready_at IS NOT NULL AND expires_at IS NOT NULL AND token_hash IS NOT NULL AND disk_name IS NOT NULL))
      );
      CREATE INDEX data_export_account ON data_export (account_id, asked_at);
      CREATE UNIQUE INDEX one_export_at_a_time ON data_export (account_id) WHERE status = 'PREPARING';

      CREATE FUNCTION data_export_gone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM graphile_worker.add_job('remove-export', payload => json_build_object('diskName', OLD.disk_name),
          job_key => 'remove-export:' || OLD.disk_name);
        RETURN NULL;
      END $$;
      CREATE TRIGGER data_export_gone AFTER DELETE ON data_export FOR EACH ROW
        WHEN (OLD.disk_name IS NOT NULL) EXECUTE FUNCTION data_export_gone();
      CREATE TRIGGER data_export_over AFTER UPDATE ON data_export FOR EACH ROW
        WHEN (OLD.disk_name IS NOT NULL AND NEW.disk_name IS DISTINCT FROM OLD.disk_name) EXECUTE FUNCTION data_export_gone();

      CREATE TABLE erasure_list (
        pseudonym bytea NOT NULL,
        at timestamptz(3) NOT NULL,
        CONSTRAINT erasure_list_pk PRIMARY KEY (pseudonym)
      );
      CREATE INDEX erasure_list_at ON erasure_list (at);

      -- Letters from before there was an account are known by the address alone, which leads to nobody once it is changed.
      CREATE FUNCTION account_letters_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE mail SET about_account_id = OLD.id
         WHERE to_address = OLD.email AND account_id IS NULL AND about_account_id IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER account_letters_stay AFTER UPDATE OF email ON account FOR EACH ROW
        WHEN (NEW.email <> OLD.email) EXECUTE FUNCTION account_letters_stay();

      -- Changes name people for minutes after they were erased, and would be sampled for the planner meanwhile.
      ALTER TABLE match_change ALTER COLUMN id SET STATISTICS 0;
      ALTER TABLE saved_search_change ALTER COLUMN saved_search_id SET STATISTICS 0;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER account_letters_stay ON account;
      DROP FUNCTION account_letters_stay;
      DROP TABLE erasure_list;
      DROP TABLE data_export;
      DROP FUNCTION data_export_gone;
      DROP TABLE consent_event;
    `);
  }
}
