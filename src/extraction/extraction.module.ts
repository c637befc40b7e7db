import { Module } from '@nestjs/common';
import { SkillsModule } from '../skills/skills.module.js';
import { UnderstandingModule } from '../understanding/understanding.module.js';
import { Extraction } from './extraction.js';

/** What a text says of a profile or an offer. */
@Module({
  imports: [SkillsModule, UnderstandingModule],
  providers: [Extraction],
  exports: [Extraction],
})
export class ExtractionModule {}
