import { Module } from '@nestjs/common';
import { OffersModule } from '../offers/offers.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Drift } from './drift.js';
import { EngineFilter } from './engine-filter.js';
import { FacetLabels } from './facet-labels.js';
import { Facets } from './facets.js';
import { IndexWorker } from './index-worker.js';
import { IndexableOffers } from './indexable-offers.js';
import { Indexer } from './indexer.js';
import { OfferSearchResolver } from './offer-search.resolver.js';
import { OfferSearchService } from './offer-search.service.js';
import { Reindex } from './reindex.js';
import { SearchEngine } from './search-engine.js';
import { Understood } from './understood.js';

@Module({
  imports: [OffersModule, OutboxModule, SkillsModule, TerritoriesModule],
  providers: [
    Drift,
    EngineFilter,
    FacetLabels,
    Facets,
    IndexWorker,
    IndexableOffers,
    Indexer,
    OfferSearchResolver,
    OfferSearchService,
    Reindex,
    SearchEngine,
    Understood,
  ],
  exports: [Drift, IndexWorker, Indexer, OfferSearchService, Reindex, SearchEngine],
})
export class SearchModule {}
