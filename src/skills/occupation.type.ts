import { Field, ObjectType } from '@nestjs/graphql';
import type { Occupation } from './occupation.entity.js';

@ObjectType('Occupation', { description: 'A trade of the ROME 4.0, the French register of occupations.' })
export class OccupationType {
  @Field(() => String, { description: 'Its ROME code: a letter and four digits.' })
  code!: string;
}

type Covering<Type, Row extends Type> = Row;

/** The compiler holds row and type together. */
export type OccupationRow = Covering<OccupationType, Occupation>;
