import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Companies that invite candidates to apply, and candidates who want no invitation of a company any more. The constraint is
 * the judge of "once per candidate and offer". An invitation outlives the account of whoever sent it, without their name.
 */
export class Invitations1763900000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE invitation (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        offer_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        company_id uuid NOT NULL,
        invited_by uuid,
        message text NOT NULL,
        status text NOT NULL DEFAULT 'SENT',
        sent_at timestamptz(3) NOT NULL DEFAULT now(),
        answered_at timestamptz(3),
        CONSTRAINT invitation_pk PRIMARY KEY (id),
        CONSTRAINT one_invitation_per_candidate UNIQUE (offer_id, candidate_id),
        CONSTRAINT invitation_offer_fk FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
        CONSTRAINT invitation_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
        CONSTRAINT invitation_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
        CONSTRAINT invitation_invited_by_fk FOREIGN KEY (invited_by) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT invitation_status_known CHECK (status IN ('SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
        CONSTRAINT invitation_answer_dated CHECK ((status IN ('ACCEPTED', 'DECLINED')) = (answered_at IS NOT NULL))
      );
      CREATE INDEX invitation_of_candidate ON invitation (candidate_id, sent_at DESC, id DESC);
      CREATE INDEX invitation_to_offer ON invitation (offer_id, sent_at DESC, id DESC);
      CREATE INDEX invitation_of_company ON invitation (company_id, sent_at DESC);
      CREATE INDEX invitation_accepted ON invitation (candidate_id, company_id) WHERE status = 'ACCEPTED';
      CREATE INDEX invitation_invited_by ON invitation (invited_by);

      CREATE TABLE declined_company (
        candidate_id uuid NOT NULL,
        company_id uuid NOT NULL,
        declined_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT declined_company_pk PRIMARY KEY (candidate_id, company_id),
        CONSTRAINT declined_company_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate(id) ON DELETE CASCADE,
        CONSTRAINT declined_company_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE
      );
      CREATE INDEX declined_company_of_company ON declined_company (company_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE declined_company; DROP TABLE invitation;');
  }
}
