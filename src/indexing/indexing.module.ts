import { Module } from '@nestjs/common';
import { AidsModule } from '../aids/aids.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Drift } from './drift.js';
import { IndexWorker } from './index-worker.js';
import { IndexableOffers } from './indexable-offers.js';
import { Indexer } from './indexer.js';
import { Rebuild } from './rebuild.js';
import { Reindex } from './reindex.js';
import { SearchEngine } from './search-engine.js';

@Module({
  imports: [AidsModule, OffersModule, OutboxModule, SkillsModule, TerritoriesModule],
  providers: [Drift, IndexWorker, IndexableOffers, Indexer, Rebuild, Reindex, SearchEngine],
  exports: [Drift, IndexWorker, Indexer, Reindex, SearchEngine],
})
export class IndexingModule {}
