import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TerritoryGeneration } from './generation.js';

@ObjectType('TerritoryListVersion', {
  description: 'An official list of territories: one that was imported, or the one that the platform is shipped with.',
})
export class TerritoryListVersionType {
  @Field(() => Int, {
    nullable: true,
    description: 'Its number among those that were imported; null for a shipped one.',
  })
  number!: number | null;

  @Field(() => TerritoryGeneration, { description: 'The generation whose list it is.' })
  generation!: TerritoryGeneration;

  @Field(() => String, { description: 'The name of its file, or its address.' })
  source!: string;

  @Field(() => String, { description: 'SHA-256 of the file as it came, in hexadecimal.' })
  sha256!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that counts.' })
  isInForce!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was applied; null for a shipped one.' })
  appliedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id of the administrator in whose name it was; null for the operator, and once they are erased.',
  })
  appliedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back; null when it was not.' })
  revertedAt!: Date | null;

  @Field(() => Int, { description: 'How many territories it has.' })
  territories!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many communes of today it had when it was applied; null for a shipped one.',
  })
  communes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Territories that the list before it did not have; null for a shipped one.',
  })
  newTerritories!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Territories that only the list before it had; null for a shipped one.',
  })
  goneTerritories!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Communes that the list before it did not have; null for a shipped one.',
  })
  communesAdded!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Communes that only the list before it had; null for a shipped one.',
  })
  communesRemoved!: number | null;
}
