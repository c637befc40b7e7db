import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { isUuid } from '../common/node.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { may } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import { StoredFile } from './stored-file.entity.js';

/**
 * Who may have the bytes of a file: its candidate, members of a company that got it with an application, administrators. Of a
 * paper of a label: members of the company, administrators, and the young person hired if they sent it themselves.
 */
@Injectable()
export class FileAccess {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Null for what does not exist and for what is hidden alike. */
  async readable(id: string, viewer: Viewer | null): Promise<StoredFile | null> {
    const file = viewer && isUuid(id) ? await this.db.manager.findOneBy(StoredFile, { id }) : null;
    if (!viewer || !file) return null;
    const facts =
      file.labelId === null ? await this.factsOfFile(file, viewer.id) : await this.factsOfPaper(file, viewer.id);
    return may(viewer, 'file.read', facts) ? file : null;
  }

  /** The account of the person a file is about: who keeps it, or who was hired. */
  async personIn({ accountId, labelId }: StoredFile): Promise<string | null> {
    if (labelId === null) return accountId;
    const [found] = await this.db.query<{ id: string }[]>(
      `SELECT candidate.account_id AS id FROM label JOIN hire ON hire.id = label.hire_id
         JOIN candidate ON candidate.id = hire.candidate_id WHERE label.id = $1`,
      [labelId],
    );
    return found?.id ?? null;
  }

  private async factsOfFile({ id, accountId }: StoredFile, callerId: string): Promise<Facts> {
    return { ownerId: accountId ?? undefined, companyRole: await this.roleWhereSent(id, callerId) };
  }

  /** Whoever left the company has nothing of it any more, whoever sent it. */
  private async factsOfPaper({ id }: StoredFile, callerId: string): Promise<Facts> {
    const [found] = await this.db.query<{ role: CompanyRole | null; senderId: string | null }[]>(
      `SELECT member.role, candidate.account_id AS "senderId" FROM stored_file AS file
         JOIN label ON label.id = file.label_id JOIN hire ON hire.id = label.hire_id
         LEFT JOIN company_member AS member ON member.company_id = hire.company_id AND member.account_id = $2
         LEFT JOIN candidate ON candidate.id = hire.candidate_id AND candidate.account_id = file.sent_by
        WHERE file.id = $1`,
      [id, callerId],
    );
    return { ownerId: found?.senderId ?? undefined, companyRole: found?.role ?? null };
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
