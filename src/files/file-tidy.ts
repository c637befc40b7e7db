import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { FileDisk } from './file-disk.js';
import { StoredFile } from './stored-file.entity.js';
import { scanFile } from './stored-files.js';

const hour = 3_600_000;
const day = 24 * hour;

/** A disk that was not mounted, or of another database, looks like this: then nothing is touched. */
const looksWrong = (orphans: number, all: number): boolean => orphans > 20 && orphans > all / 5;

/** Looks every hour for bytes without a row, rows without bytes, checks that were forgotten, and files that were refused. */
@Injectable()
export class FileTidy implements OnModuleInit {
  private readonly log = new Logger('Files');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly disk: FileDisk,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'tidy-files', cron: '17 * * * *', work: () => this.work() });
  }

  /** Young ones are left alone: their row, or their bytes, may be on the way. The disk dates by its own clock. */
  async work(): Promise<void> {
    const onDisk = await this.disk.cvs.list();
    const rows = await this.db.manager.find(StoredFile, { order: { id: 'ASC' } });
    const known = new Set(rows.map(({ diskName }) => diskName));
    const there = new Set(onDisk.map(({ name }) => name));
    const before = this.clock.now().valueOf() - hour;
    const stray = onDisk.filter(({ name, writtenAt }) => !known.has(name) && writtenAt.valueOf() < before);
    const hollow = rows.filter(({ diskName, storedAt }) => !there.has(diskName) && storedAt.valueOf() < before);
    if (looksWrong(stray.length, onDisk.length) || looksWrong(hollow.length, rows.length)) {
      this.log.error(
        `files and rows do not belong together (${stray.length} of ${onDisk.length} files have no row, ` +
          `${hollow.length} of ${rows.length} rows have no file): nothing is tidied. Is FILES_DIR the right one?`,
      );
      return;
    }
    for (const { name } of stray) await this.disk.cvs.sweep(name);
    const refused = rows.filter((row) => row.standing === 'REFUSED' && row.storedAt.valueOf() < before - day);
    const gone = [...hollow, ...refused].map(({ id }) => id);
    if (gone.length > 0) await this.db.manager.delete(StoredFile, { id: In(gone) });
    for (const { id } of rows.filter(({ standing }) => standing === 'BEING_CHECKED')) {
      await this.jobs.add(this.db.manager, scanFile, { id }, { key: `${scanFile}:${id}` });
    }
  }
}
