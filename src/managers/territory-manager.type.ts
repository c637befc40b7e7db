import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';
import { TerritoryType } from '../territories/territory.type.js';

@ObjectType('TerritoryManager', {
  description: 'Someone who manages a territory. Seen by its managers and by administrators.',
})
export class TerritoryManagerType {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => String, { description: 'The address to write to.' })
  email!: string;

  @Field(() => Date, { description: 'When an administrator gave them the territory.' })
  givenAt!: Date;
}

@ObjectType('TerritoriesAssigned', { description: 'The territories of an account are now these.' })
export class TerritoriesAssigned {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => [TerritoryType], { description: 'What it manages from now on; it is no territory manager when empty.' })
  territories!: TerritoryType[];
}

export const AssignTerritoriesResult = createUnionType({
  name: 'AssignTerritoriesResult',
  description: 'The territories of the account, or why they stay as they were.',
  types: () => [TerritoriesAssigned, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(TerritoriesAssigned),
});
