import { Module } from '@nestjs/common';
import { MapBoxesLoader } from './map-boxes.loader.js';
import { MapKeeper } from './map-keeper.js';
import { MapShapes } from './map-shapes.js';
import { MapsController } from './maps.controller.js';
import { MapsResolver, TerritoryMapResolver } from './maps.resolver.js';

/** Outlines of territories, departments and regions, made from centres of communes. */
@Module({
  controllers: [MapsController],
  providers: [MapBoxesLoader, MapKeeper, MapShapes, MapsResolver, TerritoryMapResolver],
  exports: [MapKeeper, MapShapes],
})
export class MapsModule {}
