import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachedFiles } from './attached-files.loader.js';
import { FileAttachment, StoredFile } from './stored-file.entity.js';
import { StoredFiles } from './stored-files.js';

/** Files that candidates keep here, and who may have them. */
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, FileAttachment])],
  providers: [AttachedFiles, StoredFiles],
  exports: [AttachedFiles, StoredFiles],
})
export class FilesModule {}
