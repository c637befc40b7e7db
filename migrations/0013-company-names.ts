import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names as one types them, and companies by theirs: without accents, in lower case, other signs a single space. The index is made of
 * an expression, so a renamed company needs no care.
 */
export class CompanyNames1763900000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION folded_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT trim(regexp_replace(
          replace(replace(replace(replace(
            lower(regexp_replace(normalize(name, NFKD), '[\\u0300-\\u036f]', '', 'g')),
            'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
          '[^a-z0-9+#]+', ' ', 'g'))
      $$;
      CREATE INDEX company_name_trigrams ON company USING gin (folded_name(name) gin_trgm_ops);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX company_name_trigrams; DROP FUNCTION folded_name(text);');
  }
}
