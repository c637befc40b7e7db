import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the check-lists of the VTE ask of candidates, companies and posts. A school is kept as it was written, and in the form
 * in which it is counted. Null is "not said" everywhere.
 */
export class Eligibility1763900000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE candidate
        ADD COLUMN school text,
        ADD COLUMN school_key text,
        ADD CONSTRAINT candidate_school_length CHECK (char_length(school) BETWEEN 1 AND 120),
        ADD CONSTRAINT candidate_school_counted CHECK ((school IS NULL) = (school_key IS NULL));
      CREATE INDEX candidate_school ON candidate (school_key text_pattern_ops) WHERE school_key IS NOT NULL;

      ALTER TABLE company
        ADD COLUMN turnover_euros integer,
        ADD COLUMN balance_sheet_euros integer,
        ADD COLUMN group_headcount integer,
        ADD COLUMN micro_entrepreneur boolean,
        ADD COLUMN in_difficulty boolean,
        ADD CONSTRAINT company_turnover_sane CHECK (turnover_euros BETWEEN 0 AND 2000000000),
        ADD CONSTRAINT company_balance_sheet_sane CHECK (balance_sheet_euros BETWEEN 0 AND 2000000000),
        ADD CONSTRAINT company_group_headcount_sane CHECK (group_headcount BETWEEN 0 AND 5000000);

      ALTER TABLE offer
        ADD COLUMN transforms_company text,
        ADD COLUMN reports_to_management boolean,
        ADD COLUMN has_tutor boolean,
        ADD CONSTRAINT offer_transforms_company_length CHECK (char_length(transforms_company) BETWEEN 1 AND 2000);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE offer DROP COLUMN transforms_company, DROP COLUMN reports_to_management, DROP COLUMN has_tutor;
      ALTER TABLE company
        DROP COLUMN turnover_euros, DROP COLUMN balance_sheet_euros, DROP COLUMN group_headcount,
        DROP COLUMN micro_entrepreneur, DROP COLUMN in_difficulty;
      ALTER TABLE candidate DROP COLUMN school, DROP COLUMN school_key;
    `);
  }
}
