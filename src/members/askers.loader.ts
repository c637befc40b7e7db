import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';

/** The addresses of accounts that ask to be let in, by id. */
@Injectable()
export class AskersLoader extends BatchLoader<string, string> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(string | Error)[]> {
    const rows = await this.db.query<{ id: string; email: string }[]>(
      'SELECT id, email FROM account WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    const byId = new Map(rows.map(({ id, email }) => [id, email]));
    return ids.map((id) => byId.get(id) ?? new Error(`account ${id} is gone`));
  }
}
