import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { FilesModule } from '../files/files.module.js';
import { MailModule } from '../mail/mail.module.js';
import { AccountEraser } from './account-eraser.js';
import { DataExport, ErasureListEntry } from './data-export.entity.js';
import { DataExports } from './data-exports.js';
import { ErasureList } from './erasure-list.js';
import { ExportController } from './export.controller.js';
import { ExportMaker } from './export-maker.js';
import { PersonalRows } from './personal-rows.js';
import { PlannerStatistics } from './planner-statistics.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { PurgeBook } from './purge-book.js';
import { DatabaseClock } from './purge-clock.js';
import { PurgeDue } from './purge-due.js';
import { AccountActivity, Purge } from './purge.entity.js';
import { PurgeErasing } from './purge-erasing.js';
import { PurgeRunner } from './purge-runner.js';
import { ReplayErasures } from './replay-erasures.js';
import { RetentionAsking } from './retention-asking.js';
import { RetentionResolver } from './retention.resolver.js';
import { SpentCounters } from './spent-counters.js';
import { TracesOfErased } from './traces-of-erased.js';

/** What people may ask about what is kept of them: all of it, nothing of it any more; and what is never kept too long. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AccountActivity, DataExport, ErasureListEntry, Purge]),
    AccountsModule,
    AuditModule,
    FilesModule,
    MailModule,
  ],
  controllers: [ExportController],
  providers: [
    AccountEraser,
    DataExports,
    DatabaseClock,
    ErasureList,
    ExportMaker,
    PersonalRows,
    PlannerStatistics,
    PrivacyResolver,
    PurgeBook,
    PurgeDue,
    PurgeErasing,
    PurgeRunner,
    ReplayErasures,
    RetentionAsking,
    RetentionResolver,
    SpentCounters,
    TracesOfErased,
  ],
})
export class PrivacyModule {}
