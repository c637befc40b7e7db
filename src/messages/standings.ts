import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { ApplicationStatus } from '../applications/application-status.js';
import { Reads } from '../audit/reads.js';
import type { RequestContext } from '../common/context.js';
import { isUuid } from '../common/node.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import type { TalkingSide } from './message.entity.js';

/** An application as someone stands to it. */
export interface Standing {
  applicationId: string;
  status: ApplicationStatus;
  closedAt: Date | null;
  offerId: string;
  offerTitle: string;
  /** Of the first workplace. */
  communeCode: string | null;
  companyId: string;
  companyName: string;
  companySuspended: boolean;
  candidateId: string;
  /** Who applied. */
  ownerId: string;
  candidateFirstName: string | null;
  candidateLastName: string | null;
  /** What the one who asks is to the company. */
  companyRole: CompanyRole | null;
}

/** What is known of applications when permissions are asked, for many at once: every room about them asks here. */
@Injectable()
export class Standings {
  private readonly perViewer = new WeakMap<Viewer, DataLoader<string, Standing | null>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
  ) {}

  /** By application; those that do not exist are left out. */
  async of(
    accountId: string,
    applicationIds: readonly string[],
    tx: EntityManager = this.db.manager,
  ): Promise<Map<string, Standing>> {
    const rows = await tx.query<Standing[]>(
      `SELECT a.id AS "applicationId", a.status, a.closed_at AS "closedAt", o.id AS "offerId", o.title AS "offerTitle",
              (SELECT commune_code FROM offer_site WHERE offer_id = o.id ORDER BY position LIMIT 1) AS "communeCode",
              co.id AS "companyId", co.name AS "companyName", co.suspended_at IS NOT NULL AS "companySuspended",
              c.id AS "candidateId", c.account_id AS "ownerId", c.first_name AS "candidateFirstName",
              c.last_name AS "candidateLastName",
              member.role AS "companyRole"
         FROM application a JOIN offer o ON o.id = a.offer_id JOIN company co ON co.id = o.company_id
         JOIN candidate c ON c.id = a.candidate_id
         LEFT JOIN company_member member ON member.company_id = co.id AND member.account_id = $1
        WHERE a.id = ANY($2::uuid[])`,
      [accountId, applicationIds.filter(isUuid)],
    );
    return new Map(rows.map((row) => [row.applicationId, row]));
  }

  /** The application as this account stands to it, if it may do this; null as well for what does not exist. */
  async forAct(tx: EntityManager, by: Viewer, act: Act, applicationId: string): Promise<Standing | null> {
    const standing = (await this.of(by.id, [applicationId], tx)).get(applicationId);
    return standing && may(by, act, standing) ? standing : null;
  }

  /** The same for the caller of a request who only reads: found together for all of a list, and noted for administrators. */
  async forReading(act: Act, applicationId: string, context: RequestContext): Promise<Standing | null> {
    const viewer = await this.viewers.of(context);
    const standing = viewer && (await this.loader(viewer).load(applicationId));
    if (!standing || !may(viewer, act, standing)) return null;
    await this.reads.note(context, act, 'Application', [applicationId], standing);
    return standing;
  }

  private loader(viewer: Viewer): DataLoader<string, Standing | null> {
    let loader = this.perViewer.get(viewer);
    if (!loader) {
      loader = new DataLoader<string, Standing | null>(async (ids) => {
        const found = await this.of(viewer.id, ids);
        return ids.map((id) => found.get(id) ?? null);
      });
      this.perViewer.set(viewer, loader);
    }
    return loader;
  }
}

/** On which side of an application someone stands who may act in it. */
export const sideOf = (by: Pick<Viewer, 'id'>, { ownerId }: Pick<Standing, 'ownerId'>): TalkingSide =>
  by.id === ownerId ? 'CANDIDATE' : 'COMPANY';
