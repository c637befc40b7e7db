import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What visitors report, what administrators decide, and what is suspended and why. A case is about one object and takes all
 * reports of it until it is decided. Whoever leaves takes along what they wrote; an object takes its cases along.
 */
export class Moderation1763900000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
    await db.query(reviews);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER offer_to_review_posted ON offer;
      DROP TRIGGER offer_to_review_revised ON offer;
      DROP FUNCTION offer_to_review;
      DROP TABLE offer_review_due;
      DROP TABLE moderation_report;
      DROP TABLE moderation_case;
      DROP TABLE suspension;
    `);
  }
}

const tables = `
  CREATE TABLE suspension (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    offer_id uuid,
    company_id uuid,
    account_id uuid,
    reason text NOT NULL,
    words text,
    since timestamptz(3) NOT NULL,
    suspended_by uuid,
    answer_token_hash bytea,
    lifted_at timestamptz(3),
    lifted_by uuid,
    visible_since timestamptz,
    CONSTRAINT suspension_pk PRIMARY KEY (id),
    CONSTRAINT suspension_of_one CHECK (num_nonnulls(offer_id, company_id, account_id) = 1),
    CONSTRAINT suspension_answer_token UNIQUE (answer_token_hash),
    CONSTRAINT suspension_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
    CONSTRAINT suspension_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
    CONSTRAINT suspension_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
    CONSTRAINT suspension_suspended_by_fk FOREIGN KEY (suspended_by) REFERENCES account(id) ON DELETE SET NULL,
    CONSTRAINT suspension_lifted_by_fk FOREIGN KEY (lifted_by) REFERENCES account(id) ON DELETE SET NULL
  );
  CREATE INDEX suspension_of_offer ON suspension (offer_id);
  CREATE INDEX suspension_of_company ON suspension (company_id);
  CREATE INDEX suspension_of_account ON suspension (account_id);
  CREATE INDEX suspension_suspended_by ON suspension (suspended_by);
  CREATE INDEX suspension_lifted_by ON suspension (lifted_by);
  CREATE UNIQUE INDEX suspension_once ON suspension (coalesce(offer_id, company_id, account_id)) WHERE lifted_at IS NULL;

  CREATE TABLE moderation_case (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind text NOT NULL,
    offer_id uuid,
    company_id uuid,
    invitation_id uuid,
    message_id uuid,
    account_id uuid,
    opened_at timestamptz(3) NOT NULL,
    decided_at timestamptz(3),
    decided_by uuid,
    decision text,
    reason text,
    words text,
    CONSTRAINT moderation_case_pk PRIMARY KEY (id),
    CONSTRAINT moderation_case_of_one CHECK (num_nonnulls(offer_id, company_id, invitation_id, message_id, account_id) = 1
      AND CASE kind WHEN 'OFFER' THEN offer_id WHEN 'COMPANY' THEN company_id WHEN 'INVITATION' THEN invitation_id
                    WHEN 'MESSAGE' THEN message_id WHEN 'ACCOUNT' THEN account_id END IS NOT NULL),
    CONSTRAINT moderation_case_decided CHECK ((decided_at IS NULL) = (decision IS NULL)),
    CONSTRAINT moderation_case_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
    CONSTRAINT moderation_case_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
    CONSTRAINT moderation_case_invitation_fk FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON DELETE CASCADE,
    CONSTRAINT moderation_case_message_fk FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
    CONSTRAINT moderation_case_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
    CONSTRAINT moderation_case_decided_by_fk FOREIGN KEY (decided_by) REFERENCES account(id) ON DELETE SET NULL
  );
  CREATE UNIQUE INDEX moderation_case_open
    ON moderation_case (coalesce(offer_id, company_id, invitation_id, message_id, account_id)) WHERE decided_at IS NULL;
  CREATE INDEX moderation_case_oldest ON moderation_case (opened_at, id);
  CREATE INDEX moderation_case_of_offer ON moderation_case (offer_id);
  CREATE INDEX moderation_case_of_company ON moderation_case (company_id);
  CREATE INDEX moderation_case_of_invitation ON moderation_case (invitation_id);
  CREATE INDEX moderation_case_of_message ON moderation_case (message_id);
  CREATE INDEX moderation_case_of_account ON moderation_case (account_id);
  CREATE INDEX moderation_case_decided_by ON moderation_case (decided_by);

  CREATE TABLE moderation_report (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    case_id uuid NOT NULL,
    origin text NOT NULL,
    reason text NOT NULL,
    words text,
    reporter_id uuid,
    email text,
    language text NOT NULL DEFAULT 'fr',
    caller_key text,
    reported_at timestamptz(3) NOT NULL,
    CONSTRAINT moderation_report_pk PRIMARY KEY (id),
    CONSTRAINT moderation_report_once UNIQUE (case_id, caller_key),
    CONSTRAINT moderation_report_origin_known CHECK (origin IN ('VISITOR', 'PLATFORM', 'CONCERNED')),
    CONSTRAINT moderation_report_case_fk FOREIGN KEY (case_id) REFERENCES moderation_case(id) ON DELETE CASCADE,
    CONSTRAINT moderation_report_reporter_fk FOREIGN KEY (reporter_id) REFERENCES account(id) ON DELETE SET NULL
  );
  CREATE INDEX moderation_report_reporter ON moderation_report (reporter_id);
  CREATE INDEX moderation_report_email ON moderation_report (email);
`;

/** Offers whose words are to be read; a list that nobody waits for. Demo offers are ours. */
const reviews = `
  CREATE TABLE offer_review_due (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    offer_id uuid NOT NULL,
    CONSTRAINT offer_review_due_pk PRIMARY KEY (seq)
  );
  CREATE FUNCTION offer_to_review() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO offer_review_due (offer_id) VALUES (NEW.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER offer_to_review_posted AFTER INSERT ON offer FOR EACH ROW
    WHEN (NEW.status = 'OPEN' AND NOT NEW.demo) EXECUTE FUNCTION offer_to_review();
  CREATE TRIGGER offer_to_review_revised AFTER UPDATE OF title, description, status ON offer FOR EACH ROW
    WHEN (NEW.status = 'OPEN' AND NOT NEW.demo AND
          (OLD.title, OLD.description, OLD.status) IS DISTINCT FROM (NEW.title, NEW.description, NEW.status))
    EXECUTE FUNCTION offer_to_review();
`;
