import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AidsModule } from '../aids/aids.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { FilesModule } from '../files/files.module.js';
import { HiresModule } from '../hires/hires.module.js';
import { ManagersModule } from '../managers/managers.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { LabelAccess, LabelFacts } from './label-access.js';
import { LabelActsResolver, LabelDecisionsResolver } from './label-acts.resolver.js';
import { LabelActs } from './label-acts.service.js';
import { LabelAids } from './label-aids.js';
import { LabelCheckIns } from './label-check-ins.service.js';
import { LabelDecisions } from './label-decisions.service.js';
import { LabelKeeper } from './label-keeper.js';
import { LabelLetters } from './label-letters.js';
import {
  CandidateLabelsResolver,
  CompanyLabelsResolver,
  HireLabelResolver,
  LabelQueueResolver,
  TerritoryLabelsResolver,
} from './label-lists.resolver.js';
import { LabelMover } from './label-mover.js';
import { LabelPapersController } from './label-papers.controller.js';
import { LabelPapers } from './label-papers.js';
import { LabelDocumentResolver, LabelEventResolver, LabelMissingResolver } from './label-parts.resolver.js';
import { LabelReminding } from './label-reminding.js';
import { LabelRules } from './label-rules.js';
import { LabelViews } from './label-views.js';
import { Label } from './label.entity.js';
import { LabelEventsLoader, LabelFilesLoader, LabelsOfHires, PaperFiles } from './label.loaders.js';
import { LabelsRepository } from './labels.repository.js';
import { LabelsResolver } from './labels.resolver.js';

/** The VTE label of a hire, from the request to the payment of the aid. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Label]),
    AccountsModule,
    AidsModule,
    AuditModule,
    CandidatesModule,
    CompaniesModule,
    FilesModule,
    HiresModule,
    ManagersModule,
    TerritoriesModule,
  ],
  controllers: [LabelPapersController],
  providers: [
    CandidateLabelsResolver,
    CompanyLabelsResolver,
    HireLabelResolver,
    LabelAccess,
    LabelActs,
    LabelActsResolver,
    LabelAids,
    LabelCheckIns,
    LabelDecisions,
    LabelDecisionsResolver,
    LabelDocumentResolver,
    LabelEventResolver,
    LabelEventsLoader,
    LabelFacts,
    LabelFilesLoader,
    LabelKeeper,
    LabelLetters,
    LabelMissingResolver,
    LabelMover,
    LabelPapers,
    LabelQueueResolver,
    LabelReminding,
    LabelRules,
    LabelViews,
    LabelsOfHires,
    LabelsRepository,
    LabelsResolver,
    PaperFiles,
    TerritoryLabelsResolver,
  ],
  exports: [LabelMover, LabelViews],
})
export class LabelsModule {}
