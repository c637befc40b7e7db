import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { type ExportedData, PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import type { Viewer } from '../accounts/viewer.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { Jobs } from '../jobs/jobs.js';
import { FileDisk } from './file-disk.js';
import { safeName } from './file-names.js';
import { FileScanner } from './file-scanner.js';
import { mostFiles } from './file-words.js';
import { FileAttachment, StoredFile } from './stored-file.entity.js';
import { paperKind } from './paper-kind.js';
import { storedKind } from './stored-kind.js';
import type { UploadFault } from './upload-refusals.js';

/** The name of the job that has a file checked which could not be checked as it came in. */
export const scanFile = 'scan-file';

/** How long whoever sends a file waits for the scanner. */
const patience = 15_000;

/** Asked in the transaction that makes the row, before and after it is made. */
export interface Asks {
  mayCome: (tx: EntityManager) => Promise<UploadFault | null>;
  came?: (tx: EntityManager, file: StoredFile) => Promise<void>;
}

/** What becomes of files, from the moment their bytes are here. */
@Injectable()
export class StoredFiles implements PersonalDataHolder, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly candidates: CandidatesRepository,
    private readonly disk: FileDisk,
    private readonly scanner: FileScanner,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async keep(by: Viewer, bytes: Buffer, saidName: string): Promise<StoredFile | UploadFault> {
    const kind = storedKind(bytes);
    if ((await this.countOf(this.db.manager, by.id)) >= mostFiles) return 'TOO_MANY_FILES';
    // The candidate is held, so that two files at once cannot both be the last that is allowed.
    const mayCome = async (tx: EntityManager): Promise<UploadFault | null> => {
      await this.candidates.lockedOfAccount(tx, by.id);
      return (await this.countOf(tx, by.id)) >= mostFiles ? 'TOO_MANY_FILES' : null;
    };
    return this.store({ accountId: by.id, kind, name: safeName(saidName, kind) }, bytes, { mayCome });
  }

  /** The room of labels says in the transaction whether the paper may come, and notes what it answers. */
  async keepPaper(
    { labelId, sentBy }: { labelId: string; sentBy: string },
    bytes: Buffer,
    saidName: string,
    asks: Asks,
  ): Promise<StoredFile | UploadFault> {
    const kind = paperKind(bytes);
    if (!kind) return 'UNSUPPORTED_PAPER';
    return this.store({ labelId, sentBy, kind, name: safeName(saidName, kind, 'Document') }, bytes, asks);
  }

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

  /** Latest first. */
  ofAccount(accountId: string): Promise<StoredFile[]> {
    return this.db.manager.find(StoredFile, { where: { accountId }, order: { storedAt: 'DESC', id: 'ASC' } });
  }

  /** Whether there was one; a trigger of the table leaves the job that deletes the bytes. */
  async delete(accountId: string, id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    const { affected } = await this.db.manager.delete(StoredFile, { id, accountId });
    return Boolean(affected);
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(StoredFile, { accountId });
  }

  async export(accountId: string): Promise<ExportedData[]> {
    const files = await this.db.manager.find(StoredFile, {
      where: [{ accountId }, { sentBy: accountId }],
      order: { storedAt: 'DESC', id: 'ASC' },
    });
    return [
      {
        name: 'stored_file',
        rows: files.map(({ id, name, kind, size, sha256, standing, storedAt }) => ({
          ...{ id, name, kind, size, standing, storedAt },
          sha256: sha256.toString('hex'),
        })),
        files: files.map(({ name, diskName }) => ({ name, path: this.disk.cvs.pathOf(diskName) })),
      },
    ];
  }

  /** First the bytes, then the row: what dies in between leaves bytes that nobody can ask for, which the tidying finds. */
  private async store(file: Partial<StoredFile>, bytes: Buffer, asks: Asks): Promise<StoredFile | UploadFault> {
    const diskName = await this.disk.cvs.write(bytes);
    const verdict = await this.scanner.verdict(this.disk.cvs.pathOf(diskName), patience);
    const sha256 = createHash('sha256').update(bytes).digest();
    const row = { ...file, diskName, size: bytes.length, sha256 };
    const kept = verdict === 'REFUSED' ? 'FILE_REFUSED' : await this.insert(row, verdict === 'LET_IN', asks);
    if (typeof kept === 'string') await this.disk.cvs.remove(diskName);
    return kept;
  }

  private insert(file: Partial<StoredFile>, isReady: boolean, asks: Asks): Promise<StoredFile | UploadFault> {
    return this.db.transaction(async (tx) => {
      const fault = await asks.mayCome(tx);
      if (fault) return fault;
      const standing = isReady ? ('READY' as const) : ('BEING_CHECKED' as const);
      const stored = await tx.save(StoredFile, { ...file, standing, storedAt: this.clock.now() } as StoredFile);
      if (!isReady) await this.jobs.add(tx, scanFile, { id: stored.id }, { key: `${scanFile}:${stored.id}` });
      await asks.came?.(tx, stored);
      return stored;
    });
  }

  private countOf(tx: EntityManager, accountId: string): Promise<number> {
    return tx.countBy(StoredFile, { accountId, standing: Not('REFUSED') });
  }
}
