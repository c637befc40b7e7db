import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { FileDisk } from '../files/file-disk.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { backupDays } from './kept-for.js';
import { TracesOfErased } from './traces-of-erased.js';

const noteErasure = 'note-erasure';
const lock = 5218803430;

export interface Erasure {
  /** Hexadecimal. */
  pseudonym: string;
  at: Date;
}

/** Ids are random, so nobody finds one from its hash; whoever has a backup finds the hash of each id in it. */
export const pseudonymOf = (accountId: string): string => createHash('sha256').update(accountId).digest('hex');

/**
 * Who was erased, for as long as backups are kept: in a table, and in a file outside of the database, which a restored backup
 * does not take back. Registered last, it is asked first when someone is erased, while all their rows are still there.
 */
@Injectable()
export class ErasureList implements PersonalDataHolder, OnModuleInit {
  readonly file: string;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly traces: TracesOfErased,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly disk: FileDisk,
  ) {
    this.file = join(disk.root, 'erasures.log');
  }

  onModuleInit(): void {
    this.personalData.register(this);
    this.handlers.register(noteErasure, ({ pseudonym }) => this.copy(String(pseudonym)));
    this.handlers.schedule({ name: 'shorten-erasure-list', cron: '37 4 * * *', work: () => this.shorten() });
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await this.traces.erase(tx, accountId);
    const pseudonym = pseudonymOf(accountId);
    await tx.query(
      `INSERT INTO erasure_list (pseudonym, at) VALUES (decode($1, 'hex'), $2) ON CONFLICT (pseudonym) DO UPDATE SET at = EXCLUDED.at`,
      [pseudonym, this.clock.now()],
    );
    await this.jobs.add(tx, noteErasure, { pseudonym }, { key: `${noteErasure}:${pseudonym}` });
  }

  /** Both lists together, the file being the one that outlives a restored database. */
  async all(): Promise<Erasure[]> {
    const rows = await this.db.query<Erasure[]>(`SELECT encode(pseudonym, 'hex') AS pseudonym, at FROM erasure_list`);
    const both = new Map((await this.inFile()).map((erasure) => [erasure.pseudonym, erasure]));
    for (const erasure of rows) both.set(erasure.pseudonym, erasure);
    return [...both.values()];
  }

  /** What stands in the list file, or in another such file. */
  async inFile(path = this.file): Promise<Erasure[]> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && path === this.file) return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => {
      const [, at, pseudonym] = /^(\S+) ([0-9a-f]{64})$/.exec(line) ?? [];
      return at && pseudonym ? [{ pseudonym, at: new Date(at) }] : [];
    });
  }

  private async copy(pseudonym: string): Promise<void> {
    const [row] = await this.db.query<{ at: Date }[]>(
      `SELECT at FROM erasure_list WHERE pseudonym = decode($1, 'hex')`,
      [pseudonym],
    );
    if (!row) return;
    await this.alone(async () => {
      if ((await this.inFile()).some((line) => line.pseudonym === pseudonym && line.at >= row.at)) return;
      await this.write('a', `${row.at.toISOString()} ${pseudonym}\n`);
    });
  }

  /** Backups are as old at most, so that nobody older comes back. */
  private async shorten(): Promise<void> {
    const before = new Date(this.clock.now().valueOf() - backupDays * 86_400_000);
    await this.db.query('DELETE FROM erasure_list WHERE at < $1', [before]);
    await this.alone(async () => {
      const all = await this.inFile();
      const kept = all.filter(({ at }) => at >= before);
      if (kept.length === all.length) return;
      await this.write('w', kept.map(({ at, pseudonym }) => `${at.toISOString()} ${pseudonym}\n`).join(''));
    });
  }

  /** On the disk when it comes back; shortened by way of another file, so that a crash leaves a whole one. */
  private async write(how: 'a' | 'w', text: string): Promise<void> {
    await mkdir(this.disk.root, { recursive: true, mode: 0o700 });
    const path = how === 'a' ? this.file : `${this.file}.part`;
    const file = await open(path, how, 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (how === 'w') await rename(path, this.file);
  }

  private alone(work: () => Promise<void>): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lock]);
      await work();
    });
  }
}
