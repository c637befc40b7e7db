import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../common/node.js';
import { FileAttachment, StoredFile } from './stored-file.entity.js';

/** What becomes of files once they are here. */
@Injectable()
export class StoredFiles {
  /**
   * Lets the file go with the application, instead of any that did; to be called in the transaction that makes the
   * application. False when the account has no such file, or the scanner refused it: nothing is attached then.
   */
  async attachTo(tx: EntityManager, fileId: string, accountId: string, applicationId: string): Promise<boolean> {
    if (!isUuid(fileId)) return false;
    const file = await tx.findOne(StoredFile, {
      where: { id: fileId, accountId },
      lock: { mode: 'for_key_share' },
    });
    if (!file || file.standing === 'REFUSED') return false;
    await tx.upsert(FileAttachment, { applicationId, fileId }, ['applicationId']);
    return true;
  }
}
