import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../common/node.js';
import { CivilDate } from '../common/scalars.js';
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

  @Field(() => CivilDate, { description: 'The first day on which it counts.' })
  inForceFrom!: string;

  @Field(() => CivilDate, { description: 'The last day on which it counts.' })
  inForceUntil!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was in the list of the launch, 22 November 2018; null where that is not known: the whole list of that day was not found.',
  })
  atLaunch!: boolean | null;

  @Field(() => CivilDate, { description: 'The day of the earliest complete list in which it was found.' })
  knownSince!: string;

  @Field(() => Boolean, {
    description:
      'No longer in the list of its generation. It is in no list of territories any more and is kept for those who referred to it.',
  })
  retired!: boolean;

  @Field(() => Int, { description: 'Inhabitants of its communes of today (INSEE).' })
  population!: number;

  @Field(() => PointType, { description: 'Where its inhabitants live on average.' })
  centre!: PointType;
}
