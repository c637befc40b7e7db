import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers and their workplaces. Skill and occupation codes are plain text: a retired code must never hide an offer. Moments
 * are kept to the millisecond, as cursors say them.
 */
export class Offers1763900000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE offer (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        slug text NOT NULL,
        company_id uuid NOT NULL,
        status text NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        mission_category text NOT NULL,
        occupation_code text,
        contract_type text NOT NULL,
        duration_months integer,
        starts_on date,
        remote_work text NOT NULL DEFAULT 'NONE',
        salary_min integer,
        salary_max integer,
        study_level text,
        required_skill_codes text[] NOT NULL DEFAULT '{}',
        desired_skill_codes text[] NOT NULL DEFAULT '{}',
        green_mission boolean NOT NULL DEFAULT false,
        openings integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        published_at timestamptz(3),
        expires_on date,
        idempotency_key text,
        demo boolean NOT NULL DEFAULT false,
        CONSTRAINT offer_pk PRIMARY KEY (id),
        CONSTRAINT offer_slug_unique UNIQUE (slug),
        CONSTRAINT offer_posted_once UNIQUE (company_id, idempotency_key),
        CONSTRAINT offer_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
        CONSTRAINT offer_status_known CHECK (status IN ('DRAFT', 'OPEN', 'PAUSED', 'FILLED', 'CLOSED', 'EXPIRED'))
      );
      CREATE INDEX offer_open_newest ON offer (published_at DESC, id DESC) WHERE status = 'OPEN';
      CREATE INDEX offer_open_expiry ON offer (expires_on) WHERE status = 'OPEN';
      CREATE INDEX offer_company ON offer (company_id, created_at DESC, id DESC);

      CREATE TABLE offer_site (
        offer_id uuid NOT NULL,
        position smallint NOT NULL,
        commune_code text NOT NULL,
        address text,
        CONSTRAINT offer_site_pk PRIMARY KEY (offer_id, position),
        CONSTRAINT offer_site_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
        CONSTRAINT offer_site_commune_fk FOREIGN KEY (commune_code) REFERENCES commune(code)
      );
      CREATE INDEX offer_site_commune ON offer_site (commune_code, offer_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE offer_site; DROP TABLE offer;');
  }
}
