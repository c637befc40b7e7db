import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { isUuid } from '../common/node.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer } from '../mail/mailer.js';
import { FileDisk } from './file-disk.js';
import { FileScanner } from './file-scanner.js';
import { FileAttachment, StoredFile } from './stored-file.entity.js';
import { scanFile } from './stored-files.js';

const patience = 120_000;

/** What is done with files later: a check that could not be made at once, and deleting the bytes of rows that are gone. */
@Injectable()
export class FileJobs implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly disk: FileDisk,
    private readonly scanner: FileScanner,
    private readonly mailer: Mailer,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(scanFile, ({ id }) => this.scan(String(id)));
    // The job is left by the trigger stored_file_gone.
    this.handlers.register('remove-file', ({ diskName }) => this.disk.cvs.remove(String(diskName)));
  }

  /** Fails while the scanner does: the queue tries again, with growing pauses. The account is held first, as everywhere. */
  private async scan(id: string): Promise<void> {
    const file = isUuid(id) ? await this.db.manager.findOneBy(StoredFile, { id, standing: 'BEING_CHECKED' }) : null;
    if (!file) return;
    const verdict = await this.scanner.verdict(this.disk.cvs.pathOf(file.diskName), patience);
    if (verdict === 'LATER') throw new Error(`the scanner gave no verdict on file ${id}`);
    await this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [file.accountId ?? file.sentBy]);
      const standing = verdict === 'LET_IN' ? 'READY' : 'REFUSED';
      const { affected } = await tx.update(StoredFile, { id, standing: 'BEING_CHECKED' }, { standing });
      if (!affected || standing === 'READY') return;
      await tx.delete(FileAttachment, { fileId: id });
      await tx.query('UPDATE label_document SET file_id = NULL, filled_at = NULL WHERE file_id = $1', [id]);
      const accountId = file.accountId ?? file.sentBy;
      if (accountId !== null) await this.mailer.write(tx, letterOfRefusal(file, accountId));
    });
  }
}

const letterOfRefusal = ({ id, labelId, name }: StoredFile, accountId: string) => ({
  kind: 'file-refused',
  to: { accountId },
  once: `file-refused:${id}`,
  subject: { fr: 'Votre fichier n’a pas été accepté', en: 'Your file was not accepted' },
  paragraphs: [
    {
      fr: `Le fichier « ${name} » n’a pas passé le contrôle de sécurité : il n’est joint à rien et sera supprimé.`,
      en: `The file “${name}” did not pass the security check: it goes with nothing, and will be deleted.`,
    },
    labelId === null
      ? {
          fr: 'Enregistrez votre CV de nouveau en PDF depuis votre traitement de texte, puis ajoutez-le à vos fichiers.',
          en: 'Save your CV as a PDF again from your word processor, then add it to your files.',
        }
      : {
          fr: 'Enregistrez le document de nouveau en PDF, puis ajoutez-le au dossier du label.',
          en: 'Save the document as a PDF again, then add it to the papers of the label.',
        },
  ],
});
