import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Candidate } from './candidate.entity.js';
import { CandidatesRepository } from './candidates.repository.js';

/** Who may see a candidate: themselves, and members of a company while the candidate agrees to be seen by companies. */
@Injectable()
export class CandidateAccess implements OnModuleInit {
  constructor(
    private readonly candidates: CandidatesRepository,
    private readonly companies: CompaniesRepository,
    private readonly viewers: Viewers,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Candidate, type: 'Candidate', find: (id, context) => this.visible(id, context) });
  }

  async visible(id: string, context: RequestContext): Promise<Candidate | null> {
    const viewer = isUuid(id) ? await this.viewers.of(context) : null;
    const candidate = viewer ? await this.candidates.byId(id) : null;
    if (!viewer || !candidate) return null;
    if (candidate.accountId === viewer.id) return candidate;
    const companies = candidate.visibleSince === null ? [] : await this.companies.ofAccount(viewer.id);
    return companies.length > 0 ? candidate : null;
  }

  async isSelf(candidate: Pick<Candidate, 'accountId'>, context: RequestContext): Promise<boolean> {
    return (await this.viewers.of(context))?.id === candidate.accountId;
  }

  /** Throws UNAUTHENTICATED for strangers and FORBIDDEN for anyone but the candidate. */
  async requireSelf(candidate: Pick<Candidate, 'accountId'>, context: RequestContext): Promise<void> {
    await this.viewers.required(context);
    if (!(await this.isSelf(candidate, context))) throw forbidden();
  }
}
