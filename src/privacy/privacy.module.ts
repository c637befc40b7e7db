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
import { PrivacyResolver } from './privacy.resolver.js';
import { ReplayErasures } from './replay-erasures.js';
import { TracesOfErased } from './traces-of-erased.js';

/** What people may ask about what is kept of them: all of it, nothing of it any more; and what is never kept too long. */
@Module({
  imports: [
    TypeOrmModule.forFeature([DataExport, ErasureListEntry]),
    AccountsModule,
    AuditModule,
    FilesModule,
    MailModule,
  ],
  controllers: [ExportController],
  providers: [
    AccountEraser,
    DataExports,
    ErasureList,
    ExportMaker,
    PersonalRows,
    PrivacyResolver,
    ReplayErasures,
    TracesOfErased,
  ],
})
export class PrivacyModule {}
