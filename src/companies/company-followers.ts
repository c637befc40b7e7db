import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import type { Company } from './company.entity.js';

/** A later room that has its part in what happens to a company, in the same transaction, which holds the company’s row. */
export interface CompanyFollower {
  registered?(tx: EntityManager, company: Company, by: Viewer): Promise<void>;
  revised?(tx: EntityManager, was: Company, is: Company, by: Viewer): Promise<void>;
  /** Before its offers become public: nobody could read those that were published since this moment. */
  goingPublic?(tx: EntityManager, companyId: string, since: Date): Promise<void>;
  /** Someone became a member of it, or an owner. */
  joined?(tx: EntityManager, companyId: string): Promise<void>;
  /** Someone asks to be let in, and no owner is left who could answer. */
  askedInVain?(tx: EntityManager, companyId: string): Promise<void>;
}

/** Later rooms register here as they start; this room knows none of them. */
@Injectable()
export class CompanyFollowers implements Required<CompanyFollower> {
  private readonly followers: CompanyFollower[] = [];

  register(follower: CompanyFollower): void {
    this.followers.push(follower);
  }

  async registered(tx: EntityManager, company: Company, by: Viewer): Promise<void> {
    for (const follower of this.followers) await follower.registered?.(tx, company, by);
  }

  async revised(tx: EntityManager, was: Company, is: Company, by: Viewer): Promise<void> {
    for (const follower of this.followers) await follower.revised?.(tx, was, is, by);
  }

  async goingPublic(tx: EntityManager, companyId: string, since: Date): Promise<void> {
    for (const follower of this.followers) await follower.goingPublic?.(tx, companyId, since);
  }

  async joined(tx: EntityManager, companyId: string): Promise<void> {
    for (const follower of this.followers) await follower.joined?.(tx, companyId);
  }

  async askedInVain(tx: EntityManager, companyId: string): Promise<void> {
    for (const follower of this.followers) await follower.askedInVain?.(tx, companyId);
  }
}
