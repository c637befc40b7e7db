import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { FileAttachment, StoredFile } from './stored-file.entity.js';

/**
 * The file that goes with an application, by the id of the application; null when none does. Who may see the application was
 * asked before: whoever may is shown name and size, and asked again when they download it.
 */
@Injectable()
export class AttachedFiles extends BatchLoader<string, StoredFile | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(applicationIds: readonly string[]): Promise<(StoredFile | null)[]> {
    const attached = await this.db.manager.findBy(FileAttachment, { applicationId: In([...applicationIds]) });
    const files = await this.db.manager.findBy(StoredFile, { id: In(attached.map(({ fileId }) => fileId)) });
    const byId = new Map(files.map((file) => [file.id, file]));
    const byApplication = new Map(attached.map(({ applicationId, fileId }) => [applicationId, byId.get(fileId)]));
    return applicationIds.map((id) => byApplication.get(id) ?? null);
  }
}
