import { Module } from '@nestjs/common';
import { AidsModule } from '../aids/aids.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { MatchFieldsResolver, RelatedSkillResolver } from './match-fields.resolver.js';
import { MatchWords } from './match-words.js';
import { MatchableOffers } from './matchable-offers.js';
import { MatchingCandidatesResolver, MatchingOffersResolver } from './matching.resolver.js';
import { MatchingService } from './matching.service.js';
import { ScoringModule } from '../scoring/scoring.module.js';

@Module({
  imports: [AidsModule, CandidatesModule, OffersModule, ScoringModule, SkillsModule, TerritoriesModule],
  providers: [
    MatchFieldsResolver,
    RelatedSkillResolver,
    MatchWords,
    MatchableOffers,
    MatchingCandidatesResolver,
    MatchingOffersResolver,
    MatchingService,
  ],
})
export class MatchingModule {}
