import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { may } from '../permissions/may.js';
import { DeclinedCompanies } from './declined-companies.js';
import type { Invitation } from './invitation.entity.js';
import { InvitationNotWaiting, notYourInvitation } from './invitation-refusals.js';
import { InvitationsRepository } from './invitations.repository.js';

/** What a candidate does with an invitation. Giving the same answer again changes nothing and is no error. */
@Injectable()
export class AnsweringService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly invitations: InvitationsRepository,
    private readonly declined: DeclinedCompanies,
    private readonly candidates: CandidatesRepository,
    private readonly clock: Clock,
  ) {}

  /** The candidate is held first: all answers of one person, and invitations to them, come one after the other. */
  async answer(by: Viewer, id: string, accept: boolean, forGood: boolean): Promise<Invitation | Refusal> {
    if (!may(by, 'candidate.save')) return notACandidate();
    if (accept && forGood) return notBoth();
    return this.db.transaction(async (tx) => {
      const candidate = await this.candidates.lockedOfAccount(tx, by.id);
      const invitation = isUuid(id) ? await this.invitations.lockedWithCompany(tx, id, candidate.id) : null;
      if (!invitation || !may(by, 'invitation.answer', { ownerId: candidate.accountId })) return notYourInvitation();
      const refusal = await (accept ? this.accept(tx, invitation) : this.decline(tx, invitation, forGood));
      return refusal ?? (await this.invitations.byId(id, tx))!;
    });
  }

  /** The company may invite the candidate again; what was declined stays so. */
  async undoDecline(by: Viewer, companyId: string): Promise<Candidate | Refusal> {
    if (!may(by, 'candidate.save')) return notACandidate();
    if (!isUuid(companyId)) return noSuchCompany();
    return this.db.transaction(async (tx) => {
      const candidate = await this.candidates.lockedOfAccount(tx, by.id);
      await this.declined.remove(tx, { candidateId: candidate.id, companyId });
      return candidate;
    });
  }

  private async accept(tx: EntityManager, { id, status }: Invitation): Promise<Refusal | null> {
    if (status === 'ACCEPTED') return null;
    if (status !== 'SENT') return new InvitationNotWaiting(status);
    await this.invitations.setStatus(tx, id, 'ACCEPTED', this.clock.now());
    return null;
  }

  /** That one wants nothing more of a company is heard whatever became of the invitation; the invitation itself is declined only while it waits. */
  private async decline(tx: EntityManager, invitation: Invitation, forGood: boolean): Promise<Refusal | null> {
    const { id, status, candidateId, companyId } = invitation;
    const now = this.clock.now();
    if (forGood) {
      await this.declined.add(tx, { candidateId, companyId }, now);
      await this.invitations.declineAll(tx, candidateId, companyId, now);
      return null;
    }
    if (status === 'DECLINED') return null;
    if (status !== 'SENT' && status !== 'LAPSED') return new InvitationNotWaiting(status);
    await this.invitations.setStatus(tx, id, 'DECLINED', now);
    return null;
  }
}

const noSuchCompany = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['companyId'], {
      fr: 'Cet identifiant n’est celui d’aucune entreprise.',
      en: 'No company has this id.',
    }),
  ]);

const notBoth = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['forGood'], {
      fr: 'On ne peut pas accepter une invitation et refuser l’entreprise pour toujours.',
      en: 'One cannot accept an invitation and decline the company for good.',
    }),
  ]);
