import { Module } from '@nestjs/common';
import { IndexingModule } from '../indexing/indexing.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { EngineFilter } from './engine-filter.js';
import { FacetLabels } from './facet-labels.js';
import { Facets } from './facets.js';
import { OfferSearchResolver } from './offer-search.resolver.js';
import { OfferSearchService } from './offer-search.service.js';
import { Understood } from './understood.js';

@Module({
  imports: [IndexingModule, OffersModule, SkillsModule, TerritoriesModule],
  providers: [EngineFilter, FacetLabels, Facets, OfferSearchResolver, OfferSearchService, Understood],
  exports: [EngineFilter, OfferSearchService],
})
export class SearchModule {}
