import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A region of France, by its INSEE code. */
@Entity('region')
export class Region {
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'region_pk' })
  code!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'retired', type: 'boolean', default: false })
  retired!: boolean;
}

/** A department, by its INSEE code. */
@Entity('department')
@Index('department_region_idx', ['regionCode'])
export class Department {
  @PrimaryColumn({ name: 'code', type: 'text', primaryKeyConstraintName: 'department_pk' })
  code!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'region_code', type: 'text' })
  @ForeignKey(() => Region, { name: 'department_region_fk' })
  regionCode!: string;

  @Column({ name: 'retired', type: 'boolean', default: false })
  retired!: boolean;
}

/** A group of communes with its own taxes (communauté, métropole), by its SIREN; `kind` is CC, CA, CU or METRO. */
@Entity('epci')
export class Epci {
  @PrimaryColumn({ name: 'siren', type: 'text', primaryKeyConstraintName: 'epci_pk' })
  siren!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: string;

  @Column({ name: 'retired', type: 'boolean', default: false })
  retired!: boolean;
}
