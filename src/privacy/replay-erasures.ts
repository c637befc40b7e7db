import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Progress } from '../common/progress.js';
import { AccountEraser } from './account-eraser.js';
import { ErasureList, pseudonymOf } from './erasure-list.js';

/** After a backup was restored: erases again whoever was erased since it was made, before anyone is let in. */
@Injectable()
export class ReplayErasures {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly list: ErasureList,
    private readonly eraser: AccountEraser,
  ) {}

  /** By the list in the files folder, the table, and another file when one is named. Answers how many accounts were erased. */
  async run(file: string | undefined, progress: Progress): Promise<number> {
    const listed = [...(await this.list.all()), ...(file === undefined ? [] : await this.list.inFile(file))];
    const erased = new Set(listed.map(({ pseudonym }) => pseudonym));
    const accounts = await this.db.query<{ id: string }[]>('SELECT id FROM account ORDER BY id');
    const again = accounts.filter(({ id }) => erased.has(pseudonymOf(id)));
    let done = 0;
    for (const { id } of again) {
      await this.db.transaction((tx) => this.eraser.erase(tx, id));
      progress('erasures', (done += 1), again.length);
    }
    return done;
  }
}
