import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures counted beforehand (decision 0041). When an offer was open is noted by a trigger, whoever moves the offer; of an offer
 * that ended before this migration only its publication and its last change are known, and taken for the two ends. What people
 * did is counted by month and area, an area being what a department has of a territory, so that every scope is a sum of areas
 * and nothing of anybody is in a row. A month that is over is counted once and never again.
 */
export class Statistics1763900000039 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE offer_open_span (
        offer_id uuid NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        closed_at timestamptz(3),
        ended_as text,
        CONSTRAINT offer_open_span_pk PRIMARY KEY (offer_id, opened_at),
        CONSTRAINT offer_open_span_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
        CONSTRAINT offer_open_span_in_order CHECK (opened_at <= closed_at),
        CONSTRAINT offer_open_span_ended CHECK ((closed_at IS NULL) = (ended_as IS NULL)),
        CONSTRAINT offer_open_span_ended_known
          CHECK (ended_as IN ('PAUSED', 'FILLED', 'CLOSED', 'EXPIRED', 'DRAFT', 'WITHHELD'))
      );
      CREATE INDEX offer_open_span_times ON offer_open_span (opened_at, closed_at) INCLUDE (offer_id);
      CREATE INDEX offer_open_span_closed ON offer_open_span (closed_at) INCLUDE (offer_id, ended_as)
        WHERE closed_at IS NOT NULL;

      CREATE FUNCTION offer_open_noted() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        is_open boolean := NEW.status = 'OPEN' AND NOT NEW.withheld;
        ended text := CASE WHEN NEW.status = 'OPEN' THEN 'WITHHELD' ELSE NEW.status END;
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF is_open THEN
            INSERT INTO offer_open_span (offer_id, opened_at) VALUES (NEW.id, coalesce(NEW.published_at, now()));
          ELSIF NEW.published_at IS NOT NULL AND NEW.status IN ('FILLED', 'CLOSED', 'EXPIRED', 'PAUSED') THEN
            INSERT INTO offer_open_span (offer_id, opened_at, closed_at, ended_as)
            VALUES (NEW.id, NEW.published_at, greatest(NEW.published_at, least(NEW.updated_at,
                    (NEW.expires_on + 1)::timestamp AT TIME ZONE 'Europe/Paris')), ended);
          END IF;
        ELSIF is_open AND (OLD.status <> 'OPEN' OR OLD.withheld) THEN
          INSERT INTO offer_open_span (offer_id, opened_at)
          VALUES (NEW.id, CASE WHEN NEW.published_at IS DISTINCT FROM OLD.published_at
                               THEN coalesce(NEW.published_at, now()) ELSE now() END)
          ON CONFLICT ON CONSTRAINT offer_open_span_pk DO UPDATE SET closed_at = NULL, ended_as = NULL;
        ELSIF NOT is_open AND OLD.status = 'OPEN' AND NOT OLD.withheld THEN
          UPDATE offer_open_span
             SET closed_at = greatest(opened_at, least(now(),
                   CASE WHEN NEW.status = 'EXPIRED'
                        THEN (NEW.expires_on + 1)::timestamp AT TIME ZONE 'Europe/Paris' END)),
                 ended_as = ended
           WHERE offer_id = NEW.id AND closed_at IS NULL;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER offer_open_noted_on_insert AFTER INSERT ON offer FOR EACH ROW EXECUTE FUNCTION offer_open_noted();
      CREATE TRIGGER offer_open_noted_on_update AFTER UPDATE ON offer FOR EACH ROW
        WHEN ((OLD.status, OLD.withheld) IS DISTINCT FROM (NEW.status, NEW.withheld))
        EXECUTE FUNCTION offer_open_noted();

      INSERT INTO offer_open_span (offer_id, opened_at, closed_at, ended_as)
      SELECT id, published_at, closed, CASE WHEN closed IS NULL THEN NULL WHEN status = 'OPEN' THEN 'WITHHELD' ELSE status END
        FROM (SELECT *, CASE WHEN status = 'OPEN' AND NOT withheld THEN NULL
                ELSE greatest(published_at, least(updated_at, (expires_on + 1)::timestamp AT TIME ZONE 'Europe/Paris')) END
                AS closed
                FROM offer WHERE published_at IS NOT NULL AND status <> 'DRAFT') AS known
       WHERE status <> 'OPEN' OR NOT withheld;

      CREATE TABLE stat_offer_month (
        scope text NOT NULL,
        month date NOT NULL,
        open_during integer NOT NULL,
        open_at_end integer NOT NULL,
        openings_at_end integer NOT NULL,
        companies_at_end integer NOT NULL,
        opened integer NOT NULL,
        ended integer NOT NULL,
        filled integer NOT NULL,
        CONSTRAINT stat_offer_month_pk PRIMARY KEY (scope, month)
      );

      CREATE TABLE stat_area_month (
        month date NOT NULL,
        department_code text NOT NULL,
        territory_id text NOT NULL,
        applications integer NOT NULL,
        answers integer NOT NULL,
        answered_in_time integer NOT NULL,
        not_in_time integer NOT NULL,
        hires integer NOT NULL,
        labels integer NOT NULL,
        delays jsonb NOT NULL,
        CONSTRAINT stat_area_month_pk PRIMARY KEY (month, department_code, territory_id)
      );

      CREATE TABLE stat_closed_month (
        month date NOT NULL,
        counted_at timestamptz(3) NOT NULL,
        CONSTRAINT stat_closed_month_pk PRIMARY KEY (month)
      );

      CREATE TABLE stat_told (
        scope text NOT NULL,
        told jsonb NOT NULL,
        CONSTRAINT stat_told_pk PRIMARY KEY (scope)
      );

      CREATE TABLE stat_wish (
        scope text NOT NULL,
        skill_code text NOT NULL,
        candidates integer NOT NULL,
        CONSTRAINT stat_wish_pk PRIMARY KEY (scope, skill_code)
      );

      CREATE TABLE stat_school (
        scope text NOT NULL,
        schools jsonb NOT NULL,
        others integer,
        CONSTRAINT stat_school_pk PRIMARY KEY (scope)
      );

      CREATE TABLE stat_asked (
        scope text NOT NULL,
        kind text NOT NULL,
        code text NOT NULL,
        offers integer NOT NULL,
        CONSTRAINT stat_asked_pk PRIMARY KEY (scope, kind, code),
        CONSTRAINT stat_asked_kind_known CHECK (kind IN ('SKILL', 'OCCUPATION', 'CATEGORY', 'CONTRACT'))
      );

      CREATE TABLE stat_sheet (
        scope text NOT NULL,
        sheet jsonb NOT NULL,
        CONSTRAINT stat_sheet_pk PRIMARY KEY (scope)
      );

      CREATE TABLE stat_refresh (
        only_row boolean NOT NULL DEFAULT true,
        computed_at timestamptz(3) NOT NULL,
        wishes_of date,
        demo boolean NOT NULL DEFAULT false,
        CONSTRAINT stat_refresh_pk PRIMARY KEY (only_row),
        CONSTRAINT stat_refresh_one CHECK (only_row)
      );

      CREATE INDEX application_sent ON application (sent_at) INCLUDE (offer_id);
      CREATE INDEX application_answered ON application (answered_at) INCLUDE (offer_id) WHERE answered_at IS NOT NULL;
      CREATE INDEX application_answered_to_offer ON application (offer_id, answered_at) WHERE answered_at IS NOT NULL;
      CREATE INDEX application_unanswered ON application (offer_id) INCLUDE (status, answer_due_on, closed_at)
        WHERE answered_at IS NULL AND status IN ('SENT', 'SEEN', 'CLOSED_UNANSWERED');
      CREATE INDEX offer_open_by_id ON offer (id) INCLUDE (published_at, expires_on) WHERE status = 'OPEN' AND NOT withheld;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX application_sent, application_answered, application_answered_to_offer, application_unanswered, offer_open_by_id;
      DROP TABLE stat_refresh, stat_sheet, stat_asked, stat_school, stat_wish, stat_told, stat_closed_month, stat_area_month, stat_offer_month;
      DROP TRIGGER offer_open_noted_on_insert ON offer;
      DROP TRIGGER offer_open_noted_on_update ON offer;
      DROP FUNCTION offer_open_noted;
      DROP TABLE offer_open_span;
    `);
  }
}
