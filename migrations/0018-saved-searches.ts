import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Searches that candidates keep, and the offers that answer them. All that is about a person goes with the candidate.
 * Triggers note what changed, whoever changed it: which offers were published (`alert_due`), and which searches are other
 * than they were (`saved_search_change`), with the transaction that did it, so that those who hold them in memory miss none.
 */
export class SavedSearches1763900000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
    await db.query(triggers);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER offer_published ON offer;
      DROP FUNCTION offer_published;
      DROP TABLE alert_considered; DROP TABLE alert_due; DROP TABLE alert_setting; DROP TABLE alert;
      DROP TABLE saved_search_change; DROP TABLE saved_search;
      DROP FUNCTION saved_search_changed;
    `);
  }
}

const tables = `
  CREATE TABLE saved_search (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    candidate_id uuid NOT NULL,
    name text NOT NULL,
    words text NOT NULL DEFAULT '',
    literal boolean NOT NULL DEFAULT false,
    filter jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    last_seen_at timestamptz(3),
    CONSTRAINT saved_search_pk PRIMARY KEY (id),
    CONSTRAINT saved_search_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE
  );
  CREATE INDEX saved_search_of_candidate ON saved_search (candidate_id);

  CREATE TABLE saved_search_change (
    saved_search_id uuid NOT NULL,
    changed_in bigint NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT saved_search_change_pk PRIMARY KEY (saved_search_id)
  );
  CREATE INDEX saved_search_change_order ON saved_search_change (changed_in);

  CREATE TABLE alert (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    candidate_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    offer_title text NOT NULL,
    saved_search_ids uuid[] NOT NULL DEFAULT '{}',
    score_tenths smallint,
    found_at timestamptz(3) NOT NULL DEFAULT now(),
    seen_at timestamptz(3),
    CONSTRAINT alert_pk PRIMARY KEY (id),
    CONSTRAINT alert_once UNIQUE (candidate_id, offer_id),
    CONSTRAINT alert_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
    CONSTRAINT alert_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE
  );
  CREATE INDEX alert_newest ON alert (candidate_id, found_at DESC, id DESC);
  CREATE INDEX alert_unseen ON alert (candidate_id) WHERE seen_at IS NULL;
  CREATE INDEX alert_about_offer ON alert (offer_id);

  CREATE TABLE alert_setting (
    candidate_id uuid NOT NULL,
    profile_alerts boolean NOT NULL DEFAULT false,
    min_score smallint NOT NULL DEFAULT 70,
    CONSTRAINT alert_setting_pk PRIMARY KEY (candidate_id),
    CONSTRAINT alert_setting_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
    CONSTRAINT alert_setting_score CHECK (min_score BETWEEN 1 AND 100)
  );
  CREATE INDEX alert_setting_on ON alert_setting (candidate_id) WHERE profile_alerts;

  CREATE TABLE alert_due (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    offer_id uuid NOT NULL,
    due_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT alert_due_pk PRIMARY KEY (seq)
  );

  CREATE TABLE alert_considered (
    offer_id uuid NOT NULL,
    published_at timestamptz(3) NOT NULL,
    CONSTRAINT alert_considered_pk PRIMARY KEY (offer_id),
    CONSTRAINT alert_considered_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE
  );
`;

const triggers = `
  CREATE FUNCTION saved_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO saved_search_change (saved_search_id, changed_in)
    VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END, pg_current_xact_id()::text::bigint)
    ON CONFLICT (saved_search_id) DO UPDATE SET changed_in = excluded.changed_in, changed_at = now();
    PERFORM pg_notify('vte_alerts', 'search');
    RETURN NULL;
  END $$;
  CREATE TRIGGER saved_search_changed AFTER INSERT OR DELETE OR UPDATE OF words, literal, filter ON saved_search
    FOR EACH ROW EXECUTE FUNCTION saved_search_changed();

  CREATE FUNCTION offer_published() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF OLD.status = 'OPEN' AND OLD.published_at IS NOT DISTINCT FROM NEW.published_at THEN RETURN NULL; END IF;
    END IF;
    INSERT INTO alert_due (offer_id) VALUES (NEW.id);
    PERFORM pg_notify('vte_alerts', 'offer');
    RETURN NULL;
  END $$;
  CREATE TRIGGER offer_published AFTER INSERT OR UPDATE OF status, published_at ON offer
    FOR EACH ROW WHEN (NEW.status = 'OPEN') EXECUTE FUNCTION offer_published();
`;
