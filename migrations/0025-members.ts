import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is let into a company, and whether it was found to be the company it says it is. */
export class Members1763900000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE company_member ADD COLUMN joined_at timestamptz(3) NOT NULL DEFAULT now();
      UPDATE company_member SET joined_at = company.created_at FROM company WHERE company.id = company_member.company_id;

      CREATE TABLE member_invitation (
        id uuid CONSTRAINT member_invitation_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        company_id uuid NOT NULL CONSTRAINT member_invitation_company_fk REFERENCES company (id) ON DELETE CASCADE,
        email text NOT NULL,
        role text NOT NULL CONSTRAINT member_invitation_role_known CHECK (role IN ('owner', 'recruiter', 'reader')),
        token_hash bytea NOT NULL CONSTRAINT member_invitation_token_unique UNIQUE,
        invited_by uuid CONSTRAINT member_invitation_inviter_fk REFERENCES account (id) ON DELETE SET NULL,
        invited_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        withdrawn_at timestamptz(3),
        CONSTRAINT member_invitation_once UNIQUE (company_id, email)
      );
      CREATE INDEX member_invitation_email ON member_invitation (email);
      CREATE INDEX member_invitation_inviter ON member_invitation (invited_by);
      CREATE INDEX member_invitation_expiry ON member_invitation (expires_at);

      CREATE TABLE join_request (
        id uuid CONSTRAINT join_request_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        company_id uuid NOT NULL CONSTRAINT join_request_company_fk REFERENCES company (id) ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT join_request_account_fk REFERENCES account (id) ON DELETE CASCADE,
        message text NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        declined_at timestamptz(3),
        CONSTRAINT join_request_once UNIQUE (company_id, account_id)
      );
      CREATE INDEX join_request_account ON join_request (account_id);

      CREATE TABLE company_verification (
        company_id uuid CONSTRAINT company_verification_pk PRIMARY KEY
          CONSTRAINT company_verification_company_fk REFERENCES company (id) ON DELETE CASCADE,
        since timestamptz(3) NOT NULL,
        verified_name text,
        refused_because text,
        refused_words text,
        queued_at timestamptz(3),
        doubts text[] NOT NULL DEFAULT '{}',
        register jsonb,
        register_asked_at timestamptz(3),
        CONSTRAINT company_verification_refusal CHECK (refused_because IS NOT NULL OR refused_words IS NULL),
        CONSTRAINT company_verification_doubts CHECK (queued_at IS NULL OR cardinality(doubts) > 0)
      );
      CREATE INDEX company_verification_queue ON company_verification (queued_at, company_id) WHERE queued_at IS NOT NULL;

      CREATE TABLE company_verification_step (
        seq bigint CONSTRAINT company_verification_step_pk PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        company_id uuid NOT NULL CONSTRAINT company_verification_step_company_fk REFERENCES company (id) ON DELETE CASCADE,
        at timestamptz(3) NOT NULL,
        status text NOT NULL CONSTRAINT company_verification_step_status_known CHECK (status IN ('PENDING', 'VERIFIED', 'REFUSED')),
        by text NOT NULL CONSTRAINT company_verification_step_by_known CHECK (by IN ('MEMBER', 'PLATFORM', 'ADMINISTRATOR')),
        account_id uuid CONSTRAINT company_verification_step_account_fk REFERENCES account (id) ON DELETE SET NULL,
        reason text,
        words text
      );
      CREATE INDEX company_verification_step_company ON company_verification_step (company_id, seq);
      CREATE INDEX company_verification_step_account ON company_verification_step (account_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE company_verification_step;
      DROP TABLE company_verification;
      DROP TABLE join_request;
      DROP TABLE member_invitation;
      ALTER TABLE company_member DROP COLUMN joined_at;
    `);
  }
}
