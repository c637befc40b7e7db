import { Field, Float, ID, InputType } from '@nestjs/graphql';
import type { Place } from './place.js';

@InputType('CommunePlace', { description: 'A commune, alone or with what lies around it.' })
export class CommunePlace {
  @Field(() => String, { description: 'INSEE code of the commune; a former code is understood.' })
  code!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'Kilometres around its centre, above 0 and at most 200, as the crow flies; the commune alone when left out.',
  })
  radiusKm?: number | null;
}

@InputType('PointPlace', { description: 'What lies around a point.' })
export class PointPlace {
  @Field(() => Float, { description: 'Degrees north of the equator, from -90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich, from -180 to 180.' })
  longitude!: number;

  @Field(() => Float, {
    description:
      'Kilometres around the point, above 0 and at most 200, as the crow flies. A commune is within when its centre is.',
  })
  radiusKm!: number;
}

@InputType('PlaceInput', { isOneOf: true, description: 'A place to look in. Exactly one field is given.' })
export class PlaceInput implements Place {
  @Field(() => CommunePlace, { nullable: true, description: 'A commune, with or without a radius.' })
  commune?: CommunePlace;

  @Field(() => PointPlace, { nullable: true, description: 'A point and a radius.' })
  point?: PointPlace;

  @Field(() => String, { nullable: true, description: 'A whole department, by its INSEE code.' })
  departmentCode?: string;

  @Field(() => String, { nullable: true, description: 'A whole region, by its INSEE code.' })
  regionCode?: string;

  @Field(() => String, { nullable: true, description: 'All communes of an EPCI, by its SIREN.' })
  epciSiren?: string;

  @Field(() => ID, { nullable: true, description: 'All communes of a Territoire d’industrie, by its id.' })
  territoryId?: string;
}
