import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every step of an application, dated, with the side that took it; when a company has to answer, what became of its
 * promise; how many may wait for one offer; and the offers candidates keep. What an application was before this migration
 * is told by the moments that were noted of it.
 */
export class ApplicationSteps1763900000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(applications);
    await db.query(events);
    await db.query(companies);
    await db.query(favourites);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE favourite;
      DROP TABLE company_answering;
      ALTER TABLE offer DROP COLUMN pause_at_waiting;
      DROP TABLE application_event;
      DROP INDEX offer_paused_by_itself;
      DROP INDEX application_waiting;
      DROP INDEX application_due;
      DROP INDEX application_in_interview;
      ALTER TABLE application DROP COLUMN closed_at, DROP COLUMN moved_at,
        DROP COLUMN reminders, DROP COLUMN late_on, DROP COLUMN stalled_on;
    `);
  }
}

const applications = `
  ALTER TABLE application ADD COLUMN closed_at timestamptz(3), ADD COLUMN moved_at timestamptz(3) NOT NULL DEFAULT now(),
    ADD COLUMN reminders smallint NOT NULL DEFAULT 0, ADD COLUMN late_on date,
    ADD COLUMN stalled_on date, ADD CONSTRAINT application_reminders_known CHECK (reminders BETWEEN 0 AND 2);
  UPDATE application SET moved_at = coalesce(withdrawn_at, answered_at, sent_at);
  UPDATE application SET closed_at = moved_at WHERE status IN ('ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CLOSED_UNANSWERED');
  CREATE INDEX application_due ON application (answer_due_on);
  CREATE INDEX application_waiting ON application (answer_due_on) WHERE status IN ('SENT', 'SEEN');
  CREATE INDEX offer_paused_by_itself ON offer (company_id) WHERE paused_because IS NOT NULL;
  CREATE INDEX application_in_interview ON application (moved_at) WHERE status = 'INTERVIEW';
`;

const events = `
  CREATE TABLE application_event (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    application_id uuid NOT NULL,
    from_status text,
    to_status text NOT NULL,
    notice text,
    at timestamptz(3) NOT NULL,
    side text NOT NULL,
    account_id uuid,
    reason text,
    words text,
    signed_as text,
    CONSTRAINT application_event_pk PRIMARY KEY (seq),
    CONSTRAINT application_event_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT application_event_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
    CONSTRAINT application_event_side_known CHECK (side IN ('CANDIDATE', 'COMPANY', 'PLATFORM')),
    CONSTRAINT application_event_notice_known CHECK
      (notice IN ('COMPANY_REMINDED', 'ANSWER_LATE', 'DECISION_LATE', 'OFFER_ENDED')),
    CONSTRAINT application_event_moves CHECK ((notice IS NULL) = (from_status IS DISTINCT FROM to_status))
  );
  CREATE INDEX application_event_order ON application_event (application_id, seq);
  CREATE INDEX application_event_account ON application_event (account_id);
  INSERT INTO application_event (application_id, to_status, at, side)
    SELECT id, 'SENT', sent_at, 'CANDIDATE' FROM application;
  INSERT INTO application_event (application_id, from_status, to_status, at, side)
    SELECT id, 'SENT', status, moved_at,
           CASE status WHEN 'WITHDRAWN' THEN 'CANDIDATE' WHEN 'CLOSED_UNANSWERED' THEN 'PLATFORM' ELSE 'COMPANY' END
      FROM application WHERE status <> 'SENT';
`;

const companies = `
  CREATE TABLE company_answering (
    company_id uuid NOT NULL,
    answer_days smallint NOT NULL DEFAULT 15,
    digest_on date,
    warned_on date,
    paused_on date,
    CONSTRAINT company_answering_pk PRIMARY KEY (company_id),
    CONSTRAINT company_answering_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
    CONSTRAINT company_answering_days CHECK (answer_days BETWEEN 1 AND 30)
  );
  CREATE INDEX company_answering_warned ON company_answering (warned_on) WHERE warned_on IS NOT NULL;
  ALTER TABLE offer ADD COLUMN pause_at_waiting smallint NOT NULL DEFAULT 50,
    ADD CONSTRAINT offer_pause_at_waiting_sane CHECK (pause_at_waiting BETWEEN 1 AND 500);
`;

const favourites = `
  CREATE TABLE favourite (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    candidate_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    added_at timestamptz(3) NOT NULL,
    warned_for date,
    CONSTRAINT favourite_pk PRIMARY KEY (id),
    CONSTRAINT favourite_once UNIQUE (candidate_id, offer_id),
    CONSTRAINT favourite_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
    CONSTRAINT favourite_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE
  );
  CREATE INDEX favourite_newest ON favourite (candidate_id, added_at DESC, id DESC);
  CREATE INDEX favourite_of_offer ON favourite (offer_id);
`;
