import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mapFrames, mapLayers, type MapFrameName, type MapLayerName } from './map-frames.js';

/** `la-reunion` is called LA_REUNION, `territories-2018-2022` TERRITORIES_2018_2022. */
const enumOf = <Name extends string>(names: readonly Name[]): Record<string, Name> =>
  Object.fromEntries(names.map((name) => [name.toUpperCase().replaceAll('-', '_'), name]));

export const MapFrame = enumOf(mapFrames);
export const MapLayer = enumOf(mapLayers);

registerEnumType(MapFrame, {
  name: 'MapFrame',
  description: 'A part of France that is drawn by itself.',
  valuesMap: {
    METROPOLE: { description: 'Metropolitan France with Corsica.' },
    GUADELOUPE: { description: 'Guadeloupe, department 971.' },
    MARTINIQUE: { description: 'Martinique, department 972.' },
    GUYANE: { description: 'French Guiana, department 973.' },
    LA_REUNION: { description: 'Réunion, department 974.' },
    MAYOTTE: { description: 'Mayotte, department 976.' },
  },
});

registerEnumType(MapLayer, {
  name: 'MapLayer',
  description: 'What the shapes of a map are.',
  valuesMap: {
    TERRITORIES_2018_2022: { description: 'Territoires d’industrie of the first generation, 149 in all frames.' },
    TERRITORIES_2023_2027: { description: 'Territoires d’industrie of the second generation, 183 in all frames.' },
    DEPARTMENTS: { description: 'Departments, 101 in all frames.' },
    REGIONS: { description: 'Regions, 18 in all frames.' },
    EPCIS: { description: 'Groups of communes with their own taxes (EPCI).' },
  },
});

@ObjectType('MapBox', {
  description: 'The smallest box along parallels and meridians that holds a shape (WGS 84, degrees).',
})
export class MapBoxType {
  @Field(() => Float, { description: 'Its western side, degrees east of Greenwich; negative to the west.' })
  west!: number;

  @Field(() => Float, { description: 'Its southern side, degrees north of the equator.' })
  south!: number;

  @Field(() => Float, { description: 'Its eastern side, degrees east of Greenwich.' })
  east!: number;

  @Field(() => Float, { description: 'Its northern side, degrees north of the equator.' })
  north!: number;
}

@ObjectType('MapFile', { description: 'The shapes of a layer in a frame, as a file of TopoJSON.' })
export class MapFileType {
  @Field(() => MapFrame, { description: 'The part of France it shows.' })
  frame!: MapFrameName;

  @Field(() => MapLayer, { description: 'What its shapes are.' })
  layer!: MapLayerName;

  @Field(() => String, { description: 'Where it is, on this platform: a path that GET answers, with an ETag.' })
  url!: string;

  @Field(() => String, { description: 'Changes when the shapes do: what stands between the quotes of the ETag.' })
  etag!: string;

  @Field(() => Int, { description: 'Its length in bytes, not zipped.' })
  bytes!: number;

  @Field(() => Int, { description: 'Its length in bytes, zipped.' })
  zippedBytes!: number;
}

@ObjectType('Maps', { description: 'Outlines made from the centres of communes; indicative, for they are computed.' })
export class MapsType {
  @Field(() => String, {
    description: 'What to write beside a map, in the language of the request: “Contours indicatifs”.',
  })
  label!: string;

  @Field(() => String, { description: 'Why they are indicative, in the language of the request.' })
  explanation!: string;

  @Field(() => String, { description: 'Sources and licences to name beside a map, in the language of the request.' })
  attribution!: string;

  @Field(() => [MapFileType], {
    description: 'The files, by frame and layer; empty while they are built for the first time, a minute or so.',
  })
  files!: MapFileType[];
}
