import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { IndexingModule } from '../indexing/indexing.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { EngineFilter } from './engine-filter.js';
import { FacetLabels } from './facet-labels.js';
import { Facets } from './facets.js';
import { OfferSearchResolver } from './offer-search.resolver.js';
import { OfferSearchService } from './offer-search.service.js';
import { QueryLog } from './query-log.js';
import { QueryLogKeeper } from './query-log-keeper.js';
import { SearchReports } from './search-report.js';
import { SearchReportResolver } from './search-report.resolver.js';
import { Understood } from './understood.js';

@Module({
  imports: [AccountsModule, IndexingModule, OffersModule, SkillsModule, TerritoriesModule],
  providers: [
    EngineFilter,
    FacetLabels,
    Facets,
    OfferSearchResolver,
    OfferSearchService,
    QueryLog,
    QueryLogKeeper,
    SearchReports,
    SearchReportResolver,
    Understood,
  ],
  exports: [EngineFilter, OfferSearchService, QueryLog, QueryLogKeeper],
})
export class SearchModule {}
