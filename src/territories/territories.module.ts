import { Module } from '@nestjs/common';
import { CommuneResolver, DepartmentResolver } from './commune.resolver.js';
import { Gazetteer } from './gazetteer.js';
import { TerritoryResolver } from './territory.resolver.js';

/** Where things are; every later room asks the Gazetteer. */
@Module({
  providers: [Gazetteer, CommuneResolver, DepartmentResolver, TerritoryResolver],
  exports: [Gazetteer],
})
export class TerritoriesModule {}
