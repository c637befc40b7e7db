import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of dated facts, in versions: a version is never changed, a change is a further one. `content` is json and not jsonb,
 * so that it stays as it was written, in its order. Changes are announced to all processes.
 */
export class Rulebooks1763900000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rule_book_version (
        book text NOT NULL,
        number int NOT NULL,
        content json NOT NULL,
        origin text NOT NULL,
        made_by uuid,
        made_at timestamptz(3) NOT NULL,
        reason text,
        settles text,
        CONSTRAINT rule_book_version_pk PRIMARY KEY (book, number),
        CONSTRAINT rule_book_version_made_by_fk FOREIGN KEY (made_by) REFERENCES account(id) ON DELETE SET NULL,
        CONSTRAINT rule_book_version_origin_known CHECK (origin IN ('SHIPPED', 'CHANGED', 'REVERTED')),
        CONSTRAINT rule_book_version_reasoned CHECK (origin = 'SHIPPED' OR reason IS NOT NULL)
      );
      CREATE INDEX rule_book_version_made_by ON rule_book_version (made_by);

      CREATE FUNCTION announce_rule_book() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('vte_rule_books', NEW.book);
        RETURN NULL;
      END $$;
      CREATE TRIGGER announce_rule_book AFTER INSERT ON rule_book_version
        FOR EACH ROW EXECUTE FUNCTION announce_rule_book();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rule_book_version; DROP FUNCTION announce_rule_book;');
  }
}
