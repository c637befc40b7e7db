import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers that their company wants open and the platform withholds: the company is not verified yet, or it or the offer was
 * suspended. One column says so, kept by triggers from the three facts, so that no writer can forget one of them; the index,
 * the matcher and the alerts are told by triggers too. Companies that were there before stay public.
 */
export class Seams1763900000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account ADD COLUMN language text NOT NULL DEFAULT 'fr',
        ADD CONSTRAINT account_language_known CHECK (language IN ('fr', 'en'));

      UPDATE company SET verified_at = created_at WHERE verified_at IS NULL;
      ALTER TABLE company ADD COLUMN suspended_at timestamptz;
      ALTER TABLE offer ADD COLUMN suspended_at timestamptz, ADD COLUMN withheld boolean NOT NULL DEFAULT false,
        ADD COLUMN paused_because text,
        ADD CONSTRAINT offer_paused_because_known CHECK (paused_because IN ('TOO_MANY_WAITING', 'UNANSWERED'));

      CREATE FUNCTION offer_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT NEW.suspended_at IS NOT NULL OR verified_at IS NULL OR suspended_at IS NOT NULL
          INTO NEW.withheld FROM company WHERE id = NEW.company_id FOR SHARE;
        NEW.withheld = coalesce(NEW.withheld, false);
        RETURN NEW;
      END $$;
      CREATE TRIGGER offer_withheld BEFORE INSERT OR UPDATE OF suspended_at, withheld ON offer
        FOR EACH ROW EXECUTE FUNCTION offer_withheld();

      CREATE FUNCTION offer_withheld_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO outbox (kind, id) VALUES ('offer', NEW.id);
        PERFORM pg_notify('vte_outbox', 'offer');
        RETURN NULL;
      END $$;
      CREATE TRIGGER offer_withheld_moved AFTER UPDATE ON offer FOR EACH ROW
        WHEN (OLD.withheld IS DISTINCT FROM NEW.withheld) EXECUTE FUNCTION offer_withheld_moved();

      CREATE FUNCTION company_standing_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE offer SET withheld = withheld WHERE company_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER company_standing_moved AFTER UPDATE ON company FOR EACH ROW
        WHEN ((OLD.verified_at IS NULL, OLD.suspended_at IS NULL) IS DISTINCT FROM (NEW.verified_at IS NULL, NEW.suspended_at IS NULL))
        EXECUTE FUNCTION company_standing_moved();
    `);
    await this.matcherSees(db, '(come.status, come.withheld,', '(gone.status, gone.withheld,');
    await this.alertsSee(
      db,
      'status, published_at, withheld, suspended_at',
      ' AND NOT NEW.withheld',
      ' AND NOT OLD.withheld',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await this.alertsSee(db, 'status, published_at', '', '');
    await this.matcherSees(db, '(come.status,', '(gone.status,');
    await db.query(`
      DROP TRIGGER company_standing_moved ON company;
      DROP TRIGGER offer_withheld_moved ON offer;
      DROP TRIGGER offer_withheld ON offer;
      DROP FUNCTION company_standing_moved;
      DROP FUNCTION offer_withheld_moved;
      DROP FUNCTION offer_withheld;
      ALTER TABLE offer DROP COLUMN suspended_at, DROP COLUMN withheld, DROP COLUMN paused_because;
      ALTER TABLE company DROP COLUMN suspended_at;
      ALTER TABLE account DROP COLUMN language;
    `);
  }

  /** The function of 0020 with other columns compared: an offer that is withheld or let go is a changed offer. */
  private async matcherSees(db: QueryRunner, come: string, gone: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION match_offer_rows() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          SELECT array_agg(id) INTO ids FROM come WHERE status = 'OPEN';
        ELSIF TG_OP = 'DELETE' THEN
          SELECT array_agg(id) INTO ids FROM gone WHERE status = 'OPEN';
        ELSE
          SELECT array_agg(come.id) INTO ids FROM come JOIN gone ON gone.id = come.id
           WHERE (come.status = 'OPEN' OR gone.status = 'OPEN')
             AND ${come} come.mission_category, come.occupation_code, come.contract_type, come.starts_on,
                  come.remote_work, come.salary_min, come.salary_max, come.study_level, come.required_skill_codes,
                  come.desired_skill_codes, come.green_mission, come.published_at, come.expires_on)
                 IS DISTINCT FROM
                 ${gone} gone.mission_category, gone.occupation_code, gone.contract_type, gone.starts_on,
                  gone.remote_work, gone.salary_min, gone.salary_max, gone.study_level, gone.required_skill_codes,
                  gone.desired_skill_codes, gone.green_mission, gone.published_at, gone.expires_on);
        END IF;
        PERFORM match_note('offer', ids);
        RETURN NULL;
      END $$;`);
  }

  /** Trigger and function of 0018: whom it concerns is told when an offer becomes public, not when it is written. */
  private async alertsSee(db: QueryRunner, columns: string, isPublic: string, wasPublic: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION offer_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF OLD.status = 'OPEN'${wasPublic} AND OLD.published_at IS NOT DISTINCT FROM NEW.published_at THEN RETURN NULL; END IF;
        END IF;
        INSERT INTO alert_due (offer_id) VALUES (NEW.id);
        PERFORM pg_notify('vte_alerts', 'offer');
        RETURN NULL;
      END $$;
      DROP TRIGGER offer_published ON offer;
      CREATE TRIGGER offer_published AFTER INSERT OR UPDATE OF ${columns} ON offer
        FOR EACH ROW WHEN (NEW.status = 'OPEN'${isPublic}) EXECUTE FUNCTION offer_published();`);
  }
}
