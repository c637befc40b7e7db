import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Commune } from './commune.entity.js';
import type { TerritoryGeneration } from './generation.js';

/** A Territoire d'industrie of one generation; its id is `<generation>:<code>`, for codes mean another place in the next. */
@Entity('territory')
@Unique('territory_code_once_a_generation', ['generation', 'code'])
@Unique('territory_slug_once_a_generation', ['generation', 'slug'])
@Check('territory_period_in_order', 'in_force_from <= in_force_until')
export class Territory {
  @PrimaryColumn({ name: 'id', type: 'text', primaryKeyConstraintName: 'territory_pk' })
  id!: string;

  @Column({ name: 'generation', type: 'text' })
  generation!: TerritoryGeneration;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'in_force_from', type: 'date' })
  inForceFrom!: string;

  @Column({ name: 'in_force_until', type: 'date' })
  inForceUntil!: string;

  /** How many communes the official list counts, some of which have merged since. */
  @Column({ name: 'listed_communes', type: 'integer' })
  listedCommunes!: number;

  /** Whether it was in the list of 22 November 2018; null where that is not known. */
  @Column({ name: 'at_launch', type: 'boolean', nullable: true })
  atLaunch!: boolean | null;

  /** The day of the earliest complete list in which it was found. */
  @Column({ name: 'known_since', type: 'date' })
  knownSince!: string;

  @Column({ name: 'retired', type: 'boolean', default: false })
  retired!: boolean;
}

export type MemberKind = 'EPCI' | 'EPT' | 'COMMUNE';

/** What a territory was made of when it was listed: the SIREN of an EPCI or EPT, or the INSEE code of a single commune. */
@Entity('territory_member')
export class TerritoryMember {
  @PrimaryColumn({ name: 'territory_id', type: 'text', primaryKeyConstraintName: 'territory_member_pk' })
  @ForeignKey(() => Territory, { name: 'territory_member_territory_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'territory_member_pk' })
  code!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: MemberKind;

  @Column({ name: 'name', type: 'text' })
  name!: string;
}

/** The communes of today that lie in a territory. */
@Entity('territory_commune')
@Index('territory_commune_commune_idx', ['communeCode'])
export class TerritoryCommune {
  @PrimaryColumn({ name: 'territory_id', type: 'text', primaryKeyConstraintName: 'territory_commune_pk' })
  @ForeignKey(() => Territory, { name: 'territory_commune_territory_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  @PrimaryColumn({ name: 'commune_code', type: 'text', primaryKeyConstraintName: 'territory_commune_pk' })
  @ForeignKey(() => Commune, { name: 'territory_commune_commune_fk', onDelete: 'CASCADE' })
  communeCode!: string;
}
