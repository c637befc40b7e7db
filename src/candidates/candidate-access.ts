import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { Candidate } from './candidate.entity.js';
import { CandidatesRepository } from './candidates.repository.js';
import { IdentityLoader } from './identity.loader.js';

/**
 * Who may see a candidate: themselves; members of a company while the candidate agrees to be seen by companies and did not
 * decline that one for good; and members of a company to which they made themselves known. Only the last, and themselves,
 * may know who the candidate is.
 */
@Injectable()
export class CandidateAccess implements OnModuleInit {
  constructor(
    private readonly candidates: CandidatesRepository,
    private readonly identity: IdentityLoader,
    private readonly viewers: Viewers,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Candidate, type: 'Candidate', find: (id, context) => this.visible(id, context) });
  }

  async visible(id: string, context: RequestContext): Promise<Candidate | null> {
    const viewer = isUuid(id) ? await this.viewers.of(context) : null;
    const candidate = viewer ? await this.candidates.byId(id) : null;
    return candidate && (await this.maySee(candidate, context)) ? candidate : null;
  }

  /** The same for a row that was read already; asked for many of a list, it is found for all together. */
  async maySee(candidate: Candidate, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    if (!viewer) return false;
    if (candidate.accountId === viewer.id) return true;
    const { known, welcome } = await this.identity.standing(viewer, candidate.id);
    return known || (welcome && candidate.visibleSince !== null);
  }

  /** Whether the caller may know who the candidate is; found for all of a list together. */
  async mayIdentify(candidate: Pick<Candidate, 'id' | 'accountId'>, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    if (!viewer) return false;
    return candidate.accountId === viewer.id || (await this.identity.standing(viewer, candidate.id)).known;
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
