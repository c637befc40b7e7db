import { Module } from '@nestjs/common';
import { TerritoryListResolver } from './territory-list.resolver.js';

/** What administrators see of the lists; apart from the places, which need nobody. */
@Module({ providers: [TerritoryListResolver] })
export class TerritoryListsModule {}
