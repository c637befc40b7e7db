import { Field, Float, ObjectType } from '@nestjs/graphql';

@ObjectType('Point', { description: 'A place on earth (WGS 84).' })
export class PointType {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich; negative to the west.' })
  longitude!: number;
}
