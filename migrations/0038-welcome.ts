import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What territories say of themselves: a draft and what is published of it, the people and services to write to, and who changed
 * what. Visitors may report it like anything else that is public.
 */
export class Welcome1763900000038 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
    await db.query(cases);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM moderation_case WHERE kind = 'TERRITORY';
      DROP INDEX moderation_case_open;
      DROP INDEX moderation_case_of_territory;
      ALTER TABLE moderation_case DROP CONSTRAINT moderation_case_of_one;
      ALTER TABLE moderation_case DROP COLUMN territory_id;
      ALTER TABLE moderation_case ADD CONSTRAINT moderation_case_of_one
        CHECK (num_nonnulls(offer_id, company_id, invitation_id, message_id, account_id) = 1
          AND CASE kind WHEN 'OFFER' THEN offer_id WHEN 'COMPANY' THEN company_id WHEN 'INVITATION' THEN invitation_id
                        WHEN 'MESSAGE' THEN message_id WHEN 'ACCOUNT' THEN account_id END IS NOT NULL);
      CREATE UNIQUE INDEX moderation_case_open
        ON moderation_case (coalesce(offer_id, company_id, invitation_id, message_id, account_id)) WHERE decided_at IS NULL;
      DROP TABLE territory_welcome_change;
      DROP TABLE territory_contact_notice;
      DROP TABLE territory_contact;
      DROP TABLE territory_welcome;
    `);
  }
}

const tables = `
  CREATE TABLE territory_welcome (
    territory_id text NOT NULL,
    version integer NOT NULL,
    draft jsonb NOT NULL,
    saved_at timestamptz(3) NOT NULL,
    published jsonb,
    published_at timestamptz(3),
    published_version integer,
    hidden_at timestamptz(3),
    hidden_reason text,
    hidden_words text,
    demo boolean NOT NULL DEFAULT false,
    CONSTRAINT territory_welcome_pk PRIMARY KEY (territory_id),
    CONSTRAINT territory_welcome_published CHECK (num_nonnulls(published, published_at, published_version) IN (0, 3)),
    CONSTRAINT territory_welcome_hidden CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL)),
    CONSTRAINT territory_welcome_territory_fk FOREIGN KEY (territory_id) REFERENCES territory(id) ON DELETE CASCADE
  );

  CREATE TABLE territory_contact (
    territory_id text NOT NULL,
    stage text NOT NULL,
    position smallint NOT NULL,
    id uuid NOT NULL,
    name text,
    role_fr text NOT NULL,
    role_en text,
    email text,
    phone text,
    CONSTRAINT territory_contact_pk PRIMARY KEY (territory_id, stage, position),
    CONSTRAINT territory_contact_stage_known CHECK (stage IN ('DRAFT', 'PUBLISHED')),
    CONSTRAINT territory_contact_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL),
    CONSTRAINT territory_contact_welcome_fk
      FOREIGN KEY (territory_id) REFERENCES territory_welcome(territory_id) ON DELETE CASCADE
  );
  CREATE INDEX territory_contact_email ON territory_contact (email);

  CREATE TABLE territory_contact_notice (
    territory_id text NOT NULL,
    email_key text NOT NULL,
    token_hash bytea NOT NULL,
    written_at timestamptz(3) NOT NULL,
    removed_at timestamptz(3),
    CONSTRAINT territory_contact_notice_pk PRIMARY KEY (territory_id, email_key),
    CONSTRAINT territory_contact_notice_token UNIQUE (token_hash),
    CONSTRAINT territory_contact_notice_welcome_fk
      FOREIGN KEY (territory_id) REFERENCES territory_welcome(territory_id) ON DELETE CASCADE
  );
  CREATE INDEX territory_contact_notice_email ON territory_contact_notice (email_key);

  CREATE TABLE territory_welcome_change (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    territory_id text NOT NULL,
    version integer NOT NULL,
    at timestamptz(3) NOT NULL,
    act text NOT NULL,
    account_id uuid,
    sections text[] NOT NULL,
    CONSTRAINT territory_welcome_change_pk PRIMARY KEY (id),
    CONSTRAINT territory_welcome_change_act_known
      CHECK (act IN ('SAVED', 'PUBLISHED', 'HIDDEN', 'SHOWN', 'CONTACT_REMOVED')),
    CONSTRAINT territory_welcome_change_welcome_fk
      FOREIGN KEY (territory_id) REFERENCES territory_welcome(territory_id) ON DELETE CASCADE,
    CONSTRAINT territory_welcome_change_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL
  );
  CREATE INDEX territory_welcome_change_latest ON territory_welcome_change (territory_id, at DESC, id DESC);
  CREATE INDEX territory_welcome_change_account ON territory_welcome_change (account_id);
`;

/** Ids of territories are texts: an open case is the only one of its object under one expression for all kinds. */
const cases = `
  ALTER TABLE moderation_case ADD COLUMN territory_id text;
  ALTER TABLE moderation_case ADD CONSTRAINT moderation_case_territory_fk
    FOREIGN KEY (territory_id) REFERENCES territory(id) ON DELETE CASCADE;
  ALTER TABLE moderation_case DROP CONSTRAINT moderation_case_of_one;
  ALTER TABLE moderation_case ADD CONSTRAINT moderation_case_of_one
    CHECK (num_nonnulls(offer_id, company_id, invitation_id, message_id, account_id, territory_id) = 1
      AND CASE kind WHEN 'OFFER' THEN offer_id::text WHEN 'COMPANY' THEN company_id::text
                    WHEN 'INVITATION' THEN invitation_id::text WHEN 'MESSAGE' THEN message_id::text
                    WHEN 'ACCOUNT' THEN account_id::text WHEN 'TERRITORY' THEN territory_id END IS NOT NULL);
  DROP INDEX moderation_case_open;
  CREATE UNIQUE INDEX moderation_case_open ON moderation_case
    (coalesce(coalesce(offer_id, company_id, invitation_id, message_id, account_id)::text, territory_id))
    WHERE decided_at IS NULL;
  CREATE INDEX moderation_case_of_territory ON moderation_case (territory_id);
`;
