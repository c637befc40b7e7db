import { Context, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { Asks } from '../permissions/act.decorator.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { TerritoryType } from '../territories/territory.type.js';
import { frameOfDepartment, layerOfGeneration, type MapFrameName } from './map-frames.js';
import { MapBoxType, MapFrame, MapsType } from './map.type.js';
import { MapBoxesLoader } from './map-boxes.loader.js';
import { MapShapes } from './map-shapes.js';
import { mapAttribution, mapExplanation, mapLabel, mapUrl } from './map-words.js';

@Resolver(() => MapsType)
export class MapsResolver {
  constructor(private readonly shapes: MapShapes) {}

  @Asks('reference.read')
  @Extensions({ complexity: 10 })
  @Query(() => MapsType, { description: 'The outlines that this platform serves, and what to write beside them.' })
  async maps(@Context() { language }: RequestContext): Promise<MapsType> {
    const listed = await this.shapes.list();
    return {
      label: mapLabel[language],
      explanation: mapExplanation[language],
      attribution: mapAttribution[language],
      files: listed.map((map) => ({ ...map, url: mapUrl(map.frame, map.layer) })),
    };
  }
}

@Resolver(() => TerritoryType)
export class TerritoryMapResolver {
  constructor(private readonly boxes: MapBoxesLoader) {}

  @ResolveField(() => MapFrame, { description: 'The part of France it is drawn in.' })
  mapFrame(@Parent() { departmentCodes }: TerritoryFacts): MapFrameName {
    return frameOfDepartment(departmentCodes[0] ?? '');
  }

  @ResolveField(() => MapBoxType, {
    nullable: true,
    description: 'The box of its indicative outline, to show it alone; null until outlines were built.',
  })
  async mapBox(@Parent() territory: TerritoryFacts, @Context() context: RequestContext): Promise<MapBoxType | null> {
    const layer = layerOfGeneration[territory.generation];
    const boxes = await this.boxes.load(context, `${this.mapFrame(territory)} ${layer}`);
    return boxes.get(territory.code) ?? null;
  }
}
