import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { AttachedFiles } from './attached-files.loader.js';
import { FileAccess } from './file-access.js';
import { FileDisk } from './file-disk.js';
import { FileJobs } from './file-jobs.js';
import { FileScanner } from './file-scanner.js';
import { FileTidy } from './file-tidy.js';
import { FilesController } from './files.controller.js';
import { CandidateFilesResolver, FilesResolver } from './files.resolver.js';
import { FileAttachment, StoredFile } from './stored-file.entity.js';
import { StoredFiles } from './stored-files.js';
import { UploadAttempts } from './upload-attempts.js';

/** Files that candidates keep here, and who may have them. */
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, FileAttachment]), AccountsModule, AuditModule, CandidatesModule],
  controllers: [FilesController],
  providers: [
    AttachedFiles,
    CandidateFilesResolver,
    FileAccess,
    FileDisk,
    FileJobs,
    FileScanner,
    FileTidy,
    FilesResolver,
    StoredFiles,
    UploadAttempts,
  ],
  exports: [AttachedFiles, FileDisk, StoredFiles, UploadAttempts],
})
export class FilesModule {}
