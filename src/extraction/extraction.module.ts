import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { UnderstandingModule } from '../understanding/understanding.module.js';
import { CvController } from './cv.controller.js';
import { Extraction } from './extraction.js';
import { ExtractionResolver } from './extraction.resolver.js';
import { FileReader } from './file-reader.js';
import { ProposalAttempts } from './proposal-attempts.js';

/** Reads CVs and the texts of offers, and proposes what a profile or an offer could say. */
@Module({
  imports: [AccountsModule, SkillsModule, UnderstandingModule],
  controllers: [CvController],
  providers: [Extraction, ExtractionResolver, FileReader, ProposalAttempts],
  exports: [Extraction],
})
export class ExtractionModule {}
