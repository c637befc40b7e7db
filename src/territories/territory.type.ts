import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../common/node.js';
import { PointType } from './point.type.js';
import { TerritoryGeneration } from './generation.js';

@ObjectType('Territory', {
  implements: () => Node,
  description: 'A Territoire d’industrie: an area named by the State where industry is helped to grow.',
})
export class TerritoryType {
  @Field(() => ID, { description: 'Unique among all objects of the platform: the generation and the code.' })
  id!: string;

  @Field(() => String, {
    description: 'Unique within its generation only: the same code names another territory in the other one.',
  })
  code!: string;

  @Field(() => TerritoryGeneration, { description: 'The generation whose list it belongs to.' })
  generation!: TerritoryGeneration;

  @Field(() => String, { description: 'Its name in the official list (ANCT).' })
  name!: string;

  @Field(() => String, { description: 'Its name in an address of a page; unique within its generation.' })
  slug!: string;

  @Field(() => Int, {
    description: 'How many communes the official list counts; those that merged since count as they were listed.',
  })
  communeCount!: number;

  @Field(() => Int, { description: 'Inhabitants of its communes of today (INSEE).' })
  population!: number;

  @Field(() => PointType, { description: 'Where its inhabitants live on average.' })
  centre!: PointType;
}
