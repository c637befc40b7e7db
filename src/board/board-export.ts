import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import type { Language } from '../common/text.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { csvOf, type ExportRow } from './board-csv.js';
import type { BoardFilter } from './board.input.js';
import { boardTables, type BoardWhere, isOverdue } from './board-where.js';
import { Boards } from './boards.js';

export const mostRows = 5_000;

export interface Exported {
  name: string;
  content: string;
  rows: number;
}

/** Applications as a file for spreadsheets. Who took one out of the platform, when and how many, stays in the audit log. */
@Injectable()
export class BoardExport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly boards: Boards,
    private readonly companies: CompaniesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws BAD_USER_INPUT for a filter that cannot be. */
  async csv(by: Viewer, companyId: string, filter: BoardFilter, language: Language): Promise<Exported | Refusal> {
    if (!(await this.companies.may(by, 'application.export', companyId))) return notYourCompany();
    if (by.role !== 'ADMIN' && (await this.companies.byId(companyId))?.suspendedAt) return new CompanySuspended();
    const where = await this.boards.where({ companyId }, filter, true);
    return this.db.transaction(async (tx) => {
      const rows = await tx.query<ExportRow[]>(...this.rows(where));
      if (rows.length > mostRows) return new InvalidInput([new InputProblem(['filter'], tooMany)]);
      await this.audit.note(tx, {
        actor: by,
        act: 'application.export',
        objectType: 'Company',
        objectId: companyId,
        details: { applications: rows.length },
      });
      const name = `candidatures-${this.clock.today()}.csv`;
      return { name, content: csvOf(rows, language), rows: rows.length };
    });
  }

  /** One over the most. */
  private rows(asked: BoardWhere): [string, unknown[]] {
    const where = asked.copy();
    const overdue = isOverdue(where, this.clock.today());
    return [
      `SELECT o.title AS "offerTitle", a.status, c.first_name AS "firstName", c.last_name AS "lastName",
              c.study_level AS "studyLevel", coalesce(s.score, 0) AS score, a.sent_at AS "sentAt",
              a.answer_due_on::text AS "answerDueOn", ${overdue} AS overdue, a.answered_at AS "answeredAt",
              (SELECT e.reason FROM application_event e WHERE e.application_id = a.id AND e.to_status = 'DECLINED'
                ORDER BY e.seq DESC LIMIT 1) AS reason,
              (SELECT i.agreed_starts_at FROM interview i WHERE i.application_id = a.id AND i.status = 'AGREED'
                ORDER BY i.agreed_starts_at DESC LIMIT 1) AS "interviewAt",
              (SELECT f.name FROM file_attachment t JOIN stored_file f ON f.id = t.file_id
                WHERE t.application_id = a.id) AS "cvName",
              a.message, a.id
         FROM ${boardTables} WHERE ${where.sql} ORDER BY o.title, a.sent_at DESC, a.id LIMIT ${mostRows + 1}`,
      where.parameters,
    ];
  }
}

const tooMany = {
  fr: 'Plus de 5 000 candidatures : choisissez-en une partie.',
  en: 'More than 5,000 applications: choose a part of them.',
};

/** The same for what does not exist and for what the caller may not touch. */
const notYourCompany = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise n’existe pas, ou votre compte ne peut pas exporter ses candidatures.',
    en: 'There is no such company, or your account may not export its applications.',
  });
