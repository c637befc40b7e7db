import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { IllegalApplicationMove, noSuchApplication } from '../applications/application-refusals.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, Refusal } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { otherSide } from '../messages/conversation-rules.js';
import { MessageAttempts } from '../messages/message-attempts.js';
import type { TalkingSide } from '../messages/message.entity.js';
import { sideOf, type Standing, Standings } from '../messages/standings.js';
import { InterviewLetters } from './interview-letters.js';
import {
  answerWords,
  cleanly,
  type CleanProposal,
  isUnderway,
  type Proposal,
  proposalProblems,
} from './interview-rules.js';
import type { Interview } from './interview.entity.js';
import { InterviewNotWaiting } from './interview.type.js';
import { InterviewsRepository } from './interviews.repository.js';

interface Held {
  side: TalkingSide;
  standing: Standing;
}

/** What both sides do with a meeting. The application is held meanwhile, so that two answers come one after the other. */
@Injectable()
export class InterviewsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly standings: Standings,
    private readonly moves: ApplicationMoves,
    private readonly interviews: InterviewsRepository,
    private readonly attempts: MessageAttempts,
    private readonly letters: InterviewLetters,
    private readonly clock: Clock,
  ) {}

  /** A first meeting is the company's to propose; other times for one that is underway, either side's. Throws RATE_LIMITED. */
  async propose(by: Viewer, applicationId: string, given: Proposal): Promise<Interview | Refusal> {
    await this.attempts.count(by.id);
    const proposal = cleanly(given);
    return this.db.transaction(async (tx) => {
      const held = await this.hold(tx, by, applicationId);
      if (!held) return noSuchApplication();
      if (isSuspended(held)) return new CompanySuspended();
      const underway = await this.interviews.underway(tx, applicationId, this.clock.now());
      const problems = proposalProblems(proposal, underway === null, this.clock.now());
      if (problems.length > 0) return new InvalidInput(problems);
      const refusal = await this.mayPropose(tx, by, held, underway);
      if (refusal) return refusal;
      return underway
        ? this.moveTimes(tx, underway, proposal, by, held.side)
        : this.begin(tx, applicationId, proposal, by);
    });
  }

  async accept(by: Viewer, slotId: string): Promise<Interview | Refusal> {
    return this.db.transaction(async (tx) => {
      const slot = await this.interviews.slot(tx, slotId);
      const interview = slot && (await this.heldInterview(tx, by, slot.interviewId));
      if (!slot || !interview) return noSuchInterview();
      if (interview instanceof Refusal) return interview;
      const { row, side, standing } = interview;
      if (isSuspended(interview)) return new CompanySuspended();
      if (row.status === 'AGREED' && row.agreedStartsAt?.valueOf() === slot.startsAt.valueOf()) return row;
      const stillThere = await this.interviews.slot(tx, slotId);
      if (!stillThere || !this.isAnswerable(row, side, standing) || slot.startsAt <= this.clock.now())
        return new InterviewNotWaiting(row);
      const agreed = await this.interviews.change(tx, row, {
        status: 'AGREED',
        agreedStartsAt: slot.startsAt,
        answeredAt: this.clock.now(),
        answerWords: null,
        sequence: row.sequence + 1,
        remindedAt: null,
      });
      await this.letters.write(tx, agreed, { news: 'AGREED', to: ['CANDIDATE', 'COMPANY'] });
      return agreed;
    });
  }

  async decline(by: Viewer, id: string, words?: string | null): Promise<Interview | Refusal> {
    const said = answerWords(words);
    if (said instanceof InputProblem) return new InvalidInput([said]);
    return this.db.transaction(async (tx) => {
      const interview = await this.heldInterview(tx, by, id);
      if (!interview) return noSuchInterview();
      if (interview instanceof Refusal) return interview;
      if (said !== null && isSuspended(interview)) return new CompanySuspended();
      const { row, side, standing } = interview;
      if (row.status === 'DECLINED' && row.proposedBy !== side) return row;
      if (!this.isAnswerable(row, side, standing)) return new InterviewNotWaiting(row);
      const declined = await this.interviews.change(tx, row, {
        status: 'DECLINED',
        answeredAt: this.clock.now(),
        answerWords: said,
      });
      await this.letters.write(tx, declined, { news: 'DECLINED', words: said, to: [otherSide(side)] });
      return declined;
    });
  }

  async cancel(by: Viewer, id: string, words?: string | null): Promise<Interview | Refusal> {
    const said = answerWords(words);
    if (said instanceof InputProblem) return new InvalidInput([said]);
    return this.db.transaction(async (tx) => {
      const interview = await this.heldInterview(tx, by, id);
      if (!interview) return noSuchInterview();
      if (interview instanceof Refusal) return interview;
      if (said !== null && isSuspended(interview)) return new CompanySuspended();
      const { row, side } = interview;
      if (row.status === 'CANCELLED') return row;
      if (!isUnderway(row, this.clock.now())) return new InterviewNotWaiting(row);
      return this.callOff(tx, row, side, said);
    });
  }

  /** Calendars of both sides take it out if they ever had it. */
  async callOff(
    tx: EntityManager,
    row: Interview,
    endedBy: TalkingSide | 'PLATFORM',
    words: string | null,
  ): Promise<Interview> {
    const wasAgreed = row.status === 'AGREED';
    const cancelled = await this.interviews.change(tx, row, {
      status: 'CANCELLED',
      endedBy,
      answerWords: words,
      agreedStartsAt: wasAgreed ? row.agreedStartsAt : null,
      sequence: row.sequence + 1,
    });
    const both = wasAgreed || endedBy === 'PLATFORM';
    const to: TalkingSide[] = both ? ['CANDIDATE', 'COMPANY'] : [otherSide(endedBy)];
    await this.letters.write(tx, cancelled, { news: 'CANCELLED', words, to });
    return cancelled;
  }

  private async begin(
    tx: EntityManager,
    applicationId: string,
    { slots, ...proposal }: CleanProposal,
    by: Viewer,
  ): Promise<Interview> {
    const row = { ...proposal, durationMinutes: proposal.durationMinutes!, proposedBy: 'COMPANY' as const };
    const made = await this.interviews.insert(
      tx,
      { ...row, applicationId, proposerId: by.id, proposedAt: this.clock.now() },
      slots,
    );
    await this.letters.write(tx, made, { news: 'PROPOSED', words: proposal.words, to: ['CANDIDATE'] });
    return made;
  }

  /** What was agreed on does not hold any more: calendars hear of it before new times are proposed. */
  private async moveTimes(
    tx: EntityManager,
    row: Interview,
    { slots, durationMinutes, place, videoUrl, words }: CleanProposal,
    by: Viewer,
    side: TalkingSide,
  ): Promise<Interview> {
    const wasAgreed = row.status === 'AGREED';
    const moved = await this.interviews.change(tx, row, {
      status: 'PROPOSED',
      proposedBy: side,
      proposerId: by.id,
      proposedAt: this.clock.now(),
      ...(durationMinutes !== null && { durationMinutes }),
      ...((place !== null || videoUrl !== null) && { place, videoUrl }),
      words,
      answeredAt: null,
      answerWords: null,
      sequence: row.sequence + (wasAgreed ? 1 : 0),
    });
    if (wasAgreed) await this.letters.write(tx, moved, { news: 'POSTPONED', to: ['CANDIDATE', 'COMPANY'] });
    const open = await this.interviews.change(tx, moved, { agreedStartsAt: null });
    await this.interviews.replaceSlots(tx, row.id, slots);
    await this.letters.write(tx, open, { news: 'PROPOSED', words, to: [otherSide(side)] });
    return open;
  }

  private async mayPropose(
    tx: EntityManager,
    by: Viewer,
    { side, standing }: Held,
    underway: Interview | null,
  ): Promise<Refusal | null> {
    const { applicationId: id, status } = standing;
    if (side === 'CANDIDATE') {
      if (status !== 'INTERVIEW') return new IllegalApplicationMove(status, 'INTERVIEW');
      return underway ? null : new InterviewNotWaiting(null);
    }
    const moved = await this.moves.move(tx, {
      id,
      to: 'INTERVIEW',
      by: { side, accountId: by.id },
      withoutLetter: true,
    });
    return moved instanceof Refusal ? moved : null;
  }

  private isAnswerable({ status, proposedBy }: Interview, side: TalkingSide, standing: Standing): boolean {
    return status === 'PROPOSED' && proposedBy !== side && standing.status === 'INTERVIEW';
  }

  private async heldInterview(
    tx: EntityManager,
    by: Viewer,
    id: string,
  ): Promise<(Held & { row: Interview }) | Refusal | null> {
    const found = await this.interviews.byId(id, tx);
    const held = found && (await this.hold(tx, by, found.applicationId));
    const row = held && (await this.interviews.byId(id, tx));
    return row ? { ...held, row } : null;
  }

  /** The application with its people, held until the transaction ends; null when the caller has no part in it. */
  private async hold(tx: EntityManager, by: Viewer, applicationId: string): Promise<Held | null> {
    if (!(await this.standings.forAct(tx, by, 'interview.act', applicationId))) return null;
    const locked = await this.moves.locked(tx, applicationId, by.id);
    const standing = locked && (await this.standings.forAct(tx, by, 'interview.act', applicationId));
    return standing && { standing, side: sideOf(by, standing) };
  }
}

/** A suspended company invites nobody; what was agreed on it may still decline and call off, without words. */
const isSuspended = ({ side, standing }: Held): boolean => side === 'COMPANY' && standing.companySuspended;

/** The same for what does not exist and for what the caller may not touch. */
const noSuchInterview = noSuchApplication;
