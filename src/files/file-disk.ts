import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../common/config.js';

/** Names that say nothing and that nobody guesses. */
const known = /^[0-9a-f]{48}$/;

/** A folder that holds files under random names, outside of anything that is served. Only the account of the server reads it. */
export class FileFolder {
  constructor(readonly folder: string) {}

  /** The name of a new file. It is there as a whole and for good when this comes back, or not at all. */
  async write(bytes: Uint8Array): Promise<string> {
    const name = randomBytes(24).toString('hex');
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.pathOf(name)}.part`;
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, this.pathOf(name));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await this.syncFolder();
    return name;
  }

  /** Null when it is not there. */
  async read(name: string): Promise<{ bytes: Readable; size: number } | null> {
    const path = this.pathOf(name);
    const found = await stat(path).catch(absent);
    return found && { bytes: createReadStream(path), size: found.size };
  }

  /** It may be gone already. */
  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  pathOf(name: string): string {
    if (!known.test(name)) throw new Error('That is no name of a stored file');
    return join(this.folder, name);
  }

  /** Every file with when it was last written, unfinished ones included. */
  async list(): Promise<{ name: string; writtenAt: Date }[]> {
    const names = (await readdir(this.folder).catch(absent)) ?? [];
    const found = await Promise.all(
      names.map(async (name) => ({ name, is: await stat(join(this.folder, name)).catch(absent) })),
    );
    return found.flatMap(({ name, is }) => (is?.isFile() ? [{ name, writtenAt: is.mtime }] : []));
  }

  /** What a process that died left half written, by its name in the list. */
  async sweep(listed: string): Promise<void> {
    const name = listed.replace(/\.part$/, '');
    if (known.test(name)) await rm(join(this.folder, listed), { force: true });
  }

  /** Without it the new name could be lost with the power. */
  private async syncFolder(): Promise<void> {
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Where files of people lie: CVs here, exports and the list of erasures beside them. */
@Injectable()
export class FileDisk {
  readonly root: string;
  readonly cvs: FileFolder;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = resolve(config.FILES_DIR ?? join(config.DATA_DIR, 'files'));
    this.cvs = new FileFolder(join(this.root, 'cv'));
  }
}
