import { Module } from '@nestjs/common';
import { AidsModule } from '../aids/aids.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { MatcherModule } from '../matcher/matcher.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { MatchableOffers } from './matchable-offers.js';
import { Ranking } from './ranking.service.js';

@Module({
  imports: [AidsModule, CandidatesModule, MatcherModule, OffersModule, ScoringModule, TerritoriesModule],
  providers: [MatchableOffers, Ranking],
  exports: [MatcherModule, Ranking],
})
export class RankingModule {}
