import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is said about an application: messages between its two sides, meetings they agree on, notes that the company keeps
 * to itself, and texts it answers with. And what its board needs: the words one looks for, kept by triggers whoever writes,
 * and scores to order by. All of it goes with the application.
 */
export class Conversations1763900000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(messages);
    await db.query(interviews);
    await db.query(boards);
    await db.query(words);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER application_words_of_note ON application_note;
      DROP TRIGGER application_words_of_candidate ON candidate;
      DROP TRIGGER application_words_of_message ON application;
      DROP FUNCTION application_words_of_note();
      DROP FUNCTION application_words_of_candidate();
      DROP FUNCTION application_words_of_message();
      DROP FUNCTION note_application_words(uuid[]);
      DROP TABLE application_words;
      DROP TABLE application_score;
      DROP TABLE answer_template;
      DROP TABLE application_note;
      DROP TABLE interview_slot;
      DROP TABLE interview;
      DROP TABLE message;
    `);
  }
}

const messages = `
  CREATE TABLE message (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    application_id uuid NOT NULL,
    side text NOT NULL,
    author_id uuid,
    signed_as text,
    body text NOT NULL,
    by_mail boolean NOT NULL DEFAULT false,
    sent_at timestamptz(3) NOT NULL,
    read_at timestamptz(3),
    told_at timestamptz(3),
    CONSTRAINT message_pk PRIMARY KEY (id),
    CONSTRAINT message_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT message_author_fk FOREIGN KEY (author_id) REFERENCES account(id) ON DELETE SET NULL,
    CONSTRAINT message_side_known CHECK (side IN ('CANDIDATE', 'COMPANY')),
    CONSTRAINT message_says_something CHECK (char_length(body) BETWEEN 1 AND 5000)
  );
  CREATE INDEX message_thread ON message (application_id, sent_at DESC, id DESC);
  CREATE INDEX message_author ON message (author_id);
  CREATE INDEX message_unread ON message (application_id, side) WHERE read_at IS NULL;
  CREATE INDEX message_untold ON message (application_id, sent_at) WHERE read_at IS NULL AND told_at IS NULL;
`;

const interviews = `
  CREATE TABLE interview (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    application_id uuid NOT NULL,
    status text NOT NULL,
    proposed_by text NOT NULL,
    proposer_id uuid,
    proposed_at timestamptz(3) NOT NULL,
    duration_minutes smallint NOT NULL,
    place text,
    video_url text,
    words text,
    agreed_starts_at timestamptz(3),
    answered_at timestamptz(3),
    answer_words text,
    ended_by text,
    sequence integer NOT NULL DEFAULT 0,
    reminded_at timestamptz(3),
    CONSTRAINT interview_pk PRIMARY KEY (id),
    CONSTRAINT interview_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT interview_proposer_fk FOREIGN KEY (proposer_id) REFERENCES account(id) ON DELETE SET NULL,
    CONSTRAINT interview_status_known CHECK (status IN ('PROPOSED', 'AGREED', 'DECLINED', 'CANCELLED')),
    CONSTRAINT interview_sides_known CHECK
      (proposed_by IN ('CANDIDATE', 'COMPANY') AND ended_by IN ('CANDIDATE', 'COMPANY', 'PLATFORM')),
    CONSTRAINT interview_duration_sane CHECK (duration_minutes BETWEEN 10 AND 480),
    CONSTRAINT interview_somewhere CHECK (num_nonnulls(place, video_url) = 1),
    CONSTRAINT interview_agreed_on_a_time CHECK (status <> 'AGREED' OR agreed_starts_at IS NOT NULL),
    CONSTRAINT interview_cancelled_by_someone CHECK ((status = 'CANCELLED') = (ended_by IS NOT NULL))
  );
  CREATE INDEX interview_of_application ON interview (application_id, proposed_at);
  CREATE INDEX interview_proposer ON interview (proposer_id);
  CREATE INDEX interview_to_come ON interview (agreed_starts_at) WHERE status = 'AGREED';
  CREATE INDEX interview_waiting ON interview (application_id) WHERE status = 'PROPOSED';

  CREATE TABLE interview_slot (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    interview_id uuid NOT NULL,
    starts_at timestamptz(3) NOT NULL,
    CONSTRAINT interview_slot_pk PRIMARY KEY (id),
    CONSTRAINT interview_slot_once UNIQUE (interview_id, starts_at),
    CONSTRAINT interview_slot_interview_fk FOREIGN KEY (interview_id) REFERENCES interview(id) ON DELETE CASCADE
  );
`;

const boards = `
  CREATE TABLE application_note (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    application_id uuid NOT NULL,
    author_id uuid,
    body text NOT NULL,
    written_at timestamptz(3) NOT NULL,
    edited_at timestamptz(3),
    CONSTRAINT application_note_pk PRIMARY KEY (id),
    CONSTRAINT application_note_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT application_note_author_fk FOREIGN KEY (author_id) REFERENCES account(id) ON DELETE SET NULL,
    CONSTRAINT application_note_says_something CHECK (char_length(body) BETWEEN 1 AND 2000)
  );
  CREATE INDEX application_note_of_application ON application_note (application_id, written_at DESC, id DESC);
  CREATE INDEX application_note_author ON application_note (author_id);

  CREATE TABLE answer_template (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    company_id uuid NOT NULL,
    name text NOT NULL,
    to_status text NOT NULL,
    reason text,
    body text NOT NULL,
    written_at timestamptz(3) NOT NULL,
    CONSTRAINT answer_template_pk PRIMARY KEY (id),
    CONSTRAINT answer_template_named_once UNIQUE (company_id, name),
    CONSTRAINT answer_template_company_fk FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE,
    CONSTRAINT answer_template_answers CHECK (to_status IN ('INTERVIEW', 'ACCEPTED', 'DECLINED')),
    CONSTRAINT answer_template_reason_of_refusal CHECK (reason IS NULL OR to_status = 'DECLINED')
  );

  CREATE TABLE application_score (
    application_id uuid NOT NULL,
    score smallint NOT NULL,
    made_of text NOT NULL,
    CONSTRAINT application_score_pk PRIMARY KEY (application_id),
    CONSTRAINT application_score_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT application_score_sane CHECK (score BETWEEN 0 AND 1000)
  );
`;

const words = `
  CREATE TABLE application_words (
    application_id uuid NOT NULL,
    words tsvector NOT NULL,
    CONSTRAINT application_words_pk PRIMARY KEY (application_id),
    CONSTRAINT application_words_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE
  );

  CREATE FUNCTION note_application_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO application_words (application_id, words)
    SELECT a.id, to_tsvector('simple', folded_name(concat_ws(' ', c.first_name, c.last_name, a.message,
             (SELECT string_agg(n.body, ' ') FROM application_note n WHERE n.application_id = a.id))))
      FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.id = ANY(ids)
    ON CONFLICT (application_id) DO UPDATE SET words = excluded.words
  $$;
  CREATE FUNCTION application_words_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_application_words(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;
  CREATE FUNCTION application_words_of_candidate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_application_words(ARRAY(SELECT id FROM application WHERE candidate_id = NEW.id ORDER BY id));
    RETURN NULL;
  END $$;
  CREATE FUNCTION application_words_of_note() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM note_application_words(ARRAY[coalesce(NEW.application_id, OLD.application_id)]);
    RETURN NULL;
  END $$;
  CREATE TRIGGER application_words_of_message AFTER INSERT OR UPDATE OF message ON application
    FOR EACH ROW EXECUTE FUNCTION application_words_of_message();
  CREATE TRIGGER application_words_of_candidate AFTER UPDATE OF first_name, last_name ON candidate FOR EACH ROW
    WHEN ((OLD.first_name, OLD.last_name) IS DISTINCT FROM (NEW.first_name, NEW.last_name))
    EXECUTE FUNCTION application_words_of_candidate();
  CREATE TRIGGER application_words_of_note AFTER INSERT OR UPDATE OF body OR DELETE ON application_note
    FOR EACH ROW EXECUTE FUNCTION application_words_of_note();
  SELECT note_application_words(ARRAY(SELECT id FROM application));
`;
