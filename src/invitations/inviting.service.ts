import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Clock } from '../common/clock.js';
import { unauthenticated } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Offer } from '../offers/offer.entity.js';
import { isOpen } from '../offers/offer-status.js';
import { notYourOffer } from '../offers/offers.service.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { offerFacts, profileOf } from '../scoring/facts-of.js';
import { MatchCheck } from '../scoring/match-check.js';
import { DeclinedCompanies } from './declined-companies.js';
import { caps, countedSince, countsUntil } from './invitation-caps.js';
import type { Invitation } from './invitation.entity.js';
import {
  AlreadyInvited,
  CandidateHasApplied,
  CandidateNotAvailable,
  CandidateSuitsTooLittle,
  InvitationCapReached,
  InvitationNotWaiting,
  notYourInvitation,
  OfferClosedToInvitations,
} from './invitation-refusals.js';
import { InvitationsRepository } from './invitations.repository.js';
import { suitsAtAll } from './suits-at-all.js';

const shortestMessage = 20;
const longestMessage = 2_000;

/** What a company does: to invite, and to take an invitation back. */
@Injectable()
export class InvitingService implements PersonalDataHolder, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly invitations: InvitationsRepository,
    private readonly declined: DeclinedCompanies,
    private readonly offers: OffersRepository,
    private readonly companies: CompaniesRepository,
    private readonly match: MatchCheck,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async invite(by: Viewer, offerId: string, candidateId: string, words: string): Promise<Invitation | Refusal> {
    const said = isUuid(offerId) ? await this.offers.byId(offerId) : null;
    if (!said || !(await this.companies.may(by, 'invitation.send', said.companyId))) return notYourOffer();
    const message = plainText(words);
    const { length } = [...message];
    if (length < shortestMessage || length > longestMessage) return messageLength(length);
    return this.db.transaction(async (tx) => {
      const held = await this.hold(tx, by, said, candidateId);
      if (!held || !(await this.companies.may(by, 'invitation.send', said.companyId, tx))) return notYourOffer();
      const { offer, candidate } = held;
      const refusal = await this.refusal(tx, offer, candidate);
      if (refusal) return refusal;
      const made = await this.invitations.insert(tx, {
        offerId: offer.id,
        candidateId: candidate!.id,
        companyId: offer.companyId,
        invitedBy: by.id,
        message,
        sentAt: this.clock.now(),
      });
      if (!made) return new AlreadyInvited((await this.invitations.ofPair(tx, offer.id, candidate!.id))!);
      await this.audit.noteOfAdministrator(tx, by, noted(made.id, 'invite', candidate!.accountId));
      return made;
    });
  }

  /** Taking back what was taken back already changes nothing and is no error. */
  async withdraw(by: Viewer, id: string): Promise<Invitation | Refusal> {
    return this.db.transaction(async (tx) => {
      const invitation = isUuid(id) ? await this.invitations.locked(tx, id) : null;
      if (!invitation || !(await this.companies.may(by, 'invitation.send', invitation.companyId, tx)))
        return notYourInvitation();
      const { status } = invitation;
      if (status === 'WITHDRAWN') return invitation;
      if (status !== 'SENT' && status !== 'LAPSED') return new InvitationNotWaiting(status);
      await this.invitations.setStatus(tx, id, 'WITHDRAWN', null);
      const { accountId } = await tx.findOneByOrFail(Candidate, { id: invitation.candidateId });
      await this.audit.noteOfAdministrator(tx, by, noted(id, 'withdraw', accountId));
      return (await this.invitations.byId(id, tx))!;
    });
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await this.invitations.forgetInviter(tx, accountId);
  }

  /**
   * Holds all that the decision rests on, in the order in which everyone holds them: account, candidate, company, offer.
   * The company is held against other invitations, so that the caps are counted by one at a time; null when the offer is gone.
   */
  private async hold(
    tx: EntityManager,
    by: Viewer,
    { id, companyId }: Offer,
    candidateId: string,
  ): Promise<{ offer: Offer; candidate: Candidate | null } | null> {
    const account = await tx.query<unknown[]>('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [by.id]);
    if (account.length === 0) throw unauthenticated();
    const candidate = isUuid(candidateId)
      ? await tx.findOne(Candidate, { where: { id: candidateId }, lock: { mode: 'pessimistic_read' } })
      : null;
    await tx.query('SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE', [companyId]);
    await tx.query('SELECT FROM offer WHERE id = $1 FOR SHARE', [id]);
    const offer = await this.offers.byId(id, tx);
    return offer && { offer, candidate };
  }

  /** What the company knows anyway is told first; of the candidate's own choices nothing is told apart. */
  private async refusal(tx: EntityManager, offer: Offer, candidate: Candidate | null): Promise<Refusal | null> {
    const before = candidate && (await this.invitations.ofPair(tx, offer.id, candidate.id));
    if (before) return new AlreadyInvited(before);
    if (!isOpen(offer, this.clock.today())) return new OfferClosedToInvitations();
    if (candidate && (await hasApplied(tx, offer, candidate))) return new CandidateHasApplied();
    if (!candidate || !(await this.mayBeFound(tx, offer, candidate))) return new CandidateNotAvailable();
    const facts = offerFacts(offer, null);
    const { failures, scored } = this.match.between(facts, profileOf(candidate));
    if (failures.length > 0) return new CandidateNotAvailable();
    if (!suitsAtAll(facts, scored)) return new CandidateSuitsTooLittle();
    return this.capReached(tx, offer);
  }

  private async mayBeFound(tx: EntityManager, offer: Offer, candidate: Candidate): Promise<boolean> {
    if (candidate.visibleSince === null) return false;
    return !(await this.declined.has(tx, { candidateId: candidate.id, companyId: offer.companyId }));
  }

  private async capReached(tx: EntityManager, offer: Offer): Promise<InvitationCapReached | null> {
    if ((await this.invitations.waitingOf(tx, offer.id)) >= caps.OFFER.most) {
      return new InvitationCapReached('OFFER', null);
    }
    const since = countedSince(this.clock.now());
    const first = await this.invitations.sentBefore(tx, offer.companyId, since, caps.COMPANY.most - 1);
    return first && new InvitationCapReached('COMPANY', countsUntil(first));
  }
}

const noted = (objectId: string, what: string, ownerId: string) => ({
  act: 'invitation.send',
  objectType: 'Invitation',
  objectId,
  ownerId,
  details: { what },
});

/** The table is that of a later room: only whether there is a row is asked. */
async function hasApplied(tx: EntityManager, { id }: Offer, candidate: Candidate): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT FROM application WHERE offer_id = $1 AND candidate_id = $2', [
    id,
    candidate.id,
  ]);
  return rows.length > 0;
}

const messageLength = (length: number): InvalidInput =>
  new InvalidInput([
    new InputProblem(['message'], {
      fr: `Le message compte de ${shortestMessage} à ${longestMessage.toLocaleString('fr-FR')} caractères (${length} ici).`,
      en: `The message has ${shortestMessage} to ${longestMessage.toLocaleString('en')} characters (${length} here).`,
    }),
  ]);
