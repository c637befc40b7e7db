import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people prove who they are. Of every token only the SHA-256 is kept; rows that wait for a letter have none yet, since
 * the worker makes it with the letter. All rows but identities and second factors live for hours and are tidied.
 */
export class Credentials1763900000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;

      ALTER TABLE session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN agent text,
        ADD COLUMN network text,
        ADD COLUMN second_factor boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT session_id_unique UNIQUE (id);

      CREATE TABLE pending_sign_up (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        email text NOT NULL,
        password_hash text NOT NULL,
        role text NOT NULL,
        language text NOT NULL,
        token_hash bytea,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pending_sign_up_pk PRIMARY KEY (id),
        CONSTRAINT pending_sign_up_token UNIQUE (token_hash)
      );
      CREATE INDEX pending_sign_up_email ON pending_sign_up (email);

      CREATE TABLE password_reset (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        email text NOT NULL,
        account_id uuid,
        token_hash bytea,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT password_reset_pk PRIMARY KEY (id),
        CONSTRAINT password_reset_token UNIQUE (token_hash),
        CONSTRAINT password_reset_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX password_reset_account ON password_reset (account_id);
      CREATE INDEX password_reset_email ON password_reset (email);

      CREATE TABLE email_change (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        new_email text NOT NULL,
        old_token_hash bytea,
        new_token_hash bytea,
        old_confirmed_at timestamptz,
        new_confirmed_at timestamptz,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT email_change_pk PRIMARY KEY (id),
        CONSTRAINT email_change_account UNIQUE (account_id),
        CONSTRAINT email_change_old_token UNIQUE (old_token_hash),
        CONSTRAINT email_change_new_token UNIQUE (new_token_hash),
        CONSTRAINT email_change_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX email_change_new_email ON email_change (new_email);

      CREATE TABLE second_factor (
        account_id uuid NOT NULL,
        secret text NOT NULL,
        last_step bigint NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        CONSTRAINT second_factor_pk PRIMARY KEY (account_id),
        CONSTRAINT second_factor_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );

      CREATE TABLE recovery_code (
        account_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        CONSTRAINT recovery_code_pk PRIMARY KEY (account_id, code_hash),
        CONSTRAINT recovery_code_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );

      CREATE TABLE sign_in_ticket (
        token_hash bytea NOT NULL,
        account_id uuid NOT NULL,
        attempts smallint NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL,
        CONSTRAINT sign_in_ticket_pk PRIMARY KEY (token_hash),
        CONSTRAINT sign_in_ticket_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX sign_in_ticket_account ON sign_in_ticket (account_id);

      CREATE TABLE federated_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT federated_identity_pk PRIMARY KEY (issuer, subject),
        CONSTRAINT federated_identity_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX federated_identity_account ON federated_identity (account_id);

      CREATE TABLE identity_proof (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL,
        code_hash bytea,
        issuer text NOT NULL,
        subject text NOT NULL,
        email text NOT NULL,
        role text NOT NULL,
        language text NOT NULL,
        attempts smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT identity_proof_pk PRIMARY KEY (id),
        CONSTRAINT identity_proof_token UNIQUE (token_hash)
      );
      CREATE INDEX identity_proof_email ON identity_proof (email);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE identity_proof, federated_identity, sign_in_ticket, recovery_code, second_factor, email_change,
        password_reset, pending_sign_up;
      ALTER TABLE session DROP COLUMN id, DROP COLUMN agent, DROP COLUMN network, DROP COLUMN second_factor;
      UPDATE account SET password_hash = '' WHERE password_hash IS NULL;
      ALTER TABLE account ALTER COLUMN password_hash SET NOT NULL;
    `);
  }
}
