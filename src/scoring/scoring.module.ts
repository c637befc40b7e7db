import { Module } from '@nestjs/common';
import { TerritoriesModule } from '../territories/territories.module.js';
import { MatchCheck } from './match-check.js';
import { OfferFactsReader } from './offer-facts-reader.js';
import { SkillKnowledge } from './skill-knowledge.js';

@Module({
  imports: [TerritoriesModule],
  providers: [MatchCheck, OfferFactsReader, SkillKnowledge],
  exports: [MatchCheck, OfferFactsReader, SkillKnowledge],
})
export class ScoringModule {}
