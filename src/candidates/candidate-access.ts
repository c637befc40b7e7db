import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Reads } from '../audit/reads.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { may } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import type { Act } from '../permissions/rules.js';
import { Candidate } from './candidate.entity.js';
import { CandidatesRepository } from './candidates.repository.js';
import { IdentityLoader } from './identity.loader.js';

type Person = Pick<Candidate, 'id' | 'accountId'> & Partial<Pick<Candidate, 'visibleSince'>>;

/**
 * What is known of a candidate when permissions are asked: whether it is the caller; whether they made themselves known to a
 * company of the caller; whether they agree to be seen by companies and did not decline those of the caller for good. What
 * administrators read is noted in the audit log.
 */
@Injectable()
export class CandidateAccess implements OnModuleInit {
  constructor(
    private readonly candidates: CandidatesRepository,
    private readonly identity: IdentityLoader,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
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
  maySee(candidate: Candidate, context: RequestContext): Promise<boolean> {
    return this.may('candidate.read', candidate, context);
  }

  /** Whether the caller may know who the candidate is; found for all of a list together. */
  mayIdentify(candidate: Pick<Candidate, 'id' | 'accountId'>, context: RequestContext): Promise<boolean> {
    return this.may('candidate.identify', candidate, context);
  }

  async may(act: Act, candidate: Person, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    const owner = { ownerId: candidate.accountId };
    if (!may(viewer, act, owner)) {
      return viewer !== null && may(viewer, act, { ...owner, ...(await this.standing(viewer, candidate)) });
    }
    await this.reads.note(context, act, 'Candidate', [candidate.id], owner);
    return true;
  }

  async isSelf(candidate: Pick<Candidate, 'accountId'>, context: RequestContext): Promise<boolean> {
    return may(await this.viewers.of(context), 'candidate.act', { ownerId: candidate.accountId });
  }

  /** Throws UNAUTHENTICATED for strangers and FORBIDDEN for everyone else who may not. */
  async require(act: Act, candidate: Pick<Candidate, 'id' | 'accountId'>, context: RequestContext): Promise<void> {
    await this.viewers.required(context);
    if (!(await this.may(act, candidate, context))) throw forbidden();
  }

  requireSelf(candidate: Pick<Candidate, 'id' | 'accountId'>, context: RequestContext): Promise<void> {
    return this.require('candidate.act', candidate, context);
  }

  private async standing(viewer: Viewer, { id, visibleSince = null }: Person): Promise<Facts> {
    const { known, welcome } = await this.identity.standing(viewer, id);
    return { isKnown: known, isWelcome: welcome && visibleSince !== null };
  }
}
