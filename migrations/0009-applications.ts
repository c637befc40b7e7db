import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications: the constraint, not a prior read, is the judge of "once per candidate and offer". */
export class Applications1763900000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE application (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        offer_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'SENT',
        message text,
        sent_at timestamptz(3) NOT NULL DEFAULT now(),
        answer_due_on date NOT NULL,
        CONSTRAINT application_pk PRIMARY KEY (id),
        CONSTRAINT one_application_per_candidate UNIQUE (offer_id, candidate_id),
        CONSTRAINT application_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
        CONSTRAINT application_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
        CONSTRAINT application_status_known CHECK
          (status IN ('SENT', 'SEEN', 'INTERVIEW', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CLOSED_UNANSWERED'))
      );
      CREATE INDEX application_of_candidate ON application (candidate_id, sent_at DESC, id DESC);
      CREATE INDEX application_to_offer ON application (offer_id, sent_at DESC, id DESC);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE application;');
  }
}
