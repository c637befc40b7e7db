import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, their sessions, and the counters of their attempts. */
export class Accounts1763900000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        email text NOT NULL,
        password_hash text NOT NULL,
        role text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        email_confirmed_at timestamptz,
        suspended_at timestamptz,
        demo boolean NOT NULL DEFAULT false,
        CONSTRAINT account_pk PRIMARY KEY (id),
        CONSTRAINT account_email_unique UNIQUE (email),
        CONSTRAINT account_role_known CHECK (role IN ('CANDIDATE', 'COMPANY_MEMBER', 'TERRITORY_MANAGER', 'ADMIN'))
      );

      CREATE TABLE session (
        token_hash bytea NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT session_pk PRIMARY KEY (token_hash),
        CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX session_account ON session (account_id);
      CREATE INDEX session_expiry ON session (expires_at);

      -- The shape rate-limiter-flexible expects; a counter may be lost in a crash, so it is not written ahead.
      CREATE UNLOGGED TABLE rate_limit (
        key varchar(255) NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT rate_limit_pk PRIMARY KEY (key)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rate_limit; DROP TABLE session; DROP TABLE account;');
  }
}
