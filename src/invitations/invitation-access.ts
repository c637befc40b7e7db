import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CandidateAccess } from '../candidates/candidate-access.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { IdentityGrounds } from '../candidates/identity-grounds.js';
import type { RequestContext } from '../common/context.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { OfferAccess } from '../offers/offer-access.js';
import { DeclinedCompanies } from './declined-companies.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';

/** Who may read an invitation: its candidate, and members of the company; and what its answer means for who knows whom. */
@Injectable()
export class InvitationAccess implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly declined: DeclinedCompanies,
    private readonly candidates: CandidatesRepository,
    private readonly candidateAccess: CandidateAccess,
    private readonly offerAccess: OfferAccess,
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
    const invitation = isUuid(id) ? await this.invitations.byId(id) : null;
    if (!invitation) return null;
    const candidate = await this.candidates.byId(invitation.candidateId);
    if (candidate && (await this.candidateAccess.isSelf(candidate, context))) return invitation;
    return (await this.offerAccess.isOfMember(invitation, context)) ? invitation : null;
  }
}
