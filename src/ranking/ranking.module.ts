import { Module } from '@nestjs/common';
import { AidsModule } from '../aids/aids.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { MatcherModule } from '../matcher/matcher.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { Ranking } from './ranking.service.js';
import { SqlRanking } from './sql-offers.js';

@Module({
  imports: [AidsModule, CandidatesModule, MatcherModule, OffersModule, ScoringModule, TerritoriesModule],
  providers: [Ranking, SqlRanking],
  exports: [MatcherModule, Ranking],
})
export class RankingModule {}
