import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Reads } from '../audit/reads.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { IdentityGrounds } from '../candidates/identity-grounds.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { NodeFinders } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { may } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import type { Act } from '../permissions/rules.js';
import { hasHired } from './has-hired.js';
import { Hire } from './hire.entity.js';
import { HiresRepository } from './hires.repository.js';

/** Who may do what with a hire: the person hired, members of the company in any role, and administrators, whose reading is noted. */
@Injectable()
export class Hires implements OnModuleInit {
  constructor(
    private readonly hires: HiresRepository,
    private readonly companies: CompaniesRepository,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
    private readonly nodes: NodeFinders,
    private readonly grounds: IdentityGrounds,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.grounds.register(hasHired(this.db));
    this.nodes.register({ row: Hire, type: 'Hire', find: (id, context) => this.visible(id, context) });
  }

  /** The hire if the caller may read it, else null: what may not be seen looks like what does not exist. */
  async visible(id: string, context: RequestContext): Promise<Hire | null> {
    const hire = (await this.viewers.of(context)) ? await this.hires.byId(id) : null;
    return hire && (await this.may('hire.read', hire, context)) ? hire : null;
  }

  /** Asked for a row that was read already. */
  async may(act: Act, hire: Hire, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    const facts = viewer ? await this.facts(viewer, hire) : {};
    if (!may(viewer, act, facts)) return false;
    await this.reads.note(context, act, 'Hire', [hire.id], facts);
    return true;
  }

  /** A list of a company. Throws UNAUTHENTICATED for strangers and FORBIDDEN for everyone else who may not. */
  async requireMember(companyId: string, context: RequestContext): Promise<void> {
    const viewer = await this.viewers.required(context);
    const companyRole = await this.companies.memberRole(viewer.id, companyId);
    if (!may(viewer, 'hire.read', { companyRole })) throw forbidden();
  }

  /** A list that the caller may read as such: what an administrator is shown of it is noted in the audit log. */
  async shown(hires: Hire[], context: RequestContext): Promise<Hire[]> {
    if (!may(await this.viewers.of(context), 'audit.read')) return hires;
    for (const hire of hires) await this.may('hire.read', hire, context);
    return hires;
  }

  /** What permissions are told of a hire. Inside a transaction, give it. */
  async facts(
    viewer: Pick<Viewer, 'id'>,
    hire: Pick<Hire, 'candidateId' | 'companyId'>,
    tx?: EntityManager,
  ): Promise<Facts> {
    const { candidateId } = hire;
    const candidate =
      candidateId === null ? null : await (tx ?? this.db.manager).findOneBy(Candidate, { id: candidateId });
    return {
      ownerId: candidate?.accountId,
      companyRole: await this.companies.memberRole(viewer.id, hire.companyId, tx),
    };
  }
}
