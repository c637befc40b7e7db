import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Skill, type SkillSource } from './skill.entity.js';

/** An occupation under its ROME 4.0 code. Named by offers and profiles by code, never by a foreign key. */
@Entity('occupation')
@Check('occupation_source_known', `source IN ('seed', 'rome')`)
@Check('occupation_green_known', `green IN ('GREEN', 'STRATEGIC', 'WHITE', 'BROWN')`)
@Index('occupation_parent', ['parentCode'])
export class Occupation {
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'occupation_pk' })
  code!: string;

  @Column({ name: 'label_fr', type: 'text' })
  labelFr!: string;

  @Column({ name: 'label_en', type: 'text', nullable: true })
  labelEn!: string | null;

  @Column({ name: 'folded_label', type: 'text' })
  foldedLabel!: string;

  @Column({ name: 'source', type: 'text' })
  source!: SkillSource;

  /** The family it has in the seed, such as `quality`; null for an occupation that only the ROME brought. */
  @Column({ name: 'domain', type: 'text', nullable: true })
  domain!: string | null;

  /** The occupation the ROME derives this one from; null when it stands alone or is not known. */
  @Column({ name: 'parent_code', type: 'text', nullable: true })
  parentCode!: string | null;

  /** The ROME's mark for the ecological transition; null when not known. */
  @Column({ name: 'green', type: 'text', nullable: true })
  green!: GreenMark | null;

  /** The ROME's mark for the digital transition; null when not known. */
  @Column({ name: 'digital', type: 'boolean', nullable: true })
  digital!: boolean | null;

  /** The ROME's mark for managerial posts (emploi cadre); null when not known. */
  @Column({ name: 'managerial', type: 'boolean', nullable: true })
  managerial!: boolean | null;

  @Column({ name: 'retired_on', type: 'date', nullable: true })
  retiredOn!: string | null;

  /** Stands for a code that the table lacks: its label is the code. */
  static unknown(code: string): Occupation {
    return Object.assign(new Occupation(), {
      code,
      labelFr: code,
      labelEn: null,
      foldedLabel: code.toLowerCase(),
      source: 'seed',
      domain: null,
      parentCode: null,
      green: null,
      digital: null,
      managerial: null,
      retiredOn: null,
    });
  }
}

export type GreenMark = 'GREEN' | 'STRATEGIC' | 'WHITE' | 'BROWN';

/** A job title that leads to an occupation. The same words may lead to several. */
@Entity('occupation_title')
@Check('occupation_title_source_known', `source IN ('seed', 'rome')`)
@Index('occupation_title_word_keys', { synchronize: false })
@Index('occupation_title_folded_trigrams', { synchronize: false })
export class OccupationTitle {
  @PrimaryColumn({ name: 'occupation_code', type: 'text', primaryKeyConstraintName: 'occupation_title_pk' })
  @ForeignKey(() => Occupation, { name: 'occupation_title_occupation_fk', onDelete: 'CASCADE' })
  occupationCode!: string;

  /** Its number in the ROME (code OGR); for the seed's titles, `seed:` and the folded title. */
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'occupation_title_pk' })
  code!: string;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'folded', type: 'text' })
  folded!: string;

  /** The masculine and the feminine form, each reduced to the words that count (see word-key.ts). */
  @Column({ name: 'word_keys', type: 'text', array: true })
  wordKeys!: string[];

  @Column({ name: 'source', type: 'text' })
  source!: SkillSource;
}

/** An occupation calls for a skill; the core ones make the trade. The seed's word stands where both sources link. */
@Entity('occupation_skill')
@Check('occupation_skill_source_known', `source IN ('seed', 'rome')`)
@Index('occupation_skill_skill', ['skillCode'])
export class OccupationSkill {
  @PrimaryColumn({ name: 'occupation_code', type: 'text', primaryKeyConstraintName: 'occupation_skill_pk' })
  @ForeignKey(() => Occupation, { name: 'occupation_skill_occupation_fk', onDelete: 'CASCADE' })
  occupationCode!: string;

  @PrimaryColumn({ name: 'skill_code', type: 'text', primaryKeyConstraintName: 'occupation_skill_pk' })
  @ForeignKey(() => Skill, { name: 'occupation_skill_skill_fk', onDelete: 'CASCADE' })
  skillCode!: string;

  @Column({ name: 'core', type: 'boolean' })
  core!: boolean;

  /** The ROME's own mark, kept for the day the seed no longer links the two; null where the ROME does not. */
  @Column({ name: 'rome_core', type: 'boolean', nullable: true })
  romeCore!: boolean | null;

  @Column({ name: 'source', type: 'text' })
  source!: SkillSource;
}

/** From one occupation people move to another, nearest first. */
@Entity('occupation_mobility')
@Index('occupation_mobility_to', ['toCode'])
export class OccupationMobility {
  @PrimaryColumn({ name: 'from_code', type: 'text', primaryKeyConstraintName: 'occupation_mobility_pk' })
  @ForeignKey(() => Occupation, { name: 'occupation_mobility_from_fk', onDelete: 'CASCADE' })
  fromCode!: string;

  @PrimaryColumn({ name: 'to_code', type: 'text', primaryKeyConstraintName: 'occupation_mobility_pk' })
  @ForeignKey(() => Occupation, { name: 'occupation_mobility_to_fk', onDelete: 'CASCADE' })
  toCode!: string;

  /** 1 for the nearest. */
  @Column({ name: 'position', type: 'smallint' })
  position!: number;
}
