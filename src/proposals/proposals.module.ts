import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { ExtractionModule } from '../extraction/extraction.module.js';
import { CvController } from './cv.controller.js';
import { ProposalAttempts } from './proposal-attempts.js';
import { ProposalsResolver } from './proposals.resolver.js';

/** Proposes what a profile or an offer could say, for whoever wrote the text or gave the file to confirm. */
@Module({
  imports: [AccountsModule, DocumentsModule, ExtractionModule],
  controllers: [CvController],
  providers: [ProposalAttempts, ProposalsResolver],
})
export class ProposalsModule {}
