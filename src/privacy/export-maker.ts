import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, LessThan, LessThanOrEqual, Not, IsNull } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { PersonalData } from '../accounts/personal-data.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { FileDisk, FileFolder } from '../files/file-disk.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer } from '../mail/mailer.js';
import { DataExport } from './data-export.entity.js';
import { exportData, exportLife } from './data-exports.js';
import { exportReadme } from './export-readme.js';
import { ExportTooLarge, writeExport } from './export-zip.js';
import { personalTables } from './personal-columns.js';
import { PersonalRows } from './personal-rows.js';

const hour = 3_600_000;

/** Makes the zips, and deletes them. */
@Injectable()
export class ExportMaker implements OnModuleInit {
  readonly folder: FileFolder;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly rows: PersonalRows,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
    disk: FileDisk,
  ) {
    this.folder = new FileFolder(join(disk.root, 'exports'));
  }

  onModuleInit(): void {
    this.handlers.register(exportData, ({ id }) => this.make(String(id)));
    // The job is left by the triggers of data_export.
    this.handlers.register('remove-export', ({ diskName }) => this.folder.remove(String(diskName)));
    this.handlers.schedule({ name: 'tidy-exports', cron: '27 * * * *', work: () => this.tidy() });
  }

  /** The bytes, for the one who took the export. */
  read(diskName: string): ReturnType<FileFolder['read']> {
    return this.folder.read(diskName);
  }

  /** Done again after a crash it makes another zip; the first has no row and is tidied. */
  private async make(id: string): Promise<void> {
    const asked = isUuid(id) ? await this.db.manager.findOneBy(DataExport, { id, status: 'PREPARING' }) : null;
    const account = asked && (await this.db.manager.findOneBy(Account, { id: asked.accountId }));
    if (!account) return;
    const diskName = randomBytes(24).toString('hex');
    try {
      await this.write(account, this.folder.pathOf(diskName));
      await this.hand(id, account.id, diskName);
    } catch (error) {
      await rm(this.folder.pathOf(diskName), { force: true });
      if (!(error instanceof ExportTooLarge)) throw error;
      await this.db.manager.update(DataExport, { id, status: 'PREPARING' }, { status: 'FAILED' });
    }
  }

  private async write({ id, language }: Account, path: string): Promise<void> {
    await mkdir(this.folder.folder, { recursive: true, mode: 0o700 });
    const handed = await this.personalData.export(id);
    const names = new Set(handed.map(({ name }) => name));
    const data = [...handed, ...(await this.rows.all(id, names))];
    const readme = exportReadme(language, this.clock.now(), [...new Set(data.map(({ name }) => name))], personalTables);
    await writeExport(path, readme, data);
  }

  /**
   * Ready and told in one transaction; the link is in the letter alone. Whoever was erased meanwhile gets nothing: the account
   * is held first, as everyone does who writes about it.
   */
  private hand(id: string, accountId: string, diskName: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [accountId]);
      const token = newToken();
      const readyAt = this.clock.now();
      const expiresAt = new Date(readyAt.valueOf() + exportLife);
      const { affected } = await tx.update(
        DataExport,
        { id, status: 'PREPARING' },
        { status: 'READY', readyAt, expiresAt, tokenHash: tokenHash(token), diskName },
      );
      if (!affected) await this.folder.remove(diskName);
      else await this.mailer.write(tx, letterOf(accountId, id, token));
    });
  }

  /** What nobody fetched, what never came to be, and zips that belong to nothing. */
  private async tidy(): Promise<void> {
    const now = this.clock.now();
    const over = { status: 'EXPIRED' as const, diskName: null, tokenHash: null };
    await this.db.manager.update(DataExport, { status: 'READY', expiresAt: LessThanOrEqual(now) }, over);
    const stale = new Date(now.valueOf() - 24 * hour);
    await this.db.manager.update(DataExport, { status: 'PREPARING', askedAt: LessThan(stale) }, { status: 'FAILED' });
    const fetched = {
      status: 'FETCHED' as const,
      readyAt: LessThan(new Date(now.valueOf() - hour)),
      diskName: Not(IsNull()),
    };
    await this.db.manager.update(DataExport, fetched, { diskName: null, tokenHash: null });
    const onDisk = (await this.folder.list()).filter(({ writtenAt }) => writtenAt.valueOf() < now.valueOf() - hour);
    const known = await this.db.manager.findBy(DataExport, { diskName: In(onDisk.map(({ name }) => name)) });
    const kept = new Set(known.map(({ diskName }) => diskName));
    for (const { name } of onDisk) if (!kept.has(name)) await this.folder.sweep(name);
  }
}

const letterOf = (accountId: string, id: string, token: string) => ({
  kind: 'data-export',
  to: { accountId },
  once: `data-export:${id}`,
  subject: { fr: 'Vos données sont prêtes', en: 'Your data are ready' },
  paragraphs: [
    {
      fr: 'L’archive de vos données est prête. Le lien fonctionne une seule fois, pendant sept jours ; ensuite l’archive est supprimée.',
      en: 'The archive of your data is ready. The link works once, for seven days; the archive is deleted afterwards.',
    },
    {
      fr: 'Si vous n’avez rien demandé, n’utilisez pas ce lien et changez votre mot de passe.',
      en: 'If you did not ask for it, do not use the link and change your password.',
    },
  ],
  link: { label: { fr: 'Télécharger mes données', en: 'Download my data' }, path: `/export/${token}` },
});
