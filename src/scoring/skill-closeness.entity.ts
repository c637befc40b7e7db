import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Skill } from '../skills/skill.entity.js';

/** Who has `has` covers a part of `asked`. Built from the reference data (closeness-build.ts), never written by hand. */
@Entity('skill_closeness')
@Check('skill_closeness_hundredths', 'closeness BETWEEN 1 AND 100')
@Check('skill_closeness_of_two', 'asked <> has')
@Index('skill_closeness_has', ['has'])
export class SkillCloseness {
  @PrimaryColumn({ name: 'asked', type: 'text', primaryKeyConstraintName: 'skill_closeness_pk' })
  @ForeignKey(() => Skill, { name: 'skill_closeness_asked_fk', onDelete: 'CASCADE' })
  asked!: string;

  @PrimaryColumn({ name: 'has', type: 'text', primaryKeyConstraintName: 'skill_closeness_pk' })
  @ForeignKey(() => Skill, { name: 'skill_closeness_has_fk', onDelete: 'CASCADE' })
  has!: string;

  /** In hundredths. */
  @Column({ name: 'closeness', type: 'smallint' })
  closeness!: number;

  @Column({ name: 'reason_fr', type: 'text' })
  reasonFr!: string;

  @Column({ name: 'reason_en', type: 'text' })
  reasonEn!: string;
}

/** How many times an ordinary skill this one counts; a skill without a row counts once. */
@Entity('skill_rarity')
@Check('skill_rarity_hundredths', 'rarity BETWEEN 50 AND 150')
export class SkillRarity {
  @PrimaryColumn({ name: 'skill_code', type: 'text', primaryKeyConstraintName: 'skill_rarity_pk' })
  @ForeignKey(() => Skill, { name: 'skill_rarity_skill_fk', onDelete: 'CASCADE' })
  skillCode!: string;

  /** In hundredths. */
  @Column({ name: 'rarity', type: 'smallint' })
  rarity!: number;
}
