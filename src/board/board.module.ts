import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { Application } from '../applications/application.entity.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { InterviewsModule } from '../interviews/interviews.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { BatchAnswers } from './batch-answers.service.js';
import { BatchResolver } from './batch.resolver.js';
import { CardMatches, NoteCounts } from './board-cards.loader.js';
import { BoardExport } from './board-export.js';
import { BoardExportResolver } from './board-export.resolver.js';
import { BoardRepository } from './board.repository.js';
import {
  BoardCardResolver,
  BoardColumnResolver,
  BoardOfferResolver,
  BoardResolver,
  CompanyBoardResolver,
  OfferBoardResolver,
} from './board.resolver.js';
import { BoardScores } from './board-scores.js';
import { Boards } from './boards.js';
import { ApplicationNotesResolver, NotesResolver } from './notes.resolver.js';
import { NoteAuthors, Notes } from './notes.service.js';
import { CompanyTemplatesResolver } from './templates.resolver.js';
import { Templates } from './templates.service.js';

/** The daily work of those who answer applications. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Application]),
    AccountsModule,
    ApplicationsModule,
    CandidatesModule,
    CompaniesModule,
    InterviewsModule,
    MatchingModule,
    MessagesModule,
    OffersModule,
    ScoringModule,
    TerritoriesModule,
  ],
  providers: [
    ApplicationNotesResolver,
    BatchAnswers,
    BatchResolver,
    BoardCardResolver,
    BoardColumnResolver,
    BoardExport,
    BoardExportResolver,
    BoardOfferResolver,
    BoardRepository,
    BoardResolver,
    BoardScores,
    Boards,
    CardMatches,
    CompanyBoardResolver,
    CompanyTemplatesResolver,
    NoteAuthors,
    NoteCounts,
    Notes,
    NotesResolver,
    OfferBoardResolver,
    Templates,
  ],
})
export class BoardModule {}
