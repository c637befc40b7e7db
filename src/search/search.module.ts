import { SearchlogModule } from '../searchlog/searchlog.module.js';
import { UnderstandingModule } from '../understanding/understanding.module.js';
import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { IndexingModule } from '../indexing/indexing.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { EngineFilter } from './engine-filter.js';
import { EngineQuery } from './engine-query.js';
import { FacetLabels } from './facet-labels.js';
import { Facets } from './facets.js';
import { FoundWords } from './found-words.js';
import { FullyRemote } from './fully-remote.js';
import { NearestFirst } from './nearest-first.js';
import { OfferPage } from './offer-page.js';
import { OfferSearchResolver } from './offer-search.resolver.js';
import { OfferSearchService } from './offer-search.service.js';
import { ReadingChoice } from './reading-choice.js';
import { SearchReader } from './search-reader.js';

@Module({
  imports: [
    SearchlogModule,
    UnderstandingModule,
    CompaniesModule,
    IndexingModule,
    OffersModule,
    SkillsModule,
    TerritoriesModule,
  ],
  providers: [
    EngineFilter,
    EngineQuery,
    FacetLabels,
    Facets,
    FoundWords,
    FullyRemote,
    NearestFirst,
    OfferPage,
    OfferSearchResolver,
    OfferSearchService,
    ReadingChoice,
    SearchReader,
  ],
  exports: [EngineFilter, EngineQuery, OfferSearchService],
})
export class SearchModule {}
