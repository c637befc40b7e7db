import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a candidate says of themselves. Erased with the account. */
export class Candidates1763900000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE candidate (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        first_name text,
        last_name text,
        study_level text,
        diploma_on date,
        skills jsonb NOT NULL DEFAULT '[]',
        places jsonb NOT NULL DEFAULT '[]',
        contract_types text[] NOT NULL DEFAULT '{}',
        mission_categories text[] NOT NULL DEFAULT '{}',
        occupation_codes text[] NOT NULL DEFAULT '{}',
        available_from date,
        salary_at_least integer,
        remote_work text[] NOT NULL DEFAULT '{}',
        visible_since timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        demo boolean NOT NULL DEFAULT false,
        CONSTRAINT candidate_pk PRIMARY KEY (id),
        CONSTRAINT candidate_of_account UNIQUE (account_id),
        CONSTRAINT candidate_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
      );
      CREATE INDEX candidate_visible ON candidate (id) WHERE visible_since IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE candidate;');
  }
}
