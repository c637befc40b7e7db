import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many applications to each offer wait for an answer. A trigger counts, because applications also go by cascade when
 * a candidate is erased. Its triggers fire once a statement and take the offers in the order of their ids, so that two
 * statements that touch the same offers never wait for each other; whoever locks an offer and one of its applications
 * takes the offer first. `updated_at` stays: the offer itself is what it was. Both tables are locked before the first count,
 * in that order: an application that moved between the count and the trigger would be counted by neither.
 */
export class OfferPopularity1763900000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      LOCK TABLE offer IN ACCESS EXCLUSIVE MODE;
      LOCK TABLE application IN SHARE ROW EXCLUSIVE MODE;
      ALTER TABLE offer ADD COLUMN waiting_applications integer NOT NULL DEFAULT 0;

      UPDATE offer SET waiting_applications = waiting.count
        FROM (SELECT offer_id, count(*) AS count FROM application WHERE status IN ('SENT', 'SEEN') GROUP BY offer_id) waiting
       WHERE offer.id = waiting.offer_id;

      CREATE FUNCTION application_waits(status text) RETURNS integer LANGUAGE sql IMMUTABLE
        RETURN CASE WHEN status IN ('SENT', 'SEEN') THEN 1 ELSE 0 END;

      CREATE FUNCTION offer_count_waiting(ids uuid[], changes bigint[]) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM offer WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
        WITH counted AS (
          UPDATE offer SET waiting_applications = waiting_applications + changed.by
            FROM unnest(ids, changes) AS changed (id, by)
           WHERE offer.id = changed.id
          RETURNING offer.id, offer.status
        )
        INSERT INTO outbox (kind, id) SELECT 'offer', id FROM counted WHERE status = 'OPEN';
        IF FOUND THEN
          PERFORM pg_notify('vte_outbox', 'offer');
        END IF;
      END $$;

      CREATE FUNCTION application_counted() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
        changes bigint[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          SELECT array_agg(offer_id), array_agg(change) INTO ids, changes FROM (
            SELECT offer_id, sum(application_waits(status)) AS change FROM come GROUP BY offer_id) AS by_offer
           WHERE change <> 0;
        ELSIF TG_OP = 'DELETE' THEN
          SELECT array_agg(offer_id), array_agg(change) INTO ids, changes FROM (
            SELECT offer_id, -sum(application_waits(status)) AS change FROM gone GROUP BY offer_id) AS by_offer
           WHERE change <> 0;
        ELSE
          SELECT array_agg(offer_id), array_agg(change) INTO ids, changes FROM (
            SELECT offer_id, sum(change) AS change FROM (
              SELECT offer_id, application_waits(status) AS change FROM come
              UNION ALL SELECT offer_id, -application_waits(status) FROM gone) AS each GROUP BY offer_id) AS by_offer
           WHERE change <> 0;
        END IF;
        IF ids IS NOT NULL THEN
          PERFORM offer_count_waiting(ids, changes);
        END IF;
        RETURN NULL;
      END $$;

      CREATE TRIGGER application_come AFTER INSERT ON application
        REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION application_counted();
      CREATE TRIGGER application_gone AFTER DELETE ON application
        REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION application_counted();
      CREATE TRIGGER application_moved AFTER UPDATE ON application
        REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION application_counted();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER application_come ON application;
      DROP TRIGGER application_gone ON application;
      DROP TRIGGER application_moved ON application;
      DROP FUNCTION application_counted;
      DROP FUNCTION offer_count_waiting;
      DROP FUNCTION application_waits;
      ALTER TABLE offer DROP COLUMN waiting_applications;
    `);
  }
}
