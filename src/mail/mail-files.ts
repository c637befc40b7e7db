import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../common/config.js';

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(eml|part)$/;

/** Letters as files that mail programs read, for a platform that has no mail server: one is a mailbox for all. */
@Injectable()
export class MailFiles {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.DATA_DIR, 'mail');
  }

  /** Whole or not at all; a second time it replaces the first. */
  async keep(id: string, message: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    const unfinished = join(this.folder, `${id}.part`);
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(message);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.path(id));
  }

  async read(id: string): Promise<Buffer | null> {
    if (!fileName.test(`${id}.eml`)) return null;
    return readFile(this.path(id)).catch(nothing);
  }

  /** The ids of the letters that are whole, the newest first. */
  async newestFirst(): Promise<string[]> {
    const found = await Promise.all(
      (await this.ids()).map(async (id) => ({ id, at: (await stat(this.path(id)).catch(nothing))?.mtimeMs ?? null })),
    );
    return found
      .flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]))
      .sort((one, other) => other.at - one.at)
      .map(({ id }) => id);
  }

  /** Of all letters that have a file, the unfinished ones too. */
  async ids(): Promise<string[]> {
    const names = (await readdir(this.folder).catch(nothing)) ?? [];
    return [...new Set(names.flatMap((name) => fileName.exec(name)?.[1] ?? []))];
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
    await rm(join(this.folder, `${id}.part`), { force: true });
  }

  private path(id: string): string {
    return join(this.folder, `${id}.eml`);
  }
}

function nothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
