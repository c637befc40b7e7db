import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters to be sent, and for a short time that they were: what they say is forgotten as soon as they are out. And the
 * addresses to which people answer by mail, with what came in by them, so that nothing comes in twice.
 */
export class Mail1763900000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        account_id uuid,
        about_account_id uuid,
        to_address text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        reply_to text,
        attachments jsonb NOT NULL DEFAULT '[]',
        once_key text,
        created_at timestamptz NOT NULL DEFAULT now(),
        tried_at timestamptz,
        uncertain_tries smallint NOT NULL DEFAULT 0,
        sent_at timestamptz,
        failed_at timestamptz,
        error text,
        CONSTRAINT mail_pk PRIMARY KEY (id),
        CONSTRAINT mail_once UNIQUE (once_key),
        CONSTRAINT mail_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT mail_about_account_fk FOREIGN KEY (about_account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX mail_account ON mail (account_id);
      CREATE INDEX mail_about_account ON mail (about_account_id);
      CREATE INDEX mail_to_address ON mail (to_address);
      CREATE INDEX mail_created ON mail (created_at);

      CREATE TABLE reply_address (
        token text NOT NULL,
        topic text NOT NULL,
        account_id uuid NOT NULL,
        used_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT reply_address_pk PRIMARY KEY (token),
        CONSTRAINT reply_address_once UNIQUE (topic, account_id),
        CONSTRAINT reply_address_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX reply_address_account ON reply_address (account_id);

      CREATE TABLE reply_received (
        token text NOT NULL,
        message text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT reply_received_pk PRIMARY KEY (token, message),
        CONSTRAINT reply_received_address_fk FOREIGN KEY (token) REFERENCES reply_address(token) ON DELETE CASCADE
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE reply_received; DROP TABLE reply_address; DROP TABLE mail;');
  }
}
