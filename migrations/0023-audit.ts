import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did what to which object. The log is only ever added to: a trigger refuses everything else unless the transaction says
 * that it is the keeper's, who forgets after a year and takes erased people out. Its ids lead to rows without foreign keys,
 * since an entry outlives what it names. With it, what administrators may do that must be in it: see as another account, and
 * give territories to their managers.
 */
export class Audit1763900000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        at timestamptz NOT NULL,
        actor_id uuid,
        act text NOT NULL,
        object_type text NOT NULL,
        object_id text,
        owner_id uuid,
        outcome text NOT NULL DEFAULT 'DONE',
        reason text,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT audit_entry_pk PRIMARY KEY (id),
        CONSTRAINT audit_entry_outcome_known CHECK (outcome IN ('DONE', 'REFUSED'))
      );
      CREATE INDEX audit_entry_at ON audit_entry (at, id);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at, id);
      CREATE INDEX audit_entry_object ON audit_entry (object_id, at, id);
      CREATE INDEX audit_entry_owner ON audit_entry (owner_id);

      CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('vte.audit_keeper', true) IS DISTINCT FROM 'on' THEN
          RAISE EXCEPTION 'the audit log is only ever added to' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_append_only();
      CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();

      ALTER TABLE session ADD COLUMN acting_admin_id uuid, ADD COLUMN read_only boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT session_acting_admin_fk FOREIGN KEY (acting_admin_id) REFERENCES account(id) ON DELETE CASCADE;
      CREATE INDEX session_acting_admin ON session (acting_admin_id);

      CREATE TABLE territory_manager (
        account_id uuid NOT NULL,
        territory_id text NOT NULL,
        given_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT territory_manager_pk PRIMARY KEY (account_id, territory_id),
        CONSTRAINT territory_manager_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT territory_manager_territory_fk FOREIGN KEY (territory_id) REFERENCES territory(id) ON DELETE CASCADE
      );
      CREATE INDEX territory_manager_territory ON territory_manager (territory_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE territory_manager;
      ALTER TABLE session DROP COLUMN acting_admin_id, DROP COLUMN read_only;
      DROP TABLE audit_entry;
      DROP FUNCTION audit_append_only;
    `);
  }
}
