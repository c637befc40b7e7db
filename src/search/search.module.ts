import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
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
import { QueryLog } from './query-log.js';
import { QueryLogKeeper } from './query-log-keeper.js';
import { ReadingChoice } from './reading-choice.js';
import { SearchReader } from './search-reader.js';
import { SearchReports } from './search-report.js';
import { SearchReportResolver } from './search-report.resolver.js';
import { Understood } from './understood.js';

@Module({
  imports: [AccountsModule, CompaniesModule, IndexingModule, OffersModule, SkillsModule, TerritoriesModule],
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
    QueryLog,
    QueryLogKeeper,
    ReadingChoice,
    SearchReader,
    SearchReports,
    SearchReportResolver,
    Understood,
  ],
  exports: [EngineFilter, EngineQuery, OfferSearchService, QueryLog, QueryLogKeeper],
})
export class SearchModule {}
