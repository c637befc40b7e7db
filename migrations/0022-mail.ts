import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to be sent, and for a short time that they were: what they say is forgotten as soon as they are out. */
export class Mail1763900000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        account_id uuid,
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
        CONSTRAINT mail_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX mail_account ON mail (account_id);
      CREATE INDEX mail_to_address ON mail (to_address);
      CREATE INDEX mail_created ON mail (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mail;');
  }
}
