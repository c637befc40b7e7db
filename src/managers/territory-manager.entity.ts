import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Territory } from '../territories/territory.entity.js';

/** An account manages a territory; an administrator said so. A territory may have several managers. */
@Entity('territory_manager')
@Index('territory_manager_territory', ['territoryId'])
export class TerritoryManager {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'territory_manager_pk' })
  @ForeignKey(() => Account, { name: 'territory_manager_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  /** With its generation, as territories have it. */
  @PrimaryColumn({ name: 'territory_id', type: 'text', primaryKeyConstraintName: 'territory_manager_pk' })
  @ForeignKey(() => Territory, { name: 'territory_manager_territory_fk', onDelete: 'CASCADE' })
  territoryId!: string;

  @Column({ name: 'given_at', type: 'timestamptz', default: () => 'now()' })
  givenAt!: Date;
}
