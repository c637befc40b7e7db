import { Module } from '@nestjs/common';
import { IndexingModule } from '../indexing/indexing.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { SearchModule } from '../search/search.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Nearby } from './nearby.js';
import { NearbyPlaces } from './nearby-places.js';
import { NearbyResolver } from './nearby.resolver.js';
import { RelatedOccupations } from './related-occupations.js';
import { SimilarOffersLoader } from './similar-offers.loader.js';
import { SimilarOffersResolver } from './similar-offers.resolver.js';
import { SimilarPool } from './similar-pool.js';
import { SimilarReasons } from './similar-reasons.js';
import { SuggestCompanies } from './suggest-companies.js';
import { SuggestNames } from './suggest-names.js';
import { SuggestPlaces } from './suggest-places.js';
import { SuggestResolver } from './suggest.resolver.js';

/** What one did not search for but may want: offers like another one, near a search that found little, and while typing. */
@Module({
  imports: [IndexingModule, OffersModule, SearchModule, SkillsModule, TerritoriesModule],
  providers: [
    Nearby,
    NearbyPlaces,
    NearbyResolver,
    RelatedOccupations,
    SimilarOffersLoader,
    SimilarOffersResolver,
    SimilarPool,
    SimilarReasons,
    SuggestCompanies,
    SuggestNames,
    SuggestPlaces,
    SuggestResolver,
  ],
})
export class DiscoveryModule {}
