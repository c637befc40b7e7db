import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { enumOf } from '../common/enum-of.js';

export const skillKinds = ['KNOW_HOW', 'KNOWLEDGE', 'SOFT_SKILL', 'LANGUAGE'] as const;
export type SkillKind = (typeof skillKinds)[number];
export const SkillKind = enumOf(skillKinds);

registerEnumType(SkillKind, {
  name: 'SkillKind',
  description: 'What kind of skill it is, after the families of the ROME.',
  valuesMap: {
    KNOW_HOW: { description: 'Know-how (savoir-faire): something one does.' },
    KNOWLEDGE: { description: 'Knowledge (savoir): a domain, a standard, a tool, a software.' },
    SOFT_SKILL: { description: 'Soft skill (savoir-être professionnel).' },
    LANGUAGE: { description: 'A language people speak.' },
  },
});

/** Who owns a row's label: this project's seed, or the ROME once it was imported. */
export type SkillSource = 'seed' | 'rome';

/**
 * A skill, under its ROME number (code OGR) or, when the ROME has no such item, a slug of the seed. Offers and profiles
 * name it by its code and never by a foreign key, so that a code which is unknown or retired hides nothing.
 */
@Entity('skill')
@Check('skill_kind_known', `kind IN ('KNOW_HOW', 'KNOWLEDGE', 'SOFT_SKILL', 'LANGUAGE')`)
@Check('skill_source_known', `source IN ('seed', 'rome')`)
@Index('skill_word_key', ['wordKey'])
@Index('skill_folded_label_trigrams', { synchronize: false })
export class Skill {
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'skill_pk' })
  code!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: SkillKind;

  @Column({ name: 'label_fr', type: 'text' })
  labelFr!: string;

  @Column({ name: 'label_en', type: 'text', nullable: true })
  labelEn!: string | null;

  @Column({ name: 'folded_label', type: 'text' })
  foldedLabel!: string;

  /** The label reduced to the words that count (see word-key.ts), by which it is recognised in a text. */
  @Column({ name: 'word_key', type: 'text' })
  wordKey!: string;

  @Column({ name: 'source', type: 'text' })
  source!: SkillSource;

  /** The family it has in the seed, such as `quality`; null for a skill that only the ROME brought. */
  @Column({ name: 'domain', type: 'text', nullable: true })
  domain!: string | null;

  /** The family it has in the ROME; null for a skill that only the seed brought. */
  @Column({ name: 'category', type: 'text', nullable: true })
  category!: string | null;

  /** How many occupations call for it. */
  @Column({ name: 'occupation_count', type: 'integer', default: 0 })
  occupationCount!: number;

  @Column({ name: 'retired_on', type: 'date', nullable: true })
  retiredOn!: string | null;

  /** False for a placeholder. */
  known = true;

  /** Its id among all objects of the platform. */
  get id(): string {
    return skillId(this.code);
  }

  /** Stands for a code that the table lacks: its label is the code. */
  static unknown(code: string): Skill {
    return Object.assign(new Skill(), {
      code,
      kind: SkillKind.KNOW_HOW,
      labelFr: code,
      labelEn: null,
      foldedLabel: code.toLowerCase(),
      wordKey: code.toLowerCase(),
      source: 'seed',
      domain: null,
      category: null,
      occupationCount: 0,
      retiredOn: null,
      known: false,
    });
  }
}

export const skillId = (code: string): string => `skill:${code}`;

/** What else people write for a skill. `label` is the seed's own French label, kept when the ROME words it otherwise. */
export type SkillTermKind = 'label' | 'label_en' | 'synonym' | 'acronym';

@Entity('skill_term')
@Check('skill_term_kind_known', `kind IN ('label', 'label_en', 'synonym', 'acronym')`)
@Index('skill_term_word_key', ['wordKey'])
@Index('skill_term_folded_trigrams', { synchronize: false })
export class SkillTerm {
  @PrimaryColumn({ name: 'skill_code', type: 'text', primaryKeyConstraintName: 'skill_term_pk' })
  @ForeignKey(() => Skill, { name: 'skill_term_skill_fk', onDelete: 'CASCADE' })
  skillCode!: string;

  @PrimaryColumn({ name: 'kind', type: 'text', primaryKeyConstraintName: 'skill_term_pk' })
  kind!: SkillTermKind;

  @PrimaryColumn({ name: 'term', type: 'text', primaryKeyConstraintName: 'skill_term_pk' })
  term!: string;

  @Column({ name: 'folded', type: 'text' })
  folded!: string;

  @Column({ name: 'word_key', type: 'text' })
  wordKey!: string;
}
