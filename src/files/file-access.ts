import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { isUuid } from '../common/node.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { may } from '../permissions/may.js';
import { StoredFile } from './stored-file.entity.js';

/** Who may have the bytes of a file: its candidate, members of a company that got it with an application, administrators. */
@Injectable()
export class FileAccess {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Null for what does not exist and for what is hidden alike. */
  async readable(id: string, viewer: Viewer | null): Promise<StoredFile | null> {
    const file = viewer && isUuid(id) ? await this.db.manager.findOneBy(StoredFile, { id }) : null;
    if (!viewer || !file) return null;
    const companyRole = await this.roleWhereSent(file.id, viewer.id);
    return may(viewer, 'file.read', { ownerId: file.accountId, companyRole }) ? file : null;
  }

  /** An application that was taken back takes its file with it. */
  private async roleWhereSent(fileId: string, accountId: string): Promise<CompanyRole | null> {
    const [member] = await this.db.query<{ role: CompanyRole }[]>(
      `SELECT company_member.role FROM file_attachment
         JOIN application ON application.id = file_attachment.application_id AND application.status <> 'WITHDRAWN'
         JOIN offer ON offer.id = application.offer_id
         JOIN company_member ON company_member.company_id = offer.company_id AND company_member.account_id = $2
        WHERE file_attachment.file_id = $1 LIMIT 1`,
      [fileId, accountId],
    );
    return member?.role ?? null;
  }
}
