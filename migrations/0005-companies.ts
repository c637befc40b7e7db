import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies (one per SIRET) and the accounts that act for them. */
export class Companies1763900000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE company (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        siret text NOT NULL,
        siren text NOT NULL,
        name text NOT NULL,
        naf_code text,
        headcount integer,
        commune_code text NOT NULL,
        description text,
        website text,
        created_at timestamptz NOT NULL DEFAULT now(),
        verified_at timestamptz,
        demo boolean NOT NULL DEFAULT false,
        CONSTRAINT company_pk PRIMARY KEY (id),
        CONSTRAINT company_siret_unique UNIQUE (siret),
        CONSTRAINT company_siret_form CHECK (siret ~ '^[0-9]{14}$' AND siren = left(siret, 9)),
        CONSTRAINT company_headcount_sane CHECK (headcount BETWEEN 0 AND 5000000),
        CONSTRAINT company_commune_fk FOREIGN KEY (commune_code) REFERENCES commune(code)
      );
      CREATE INDEX company_siren ON company (siren);
      CREATE INDEX company_commune ON company (commune_code);

      CREATE TABLE company_member (
        company_id uuid NOT NULL,
        account_id uuid NOT NULL,
        role text NOT NULL,
        CONSTRAINT company_member_pk PRIMARY KEY (company_id, account_id),
        CONSTRAINT company_member_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
        CONSTRAINT company_member_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT company_member_role_known CHECK (role IN ('owner', 'recruiter', 'reader'))
      );
      CREATE INDEX company_member_account ON company_member (account_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE company_member; DROP TABLE company;');
  }
}
