import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { PlaceInput } from '../territories/place.input.js';
import { CommuneType } from '../territories/commune.type.js';
import { DepartmentType, EpciType, RegionType } from '../territories/division.type.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { PointType } from '../territories/point.type.js';
import { TerritoryType } from '../territories/territory.type.js';

@ObjectType('WishedPlace', {
  description: 'A place a candidate would work in: one of the fields is set, radiusKm beside two of them.',
})
export class WishedPlaceType {
  @Field(() => CommuneType, { nullable: true, description: 'A commune, with what lies within radiusKm of it.' })
  commune!: unknown;

  @Field(() => PointType, { nullable: true, description: 'A point, with what lies within radiusKm of it.' })
  point!: unknown;

  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres around the commune or the point; null for the commune alone.',
  })
  radiusKm!: number | null;

  @Field(() => DepartmentType, { nullable: true, description: 'A whole department.' })
  department!: unknown;

  @Field(() => RegionType, { nullable: true, description: 'A whole region.' })
  region!: unknown;

  @Field(() => EpciType, { nullable: true, description: 'A whole group of communes.' })
  epci!: unknown;

  @Field(() => TerritoryType, { nullable: true, description: 'A whole Territoire d’industrie.' })
  territory!: unknown;
}

/** The place a profile names, with what the gazetteer knows of it. */
export function wishedPlace(place: PlaceInput, gazetteer: Gazetteer): WishedPlaceType {
  return {
    commune: place.commune ? (gazetteer.commune(place.commune.code) ?? null) : null,
    point: place.point ?? null,
    radiusKm: place.commune?.radiusKm ?? place.point?.radiusKm ?? null,
    department: place.departmentCode ? (gazetteer.department(place.departmentCode) ?? null) : null,
    region: place.regionCode ? (gazetteer.region(place.regionCode) ?? null) : null,
    epci: place.epciSiren ? (gazetteer.epci(place.epciSiren) ?? null) : null,
    territory: place.territoryId ? (gazetteer.territory(place.territoryId) ?? null) : null,
  };
}
