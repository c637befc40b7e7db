import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How reliably companies answer. An application notes the moment of its first answer and the moment it was taken back;
 * what follows of them for a company is counted by the worker and holds nothing of any candidate. A moment given by the
 * writer stands. There was no act to answer before this migration: an answer found without a moment takes that of the
 * migration.
 */
export class Responsiveness1763900000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE application ADD COLUMN answered_at timestamptz(3), ADD COLUMN withdrawn_at timestamptz(3);

      CREATE FUNCTION application_dated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'WITHDRAWN' THEN
          NEW.withdrawn_at = coalesce(NEW.withdrawn_at, now());
        ELSE
          NEW.answered_at = coalesce(NEW.answered_at, now());
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER application_dated BEFORE INSERT OR UPDATE OF status ON application FOR EACH ROW
        WHEN (NEW.status IN ('INTERVIEW', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')) EXECUTE FUNCTION application_dated();
      UPDATE application SET status = status WHERE status IN ('INTERVIEW', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

      CREATE TABLE company_responsiveness (
        company_id uuid NOT NULL,
        answered integer NOT NULL,
        due integer NOT NULL,
        rate smallint NOT NULL,
        median_days smallint,
        computed_at timestamptz(3) NOT NULL,
        CONSTRAINT company_responsiveness_pk PRIMARY KEY (company_id),
        CONSTRAINT company_responsiveness_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
        CONSTRAINT company_responsiveness_counts CHECK (answered BETWEEN 0 AND due),
        CONSTRAINT company_responsiveness_rate CHECK (rate BETWEEN 0 AND 100),
        CONSTRAINT company_responsiveness_days CHECK (median_days >= 0 AND (median_days IS NULL) = (answered = 0))
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE company_responsiveness;
      DROP TRIGGER application_dated ON application;
      DROP FUNCTION application_dated;
      ALTER TABLE application DROP COLUMN answered_at, DROP COLUMN withdrawn_at;
    `);
  }
}
