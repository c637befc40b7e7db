import { Module } from '@nestjs/common';
import { CommuneResolver } from './commune.resolver.js';
import { DepartmentResolver, EpciResolver, RegionResolver } from './division.resolver.js';
import { Gazetteer } from './gazetteer.js';
import { TerritoryLinksResolver, TerritoryPassageResolver } from './territory-links.resolver.js';
import { TerritoryOfResolver } from './territory-of.resolver.js';
import { TerritoryResolver } from './territory.resolver.js';

/** Where things are; every later room asks the Gazetteer. */
@Module({
  providers: [
    Gazetteer,
    CommuneResolver,
    RegionResolver,
    DepartmentResolver,
    EpciResolver,
    TerritoryResolver,
    TerritoryLinksResolver,
    TerritoryPassageResolver,
    TerritoryOfResolver,
  ],
  exports: [Gazetteer],
})
export class TerritoriesModule {}
