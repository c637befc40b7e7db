import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { RankingModule } from '../ranking/ranking.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { MatchFieldsResolver, RelatedSkillResolver } from './match-fields.resolver.js';
import { MatchWords } from './match-words.js';
import { MatchingCandidatesResolver, MatchingOffersResolver } from './matching.resolver.js';

@Module({
  imports: [CandidatesModule, OffersModule, RankingModule, ScoringModule, SkillsModule, TerritoriesModule],
  providers: [
    MatchFieldsResolver,
    RelatedSkillResolver,
    MatchWords,
    MatchingCandidatesResolver,
    MatchingOffersResolver,
  ],
})
export class MatchingModule {}
