import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import { Reads } from '../audit/reads.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { IdentityGrounds } from '../candidates/identity-grounds.js';
import type { RequestContext } from '../common/context.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { may } from '../permissions/may.js';
import { DeclinedCompanies } from './declined-companies.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';

/** What is known of an invitation when permissions are asked; and what its answer means for who knows whom. */
@Injectable()
export class InvitationAccess implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly declined: DeclinedCompanies,
    private readonly candidates: CandidatesRepository,
    private readonly companies: CompaniesRepository,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
    private readonly grounds: IdentityGrounds,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Invitation, type: 'Invitation', find: (id, context) => this.visible(id, context) });
    this.grounds.register({
      known: (candidateIds, companyIds) => this.invitations.accepted(candidateIds, companyIds),
      declined: (candidateIds, companyIds) => this.declined.among(candidateIds, companyIds),
    });
  }

  async visible(id: string, context: RequestContext): Promise<Invitation | null> {
    const viewer = isUuid(id) ? await this.viewers.of(context) : null;
    const invitation = viewer && (await this.invitations.byId(id));
    if (!invitation) return null;
    const facts = {
      ownerId: (await this.candidates.byId(invitation.candidateId))?.accountId,
      companyRole: await this.companies.memberRole(viewer.id, invitation.companyId),
    };
    if (!may(viewer, 'invitation.read', facts)) return null;
    await this.reads.note(context, 'invitation.read', 'Invitation', [id], facts);
    return invitation;
  }
}
