import { Module } from '@nestjs/common';
import { TerritoriesModule } from '../territories/territories.module.js';
import { MapBoxesLoader } from './map-boxes.loader.js';
import { MapKeeper } from './map-keeper.js';
import { MapPageController } from './map-page.controller.js';
import { MapPage } from './map-page.js';
import { MapShapes } from './map-shapes.js';
import { MapsController } from './maps.controller.js';
import { MapsResolver, TerritoryMapResolver } from './maps.resolver.js';

/** Outlines of territories, departments and regions, made from centres of communes. */
@Module({
  imports: [TerritoriesModule],
  controllers: [MapPageController, MapsController],
  providers: [MapBoxesLoader, MapKeeper, MapPage, MapShapes, MapsResolver, TerritoryMapResolver],
  exports: [MapKeeper, MapShapes],
})
export class MapsModule {}
