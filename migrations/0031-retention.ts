import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When accounts were last active, kept by triggers so that no way of being active is forgotten: a session that is opened or
 * used, which every act on the platform needs, and a message, which may come by e-mail. And the erasures by rule that were
 * held for an administrator, confirmed or done. Demo accounts are nobody's.
 */
export class Retention1763900000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(activity);
    await db.query(purges);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE purge;
      DROP TRIGGER account_active_by_message ON message;
      DROP TRIGGER account_active_by_session ON session;
      DROP TRIGGER account_active_at_first ON account;
      DROP FUNCTION account_active_by_message();
      DROP FUNCTION account_active_by_session();
      DROP FUNCTION account_active_at_first();
      DROP FUNCTION account_active(uuid, timestamptz);
      DROP TABLE account_activity;
    `);
  }
}

const activity = `
  CREATE TABLE account_activity (
    account_id uuid NOT NULL,
    active_at timestamptz(3) NOT NULL,
    asked_at timestamptz(3),
    stay_token_hash bytea,
    CONSTRAINT account_activity_pk PRIMARY KEY (account_id),
    CONSTRAINT account_activity_stay_token UNIQUE (stay_token_hash),
    CONSTRAINT account_activity_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
  );
  CREATE INDEX account_activity_oldest ON account_activity (active_at);
  INSERT INTO account_activity (account_id, active_at)
    SELECT a.id, greatest(a.created_at, c.updated_at, (SELECT max(last_used_at) FROM session s WHERE s.account_id = a.id),
                          (SELECT max(sent_at) FROM application p WHERE p.candidate_id = c.id))
      FROM account a LEFT JOIN candidate c ON c.account_id = a.id WHERE NOT a.demo;

  CREATE FUNCTION account_active(id uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
    UPDATE account_activity SET active_at = at, asked_at = NULL, stay_token_hash = NULL
     WHERE account_id = id AND active_at < at
  $$;
  CREATE FUNCTION account_active_at_first() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO account_activity (account_id, active_at) VALUES (NEW.id, NEW.created_at);
    RETURN NULL;
  END $$;
  CREATE FUNCTION account_active_by_session() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM account_active(NEW.account_id, NEW.last_used_at);
    RETURN NULL;
  END $$;
  CREATE FUNCTION account_active_by_message() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM account_active(NEW.author_id, NEW.sent_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER account_active_at_first AFTER INSERT ON account FOR EACH ROW
    WHEN (NOT NEW.demo) EXECUTE FUNCTION account_active_at_first();
  CREATE TRIGGER account_active_by_session AFTER INSERT OR UPDATE OF last_used_at ON session FOR EACH ROW
    WHEN (NEW.acting_admin_id IS NULL) EXECUTE FUNCTION account_active_by_session();
  CREATE TRIGGER account_active_by_message AFTER INSERT ON message FOR EACH ROW
    WHEN (NEW.author_id IS NOT NULL) EXECUTE FUNCTION account_active_by_message();
`;

const purges = `
  CREATE TABLE purge (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    status text NOT NULL,
    held_for text[] NOT NULL DEFAULT '{}',
    at timestamptz(3) NOT NULL,
    database_at timestamptz(3) NOT NULL,
    counts jsonb NOT NULL DEFAULT '[]',
    confirmed_by uuid,
    confirmed_at timestamptz(3),
    done_at timestamptz(3),
    CONSTRAINT purge_pk PRIMARY KEY (id),
    CONSTRAINT purge_status_known CHECK (status IN ('HELD', 'CONFIRMED', 'DONE', 'LAPSED')),
    CONSTRAINT purge_confirmed_by_fk FOREIGN KEY (confirmed_by) REFERENCES account(id) ON DELETE SET NULL
  );
  CREATE INDEX purge_newest ON purge (at DESC, id DESC);
  CREATE INDEX purge_confirmed_by ON purge (confirmed_by);
  CREATE UNIQUE INDEX purge_held_once ON purge (status) WHERE status = 'HELD';
`;
