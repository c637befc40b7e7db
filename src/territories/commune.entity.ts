import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Department, Epci } from './division.entity.js';

/** Where the point of a commune comes from, from the surest to the roughest. */
export const pointSources = ['CORRECTION', 'PACKAGE', 'FORMER_COMMUNES', 'SAME_POSTAL_CODE', 'SAME_EPCI'] as const;
export type PointSource = (typeof pointSources)[number];

/** A commune of today, by its INSEE code; a retired one is kept only because something still refers to it. */
@Entity('commune')
@Index('commune_department_idx', ['departmentCode'])
@Index('commune_epci_idx', ['epciSiren'])
@Index('commune_folded_name_idx', ['foldedName'])
@Check('commune_population_known', 'population >= 0')
@Check('commune_point_on_earth', 'latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180')
export class Commune {
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'commune_pk' })
  code!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'folded_name', type: 'text' })
  foldedName!: string;

  @Column({ name: 'department_code', type: 'text' })
  @ForeignKey(() => Department, { name: 'commune_department_fk' })
  departmentCode!: string;

  @Column({ name: 'epci_siren', type: 'text', nullable: true })
  @ForeignKey(() => Epci, { name: 'commune_epci_fk' })
  epciSiren!: string | null;

  @Column({ name: 'population', type: 'integer' })
  population!: number;

  @Column({ name: 'latitude', type: 'double precision' })
  latitude!: number;

  @Column({ name: 'longitude', type: 'double precision' })
  longitude!: number;

  @Column({ name: 'point_source', type: 'text' })
  pointSource!: PointSource;

  @Column({ name: 'retired', type: 'boolean', default: false })
  retired!: boolean;
}

/** A postal code in use in a commune: a commune may have several, and several communes may share one. */
@Entity('postal_code')
@Index('postal_code_code_idx', ['code'])
export class PostalCode {
  @PrimaryColumn({ name: 'commune_code', type: 'text', primaryKeyConstraintName: 'postal_code_pk' })
  @ForeignKey(() => Commune, { name: 'postal_code_commune_fk', onDelete: 'CASCADE' })
  communeCode!: string;

  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'postal_code_pk' })
  code!: string;
}

export type AliasKind = 'DELEGATED' | 'ASSOCIATED' | 'ARRONDISSEMENT' | 'FORMER';

/** A code that people and old data still carry, and the commune it stands for today. */
@Entity('commune_alias')
@Index('commune_alias_commune_idx', ['communeCode'])
export class CommuneAlias {
  @PrimaryColumn({ name: 'former_code', type: 'text', primaryKeyConstraintName: 'commune_alias_pk' })
  formerCode!: string;

  @Column({ name: 'commune_code', type: 'text' })
  @ForeignKey(() => Commune, { name: 'commune_alias_commune_fk', onDelete: 'CASCADE' })
  communeCode!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: AliasKind;

  @Column({ name: 'name', type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'folded_name', type: 'text', nullable: true })
  foldedName!: string | null;
}
