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
import { SkillKnowledge } from './skill-knowledge.js';

@Module({
  imports: [AidsModule, CandidatesModule, OffersModule, SkillsModule, TerritoriesModule],
  providers: [
    MatchFieldsResolver,
    RelatedSkillResolver,
    MatchWords,
    MatchableOffers,
    MatchingCandidatesResolver,
    MatchingOffersResolver,
    MatchingService,
    SkillKnowledge,
  ],
})
export class MatchingModule {}
