import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How close skills are, and why; and how rare each is. Both are computed from the occupations that call for them. */
export class SkillCloseness1763900000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE skill_closeness (
        asked text NOT NULL,
        has text NOT NULL,
        closeness smallint NOT NULL,
        reason_fr text NOT NULL,
        reason_en text NOT NULL,
        CONSTRAINT skill_closeness_pk PRIMARY KEY (asked, has),
        CONSTRAINT skill_closeness_asked_fk FOREIGN KEY (asked) REFERENCES skill(code) ON DELETE CASCADE,
        CONSTRAINT skill_closeness_has_fk FOREIGN KEY (has) REFERENCES skill(code) ON DELETE CASCADE,
        CONSTRAINT skill_closeness_hundredths CHECK (closeness BETWEEN 1 AND 100),
        CONSTRAINT skill_closeness_of_two CHECK (asked <> has)
      );
      CREATE INDEX skill_closeness_has ON skill_closeness (has);

      CREATE TABLE skill_rarity (
        skill_code text NOT NULL,
        rarity smallint NOT NULL,
        CONSTRAINT skill_rarity_pk PRIMARY KEY (skill_code),
        CONSTRAINT skill_rarity_skill_fk FOREIGN KEY (skill_code) REFERENCES skill(code) ON DELETE CASCADE,
        CONSTRAINT skill_rarity_hundredths CHECK (rarity BETWEEN 50 AND 150)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE skill_rarity, skill_closeness');
  }
}
