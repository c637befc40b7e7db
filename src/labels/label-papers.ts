import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import type { Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { mostPapers } from '../files/file-words.js';
import { StoredFile } from '../files/stored-file.entity.js';
import { StoredFiles } from '../files/stored-files.js';
import type { UploadFault } from '../files/upload-refusals.js';
import { may } from '../permissions/may.js';
import type { DocumentKind, DocumentStage } from './document-words.js';
import { type HeldLabel, LabelMover } from './label-mover.js';
import { LabelDocument } from './label-paper.entity.js';
import { noSuchLabel } from './label-refusals.js';
import type { LabelState } from './label-words.js';
import { Label } from './label.entity.js';

/** For which step a paper is taken in each state; in the others none is. */
const stages: Partial<Record<LabelState, DocumentStage>> = {
  TO_REQUEST: 'REQUEST',
  REFUSED: 'REQUEST',
  MORE_DOCUMENTS: 'REQUEST',
  MISSION: 'PROOFS',
  PROOFS_DUE: 'PROOFS',
  PROOFS_INCOMPLETE: 'PROOFS',
};

export interface SentPaper {
  /** A document that was asked for; null for one sent unasked. */
  documentId: string | null;
  kind: DocumentKind;
}

/** The papers of a label: who sends them, until when, and what they answer. */
@Injectable()
export class LabelPapers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mover: LabelMover,
    private readonly files: StoredFiles,
    private readonly companies: CompaniesRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether the caller may send papers to this label at all, before anything is read. */
  async maySend(by: Viewer, id: string): Promise<boolean> {
    const label = isUuid(id) ? await this.db.manager.findOneBy(Label, { id }) : null;
    return label !== null && this.may(this.db.manager, by, label.hireId);
  }

  /** The label is held, so that of two files neither is one too many, and none comes after the papers were sent. */
  keep(
    by: Viewer,
    id: string,
    { documentId, kind }: SentPaper,
    bytes: Buffer,
    name: string,
  ): Promise<StoredFile | UploadFault> {
    let document: Partial<LabelDocument> = {};
    return this.files.keepPaper({ labelId: id, sentBy: by.id }, bytes, name, {
      mayCome: async (tx) => {
        const held = await this.mover.locked(tx, id, by);
        if (!held || !(await this.may(tx, by, held.hire.id))) return 'NOT_FOUND';
        const stage = stages[held.label.state];
        if (!stage) return 'NOT_NOW';
        if ((await tx.countBy(StoredFile, { labelId: id })) >= mostPapers) return 'TOO_MANY_PAPERS';
        if (documentId === null) document = { labelId: id, kind, stage };
        else {
          const asked = isUuid(documentId)
            ? await tx.findOneBy(LabelDocument, { id: documentId, labelId: id, stage })
            : null;
          if (!asked?.askedAt || (asked.fileId !== null && !(await this.mayRemove(tx, by, held, asked))))
            return 'NOT_FOUND';
          document = asked;
        }
        return null;
      },
      came: async (tx, file) => {
        const before = document.fileId ?? null;
        await tx.save(LabelDocument, { ...document, fileId: file.id, filledAt: this.clock.now() } as LabelDocument);
        // Another file instead of one that answered it already.
        if (before !== null) await tx.delete(StoredFile, { id: before });
        await this.noteDay(tx, id);
      },
    });
  }

  /** Takes a file out as long as papers of its step can still be sent; what was asked for is missing again. */
  remove(by: Viewer, documentId: string): Promise<Label | Refusal> {
    return this.db.transaction(async (tx) => {
      const seen = isUuid(documentId) ? await tx.findOneBy(LabelDocument, { id: documentId }) : null;
      const held = seen && (await this.mover.locked(tx, seen.labelId, by));
      if (!held || !(await this.mayRemove(tx, by, held, seen))) return noSuchLabel();
      if (stages[held.label.state] !== seen.stage) return this.mover.illegal(tx, held.label);
      if (seen.askedAt === null) await tx.delete(LabelDocument, { id: seen.id });
      else await tx.update(LabelDocument, { id: seen.id }, { fileId: null, filledAt: null });
      if (seen.fileId !== null) await tx.delete(StoredFile, { id: seen.fileId });
      await this.noteDay(tx, held.label.id);
      return held.label;
    });
  }

  /** The young person takes out what they sent, and nothing else. */
  private async mayRemove(tx: EntityManager, by: Viewer, { hire, between }: HeldLabel, { fileId }: LabelDocument) {
    const companyRole = await this.companies.memberRole(by.id, hire.companyId, tx);
    if (may(by, 'label.answer', { companyRole })) return true;
    if (between.candidateAccountId !== by.id || fileId === null) return false;
    return (await tx.countBy(StoredFile, { id: fileId, sentBy: by.id })) > 0;
  }

  private async may(tx: EntityManager, by: Viewer, hireId: string): Promise<boolean> {
    const [found] = await tx.query<{ companyId: string; ownerId: string | null }[]>(
      `SELECT hire.company_id AS "companyId", candidate.account_id AS "ownerId"
         FROM hire LEFT JOIN candidate ON candidate.id = hire.candidate_id WHERE hire.id = $1`,
      [hireId],
    );
    if (!found) return false;
    const companyRole = await this.companies.memberRole(by.id, found.companyId, tx);
    return may(by, 'label.answer', { ownerId: found.ownerId ?? undefined, companyRole });
  }

  private async noteDay(tx: EntityManager, id: string): Promise<void> {
    const label = await tx.findOneBy(Label, { id });
    if (label) await this.mover.noteDay(tx, label);
  }
}
