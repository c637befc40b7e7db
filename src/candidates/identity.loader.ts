import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { BatchLoader } from '../common/batch-loader.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { IdentityGrounds, type Standing } from './identity-grounds.js';

const idOf = ({ id }: { id: string }): string => id;

/**
 * How candidates stand to the caller, found together for all of a list. Kept by caller, of whom there is a new one in every
 * request and after signing in, so that nobody reads with the eyes of another. They agreed to be seen by companies: one that is
 * not verified, or is suspended, may be none, and is not welcome.
 */
@Injectable()
export class IdentityLoader {
  private readonly perViewer = new WeakMap<Viewer, DataLoader<string, Standing>>();

  constructor(
    private readonly grounds: IdentityGrounds,
    private readonly companies: CompaniesRepository,
  ) {}

  standing(viewer: Viewer, candidateId: string): Promise<Standing> {
    let loader = this.perViewer.get(viewer);
    if (!loader) {
      loader = new DataLoader<string, Standing>(async (ids) => {
        const companies = await this.companies.ofAccount(viewer.id);
        const trusted = companies.filter(({ verifiedAt, suspendedAt }) => verifiedAt && !suspendedAt);
        const standings = await this.grounds.standing(ids, companies.map(idOf));
        if (trusted.length === companies.length) return standings;
        const trustedOnly = await this.grounds.standing(ids, trusted.map(idOf));
        return standings.map(({ known }, at) => ({ known, welcome: trustedOnly[at]!.welcome }));
      });
      this.perViewer.set(viewer, loader);
    }
    return loader.load(candidateId);
  }
}

/** The addresses that candidates sign in with, by the id of their account: for those who may know them. */
@Injectable()
export class ContactEmails extends BatchLoader<string, string> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(accountIds: readonly string[]): Promise<(string | Error)[]> {
    const rows = await this.db.query<{ id: string; email: string }[]>(
      'SELECT id, email FROM account WHERE id = ANY($1)',
      [accountIds],
    );
    const byId = new Map(rows.map(({ id, email }) => [id, email]));
    return accountIds.map((id) => byId.get(id) ?? new Error(`account ${id} is gone`));
  }
}
