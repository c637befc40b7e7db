import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The label of a hire, its steps and its proofs. A hire has a label from its first moment, and what becomes of the hire becomes
 * of the label in the same transaction, whoever writes the hire; so does that its person is forgotten: what was said of the
 * mission and every paper goes, states and dates stay. A stored file belongs to an account or to a label.
 */
export class Labels1763900000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE label (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        hire_id uuid NOT NULL,
        state text NOT NULL,
        since timestamptz(3) NOT NULL DEFAULT now(),
        requested_at timestamptz(3),
        granted_at timestamptz(3),
        ended_on date,
        aids jsonb NOT NULL DEFAULT '[]',
        amount_euros integer,
        paid_on date,
        paid_euros integer,
        act_by date,
        CONSTRAINT label_pk PRIMARY KEY (id),
        CONSTRAINT label_hire_unique UNIQUE (hire_id),
        CONSTRAINT label_hire_fk FOREIGN KEY (hire_id) REFERENCES hire(id) ON DELETE CASCADE,
        CONSTRAINT label_state_known CHECK (state IN ('CHARTER', 'TO_REQUEST', 'REQUESTED', 'MORE_DOCUMENTS', 'GRANTED',
          'REFUSED', 'MISSION', 'PROOFS_DUE', 'PROOFS_SENT', 'PROOFS_INCOMPLETE', 'PAID', 'NO_AID', 'LAPSED', 'WITHDRAWN',
          'ENDED_EARLY')),
        CONSTRAINT label_paid_once_paid CHECK ((state = 'PAID') = (paid_on IS NOT NULL)),
        CONSTRAINT label_payment_whole CHECK ((paid_on IS NULL) = (paid_euros IS NULL)),
        CONSTRAINT label_payment_sane CHECK (paid_euros > 0 AND paid_euros <= amount_euros)
      );
      CREATE INDEX label_by_state ON label (state, since, id);
      CREATE INDEX label_to_act ON label (act_by) WHERE act_by IS NOT NULL;

      CREATE TABLE label_event (
        seq bigint GENERATED ALWAYS AS IDENTITY,
        label_id uuid NOT NULL,
        from_state text,
        to_state text NOT NULL,
        notice text,
        at timestamptz(3) NOT NULL,
        side text NOT NULL,
        account_id uuid,
        reason text,
        words text,
        CONSTRAINT label_event_pk PRIMARY KEY (seq),
        CONSTRAINT label_event_notice_once UNIQUE (label_id, notice),
        CONSTRAINT label_event_label_fk FOREIGN KEY (label_id) REFERENCES label(id) ON DELETE CASCADE,
        CONSTRAINT label_event_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT label_event_side_known CHECK (side IN ('COMPANY', 'CANDIDATE', 'INSTRUCTOR', 'MANAGER', 'PLATFORM')),
        CONSTRAINT label_event_moves CHECK ((notice IS NULL) = (from_state IS DISTINCT FROM to_state))
      );
      CREATE INDEX label_event_order ON label_event (label_id, seq);
      CREATE INDEX label_event_account ON label_event (account_id) WHERE account_id IS NOT NULL;

      ALTER TABLE stored_file
        ALTER COLUMN account_id DROP NOT NULL,
        ADD COLUMN label_id uuid,
        ADD COLUMN sent_by uuid,
        ADD CONSTRAINT stored_file_label_fk FOREIGN KEY (label_id) REFERENCES label(id) ON DELETE CASCADE,
        ADD CONSTRAINT stored_file_sent_by_fk FOREIGN KEY (sent_by) REFERENCES account(id) ON DELETE SET NULL,
        ADD CONSTRAINT stored_file_belongs CHECK ((account_id IS NULL) <> (label_id IS NULL)),
        DROP CONSTRAINT stored_file_kind_known,
        ADD CONSTRAINT stored_file_kind_known CHECK (kind IN ('PDF', 'DOCX', 'JPEG', 'PNG'));
      CREATE INDEX stored_file_label ON stored_file (label_id) WHERE label_id IS NOT NULL;
      CREATE INDEX stored_file_sent_by ON stored_file (sent_by) WHERE sent_by IS NOT NULL;

      CREATE TABLE label_document (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        label_id uuid NOT NULL,
        kind text NOT NULL,
        stage text NOT NULL,
        asked_by text,
        asked_at timestamptz(3),
        words text,
        file_id uuid,
        filled_at timestamptz(3),
        CONSTRAINT label_document_pk PRIMARY KEY (id),
        CONSTRAINT label_document_label_fk FOREIGN KEY (label_id) REFERENCES label(id) ON DELETE CASCADE,
        CONSTRAINT label_document_file_fk FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE SET NULL,
        CONSTRAINT label_document_file_unique UNIQUE (file_id),
        CONSTRAINT label_document_stage_known CHECK (stage IN ('REQUEST', 'PROOFS')),
        CONSTRAINT label_document_asked_by_known CHECK (asked_by IN ('INSTRUCTOR', 'PLATFORM')),
        CONSTRAINT label_document_asked_whole CHECK ((asked_by IS NULL) = (asked_at IS NULL))
      );
      CREATE INDEX label_document_of_label ON label_document (label_id, asked_at, id);

      CREATE TABLE label_check_in (
        label_id uuid NOT NULL,
        month smallint NOT NULL,
        side text NOT NULL,
        account_id uuid,
        answered_at timestamptz(3) NOT NULL,
        rating smallint NOT NULL,
        as_agreed boolean NOT NULL,
        tutor_present boolean NOT NULL,
        words text,
        confidential boolean NOT NULL DEFAULT false,
        CONSTRAINT label_check_in_pk PRIMARY KEY (label_id, month, side),
        CONSTRAINT label_check_in_label_fk FOREIGN KEY (label_id) REFERENCES label(id) ON DELETE CASCADE,
        CONSTRAINT label_check_in_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT label_check_in_side_known CHECK (side IN ('COMPANY', 'CANDIDATE')),
        CONSTRAINT label_check_in_rating_known CHECK (rating BETWEEN 1 AND 5)
      );
      CREATE INDEX label_check_in_account ON label_check_in (account_id) WHERE account_id IS NOT NULL;

      CREATE FUNCTION label_follows_hire() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        found label%ROWTYPE;
        target text;
        actor text := 'PLATFORM';
      BEGIN
        IF TG_OP = 'INSERT' THEN
          target := CASE NEW.status WHEN 'SIGNED' THEN 'TO_REQUEST' WHEN 'CANCELLED' THEN 'WITHDRAWN'
            WHEN 'ENDED_EARLY' THEN 'ENDED_EARLY' ELSE 'CHARTER' END;
          INSERT INTO label (hire_id, state, since, ended_on)
            VALUES (NEW.id, target, coalesce(NEW.signed_at, NEW.created_at), CASE target WHEN 'ENDED_EARLY' THEN NEW.ended_on END)
            RETURNING * INTO found;
          INSERT INTO label_event (label_id, to_state, at, side) VALUES (found.id, target, found.since, 'PLATFORM');
          RETURN NULL;
        END IF;
        SELECT * INTO found FROM label WHERE hire_id = NEW.id FOR UPDATE;
        target := CASE
          WHEN NEW.status = 'SIGNED' AND found.state = 'CHARTER' THEN 'TO_REQUEST'
          WHEN NEW.status = 'CANCELLED' AND found.state = 'CHARTER' THEN 'WITHDRAWN'
          WHEN NEW.status = 'ENDED_EARLY'
            AND found.state IN ('TO_REQUEST', 'REQUESTED', 'MORE_DOCUMENTS', 'REFUSED', 'GRANTED', 'MISSION') THEN 'ENDED_EARLY'
          END;
        IF found.id IS NULL OR target IS NULL THEN RETURN NULL; END IF;
        IF target <> 'TO_REQUEST' THEN actor := coalesce(NEW.ended_by, 'PLATFORM'); END IF;
        UPDATE label SET state = target, since = NEW.updated_at, act_by = NULL,
          ended_on = CASE target WHEN 'ENDED_EARLY' THEN NEW.ended_on ELSE ended_on END WHERE id = found.id;
        INSERT INTO label_event (label_id, from_state, to_state, at, side)
          VALUES (found.id, found.state, target, NEW.updated_at, actor);
        IF target <> 'WITHDRAWN' THEN
          PERFORM graphile_worker.add_job('tell-label', payload => json_build_object('id', found.id, 'to', target),
            job_key => 'tell-label:' || found.id || ':' || target);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER label_follows_hire_made AFTER INSERT ON hire FOR EACH ROW EXECUTE FUNCTION label_follows_hire();
      CREATE TRIGGER label_follows_hire_moved AFTER UPDATE OF status ON hire FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION label_follows_hire();

      CREATE FUNCTION label_forgets_person() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        forgotten uuid;
      BEGIN
        SELECT id INTO forgotten FROM label WHERE hire_id = NEW.id FOR UPDATE;
        UPDATE label_event SET words = NULL WHERE label_id = forgotten AND words IS NOT NULL;
        UPDATE label_document SET words = NULL WHERE label_id = forgotten AND words IS NOT NULL;
        DELETE FROM label_check_in WHERE label_id = forgotten;
        DELETE FROM stored_file WHERE label_id = forgotten;
        -- What nobody asked for is nothing without its file.
        DELETE FROM label_document WHERE label_id = forgotten AND asked_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER label_forgets_person AFTER UPDATE OF candidate_id, forgotten_at ON hire FOR EACH ROW
        WHEN ((OLD.candidate_id IS NOT NULL AND NEW.candidate_id IS NULL)
          OR (OLD.forgotten_at IS NULL AND NEW.forgotten_at IS NOT NULL))
        EXECUTE FUNCTION label_forgets_person();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER label_forgets_person ON hire;
      DROP FUNCTION label_forgets_person;
      DROP TRIGGER label_follows_hire_moved ON hire;
      DROP TRIGGER label_follows_hire_made ON hire;
      DROP FUNCTION label_follows_hire;
      DELETE FROM stored_file WHERE label_id IS NOT NULL;
      DROP TABLE label_check_in;
      DROP TABLE label_document;
      ALTER TABLE stored_file
        DROP CONSTRAINT stored_file_kind_known,
        DROP CONSTRAINT stored_file_belongs,
        DROP COLUMN label_id,
        DROP COLUMN sent_by,
        ALTER COLUMN account_id SET NOT NULL,
        ADD CONSTRAINT stored_file_kind_known CHECK (kind IN ('PDF', 'DOCX'));
      DROP TABLE label_event;
      DROP TABLE label;
    `);
  }
}
