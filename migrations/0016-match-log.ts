import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was shown to whom, so that it can be explained again: see docs/decisions/0019. Whoever leaves takes their rows along. */
export class MatchLog1763900000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE match_log (
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        offer_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        shown_to text NOT NULL,
        scoring_version text NOT NULL,
        tenths smallint NOT NULL,
        times integer NOT NULL,
        first_shown_at timestamptz(3) NOT NULL,
        last_shown_at timestamptz(3) NOT NULL,
        shown json NOT NULL,
        CONSTRAINT match_log_pk PRIMARY KEY (id),
        CONSTRAINT match_log_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
        CONSTRAINT match_log_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
        CONSTRAINT match_log_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
        CONSTRAINT match_log_shown_to_known CHECK (shown_to IN ('CANDIDATE', 'COMPANY', 'PLATFORM'))
      );
      CREATE INDEX match_log_pair ON match_log (offer_id, candidate_id);
      CREATE INDEX match_log_candidate ON match_log (candidate_id);
      CREATE INDEX match_log_account ON match_log (account_id);
      CREATE INDEX match_log_age ON match_log (last_shown_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE match_log;');
  }
}
