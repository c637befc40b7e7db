import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What changed of offers and candidates, for every process that holds them in memory. Unlike the outbox, whose marks are
 * taken away by the one who pays them, this list has many readers: each remembers the snapshot it read last and asks for
 * what that snapshot could not see, so that no order of commits makes it miss one. Triggers write it, since rows also go by
 * cascade. It is announced on vte_match.
 */
export class MatchChanges1763900000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE match_change (
        tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
        kind text NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT match_change_kind_known CHECK (kind IN ('offer', 'candidate'))
      );
      CREATE INDEX match_change_tx ON match_change (tx);
      CREATE INDEX match_change_at ON match_change USING brin (at);

      CREATE FUNCTION match_note(of_kind text, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF cardinality(ids) > 0 THEN
          INSERT INTO match_change (kind, id) SELECT of_kind, unnest(ids);
          PERFORM pg_notify('vte_match', of_kind);
        END IF;
      END $$;

      CREATE FUNCTION match_offer_rows() RETURNS trigger LANGUAGE plpgsql AS $$
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
             AND (come.status, come.mission_category, come.occupation_code, come.contract_type, come.starts_on,
                  come.remote_work, come.salary_min, come.salary_max, come.study_level, come.required_skill_codes,
                  come.desired_skill_codes, come.green_mission, come.published_at, come.expires_on)
                 IS DISTINCT FROM
                 (gone.status, gone.mission_category, gone.occupation_code, gone.contract_type, gone.starts_on,
                  gone.remote_work, gone.salary_min, gone.salary_max, gone.study_level, gone.required_skill_codes,
                  gone.desired_skill_codes, gone.green_mission, gone.published_at, gone.expires_on);
        END IF;
        PERFORM match_note('offer', ids);
        RETURN NULL;
      END $$;

      CREATE FUNCTION match_site_rows() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'DELETE' THEN
          SELECT array_agg(DISTINCT offer_id) INTO ids FROM gone;
        ELSE
          SELECT array_agg(DISTINCT offer_id) INTO ids FROM come;
        END IF;
        PERFORM match_note('offer', ids);
        RETURN NULL;
      END $$;

      CREATE FUNCTION match_candidate_rows() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'DELETE' THEN
          SELECT array_agg(id) INTO ids FROM gone;
        ELSE
          SELECT array_agg(id) INTO ids FROM come;
        END IF;
        PERFORM match_note('candidate', ids);
        RETURN NULL;
      END $$;

      CREATE FUNCTION match_responsiveness_rows() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'DELETE' THEN
          SELECT array_agg(o.id) INTO ids FROM gone JOIN offer o ON o.company_id = gone.company_id AND o.status = 'OPEN';
        ELSIF TG_OP = 'UPDATE' THEN
          SELECT array_agg(o.id) INTO ids FROM come JOIN gone ON gone.company_id = come.company_id
            JOIN offer o ON o.company_id = come.company_id AND o.status = 'OPEN'
           WHERE (come.rate, come.median_days) IS DISTINCT FROM (gone.rate, gone.median_days);
        ELSE
          SELECT array_agg(o.id) INTO ids FROM come JOIN offer o ON o.company_id = come.company_id AND o.status = 'OPEN';
        END IF;
        PERFORM match_note('offer', ids);
        RETURN NULL;
      END $$;

      CREATE TRIGGER match_offer_come AFTER INSERT ON offer
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_offer_rows();
      CREATE TRIGGER match_offer_gone AFTER DELETE ON offer
        REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION match_offer_rows();
      CREATE TRIGGER match_offer_moved AFTER UPDATE ON offer
        REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_offer_rows();
      CREATE TRIGGER match_site_come AFTER INSERT ON offer_site
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_site_rows();
      CREATE TRIGGER match_site_gone AFTER DELETE ON offer_site
        REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION match_site_rows();
      CREATE TRIGGER match_site_moved AFTER UPDATE ON offer_site
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_site_rows();
      CREATE TRIGGER match_candidate_come AFTER INSERT ON candidate
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_candidate_rows();
      CREATE TRIGGER match_candidate_gone AFTER DELETE ON candidate
        REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION match_candidate_rows();
      CREATE TRIGGER match_candidate_moved AFTER UPDATE ON candidate
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_candidate_rows();
      CREATE TRIGGER match_responsiveness_come AFTER INSERT ON company_responsiveness
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_responsiveness_rows();
      CREATE TRIGGER match_responsiveness_gone AFTER DELETE ON company_responsiveness
        REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION match_responsiveness_rows();
      CREATE TRIGGER match_responsiveness_moved AFTER UPDATE ON company_responsiveness
        REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION match_responsiveness_rows();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER match_offer_come ON offer;
      DROP TRIGGER match_offer_gone ON offer;
      DROP TRIGGER match_offer_moved ON offer;
      DROP TRIGGER match_site_come ON offer_site;
      DROP TRIGGER match_site_gone ON offer_site;
      DROP TRIGGER match_site_moved ON offer_site;
      DROP TRIGGER match_candidate_come ON candidate;
      DROP TRIGGER match_candidate_gone ON candidate;
      DROP TRIGGER match_candidate_moved ON candidate;
      DROP TRIGGER match_responsiveness_come ON company_responsiveness;
      DROP TRIGGER match_responsiveness_gone ON company_responsiveness;
      DROP TRIGGER match_responsiveness_moved ON company_responsiveness;
      DROP FUNCTION match_offer_rows;
      DROP FUNCTION match_site_rows;
      DROP FUNCTION match_candidate_rows;
      DROP FUNCTION match_responsiveness_rows;
      DROP FUNCTION match_note;
      DROP TABLE match_change;
    `);
  }
}
