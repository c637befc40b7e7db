import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { TerritoryGeneration } from './generation.js';
import type { ListedTerritory } from './listed-territory.js';

/** How much a list changed when it was applied. */
export interface ListCounts {
  territories: number;
  communes: number;
  newTerritories: number;
  goneTerritories: number;
  renamedTerritories: number;
  communesAdded: number;
  communesRemoved: number;
}

/** An official list that was imported. The last one of its generation that was not taken back is in force; else the shipped one. */
@Entity('territory_list')
@Index('territory_list_applied_by', ['appliedBy'])
@Index('territory_list_reverted_by', ['revertedBy'])
@Check('territory_list_generation_known', `generation IN ('LAUNCH_2018_2022', 'CURRENT_2023_2027')`)
@Check('territory_list_reverted_later', 'reverted_at >= applied_at')
export class TerritoryList {
  /** In the order in which they were applied. */
  @PrimaryColumn({
    name: 'number',
    type: 'integer',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'territory_list_pk',
  })
  number!: number;

  @Column({ name: 'generation', type: 'text' })
  generation!: TerritoryGeneration;

  /** The name of the file, or the address without what could be a secret in it. */
  @Column({ name: 'source', type: 'text' })
  source!: string;

  /** Of the file as it came, in hexadecimal. */
  @Column({ name: 'sha256', type: 'text' })
  sha256!: string;

  @Column({ name: 'content', type: 'jsonb' })
  content!: ListedTerritory[];

  @Column({ name: 'counts', type: 'jsonb' })
  counts!: ListCounts;

  @Column({ name: 'applied_at', type: 'timestamptz', precision: 3 })
  appliedAt!: Date;

  /** Null for the operator’s command, and once the administrator’s account is erased. */
  @Column({ name: 'applied_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'territory_list_applied_by_fk', onDelete: 'SET NULL' })
  appliedBy!: string | null;

  @Column({ name: 'reverted_at', type: 'timestamptz', precision: 3, nullable: true })
  revertedAt!: Date | null;

  @Column({ name: 'reverted_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Account, { name: 'territory_list_reverted_by_fk', onDelete: 'SET NULL' })
  revertedBy!: string | null;
}
