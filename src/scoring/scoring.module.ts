import { Module } from '@nestjs/common';
import { SkillKnowledge } from './skill-knowledge.js';

@Module({ providers: [SkillKnowledge], exports: [SkillKnowledge] })
export class ScoringModule {}
