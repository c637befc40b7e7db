import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Hires, and the charters that both sign. A hire outlives its offer, its application and the account of the person hired: what
 * stays then is nobody’s (`forgotten_at`), and counts. A version of a charter is what was frozen to be signed; at most one stands.
 */
export class Hires1763900000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hire (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        company_id uuid NOT NULL,
        offer_id uuid,
        application_id uuid,
        candidate_id uuid,
        status text NOT NULL,
        hired_on date NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        contract_type text NOT NULL,
        duration_months integer,
        commune_code text NOT NULL,
        mission_title text NOT NULL,
        mission text,
        transforms text,
        reports_to text,
        tutor_name text,
        tutor_role text,
        green_mission boolean NOT NULL DEFAULT false,
        study_level text,
        salary integer,
        signed_at timestamptz(3),
        ended_on date,
        ended_by text,
        end_reason text,
        end_words text,
        declared_by uuid,
        address_digest text,
        forgotten_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        demo boolean NOT NULL DEFAULT false,
        CONSTRAINT hire_pk PRIMARY KEY (id),
        CONSTRAINT hire_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
        CONSTRAINT hire_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE SET NULL,
        CONSTRAINT hire_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE SET NULL,
        CONSTRAINT hire_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE SET NULL,
        CONSTRAINT hire_commune_fk FOREIGN KEY (commune_code) REFERENCES commune(code),
        CONSTRAINT hire_declared_by_fk FOREIGN KEY (declared_by) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT hire_status_known CHECK (
          status IN ('AWAITING_PERSON', 'DRAFT', 'CHARTER_OPEN', 'SIGNED', 'CANCELLED', 'ENDED_EARLY')),
        CONSTRAINT hire_contract_known CHECK (contract_type IN ('CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION')),
        CONSTRAINT hire_dates_in_order CHECK (hired_on <= starts_on AND (ends_on IS NULL OR starts_on < ends_on)),
        CONSTRAINT hire_duration_sane CHECK (duration_months BETWEEN 1 AND 60),
        CONSTRAINT hire_salary_sane CHECK (salary BETWEEN 1 AND 1000000),
        CONSTRAINT hire_signed_at_once_signed CHECK (status NOT IN ('SIGNED', 'ENDED_EARLY') OR signed_at IS NOT NULL),
        CONSTRAINT hire_ended_by_known CHECK (ended_by IN ('CANDIDATE', 'COMPANY', 'PLATFORM')),
        CONSTRAINT hire_ended_by_someone CHECK ((status IN ('CANCELLED', 'ENDED_EARLY')) = (ended_by IS NOT NULL)),
        CONSTRAINT hire_address_while_it_stands CHECK (address_digest IS NULL OR status <> 'CANCELLED')
      );
      CREATE UNIQUE INDEX hire_of_application ON hire (application_id) WHERE status <> 'CANCELLED';
      CREATE UNIQUE INDEX hire_of_address ON hire (company_id, address_digest, hired_on) WHERE address_digest IS NOT NULL;
      CREATE INDEX hire_application ON hire (application_id) WHERE application_id IS NOT NULL;
      CREATE INDEX hire_of_company ON hire (company_id, created_at DESC, id DESC);
      CREATE INDEX hire_of_offer ON hire (offer_id) WHERE offer_id IS NOT NULL;
      CREATE INDEX hire_of_candidate ON hire (candidate_id, created_at DESC, id DESC) WHERE candidate_id IS NOT NULL;
      CREATE INDEX hire_of_declarer ON hire (declared_by) WHERE declared_by IS NOT NULL;
      CREATE INDEX hire_commune ON hire (commune_code, hired_on);

      CREATE TABLE hire_invitation (
        hire_id uuid NOT NULL,
        email text NOT NULL,
        token_hash bytea NOT NULL,
        invited_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT hire_invitation_pk PRIMARY KEY (hire_id),
        CONSTRAINT hire_invitation_token_unique UNIQUE (token_hash),
        CONSTRAINT hire_invitation_hire_fk FOREIGN KEY (hire_id) REFERENCES hire(id) ON DELETE CASCADE
      );
      CREATE INDEX hire_invitation_email ON hire_invitation (email);
      CREATE INDEX hire_invitation_expiry ON hire_invitation (expires_at);

      CREATE TABLE charter_version (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        hire_id uuid NOT NULL,
        number integer NOT NULL,
        content jsonb,
        pdf bytea,
        sha256 text NOT NULL,
        made_at timestamptz(3) NOT NULL,
        voided_at timestamptz(3),
        signed_at timestamptz(3),
        final_pdf bytea,
        final_sha256 text,
        company_reminders smallint NOT NULL DEFAULT 0,
        candidate_reminders smallint NOT NULL DEFAULT 0,
        CONSTRAINT charter_version_pk PRIMARY KEY (id),
        CONSTRAINT charter_version_number UNIQUE (hire_id, number),
        CONSTRAINT charter_version_sha256 UNIQUE (sha256),
        CONSTRAINT charter_version_final_sha256 UNIQUE (final_sha256),
        CONSTRAINT charter_version_hire_fk FOREIGN KEY (hire_id) REFERENCES hire(id) ON DELETE CASCADE,
        CONSTRAINT charter_version_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$' AND final_sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE UNIQUE INDEX charter_version_standing ON charter_version (hire_id) WHERE voided_at IS NULL;
      CREATE INDEX charter_version_waiting ON charter_version (made_at) WHERE voided_at IS NULL AND signed_at IS NULL;

      CREATE TABLE charter_signature (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version_id uuid NOT NULL,
        side text NOT NULL,
        account_id uuid,
        name text,
        role text,
        sha256 text NOT NULL,
        proved_by text NOT NULL,
        signed_at timestamptz(3) NOT NULL,
        CONSTRAINT charter_signature_pk PRIMARY KEY (id),
        CONSTRAINT charter_signature_once UNIQUE (version_id, side),
        CONSTRAINT charter_signature_version_fk FOREIGN KEY (version_id) REFERENCES charter_version(id) ON DELETE CASCADE,
        CONSTRAINT charter_signature_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT charter_signature_side_known CHECK (side IN ('CANDIDATE', 'COMPANY')),
        CONSTRAINT charter_signature_proved_by_known CHECK (proved_by IN ('PASSWORD', 'RECENT_SIGN_IN'))
      );
      CREATE INDEX charter_signature_account ON charter_signature (account_id) WHERE account_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE charter_signature;
      DROP TABLE charter_version;
      DROP TABLE hire_invitation;
      DROP TABLE hire;
    `);
  }
}
