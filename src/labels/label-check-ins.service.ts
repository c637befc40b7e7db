import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { HireLetters } from '../hires/hire-letters.js';
import { endingOf, type GivenReason, mayMove } from '../hires/hire-moves.js';
import { about, ended } from '../hires/hire-words.js';
import { HiresService } from '../hires/hires.service.js';
import { may } from '../permissions/may.js';
import { type HeldLabel, LabelMover } from './label-mover.js';
import { LabelCheckIn } from './label-paper.entity.js';
import { cleanWords, wordsProblems } from './label-reasons.js';
import { CheckInNotOpen, IllegalLabelMove, noSuchLabel } from './label-refusals.js';
import { type CheckInSide, isFollowed } from './label-view.js';
import { LabelViews } from './label-views.js';
import { Label } from './label.entity.js';

export interface Answer {
  month: number;
  rating: number;
  asAgreed: boolean;
  tutorPresent: boolean;
  words?: string | null;
  confidential?: boolean | null;
}

/** What both sides do while the mission runs: say how it goes, or that it is over. */
@Injectable()
export class LabelCheckIns {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mover: LabelMover,
    private readonly views: LabelViews,
    private readonly companies: CompaniesRepository,
    private readonly hires: HiresService,
    private readonly hireLetters: HireLetters,
    private readonly clock: Clock,
  ) {}

  /** Once for each side and month: the key of the table is the judge. The same answer again is no error, another is refused. */
  answer(by: Viewer, id: string, { month, ...said }: Answer): Promise<Label | Refusal> {
    const words = cleanWords(said.words);
    const problems = wordsProblems(words);
    if (said.rating < 1 || said.rating > 5) problems.push(new InputProblem(['rating'], wrongRating));
    return this.asOneOfBoth(by, id, problems, async (tx, { label, between }, side) => {
      if (side === 'COMPANY' && between.isSuspended) return new CompanySuspended();
      const { view } = await this.views.one(tx, label);
      const date = view.dates.checkIns.find((one) => one.month === month);
      if (!date) return new CheckInNotOpen(null, false);
      if (!isFollowed(label.state) || !view.hasPerson) return new IllegalLabelMove(view);
      if (this.clock.today() < date.on) return new CheckInNotOpen(date.on, false);
      const given = { rating: said.rating, asAgreed: said.asAgreed, tutorPresent: said.tutorPresent, words };
      const row = { labelId: label.id, month, side, ...given, confidential: said.confidential ?? false };
      const there = await tx.findOneBy(LabelCheckIn, { labelId: label.id, month, side });
      if (there) return isSame(there, row) ? label : new CheckInNotOpen(date.on, true);
      await tx.insert(LabelCheckIn, { ...row, accountId: by.id, answeredAt: this.clock.now() });
      await this.mover.noteDay(tx, label);
      return label;
    });
  }

  /** It is the hire that ends, and the other side is told so by its letter; the label follows in the same transaction. */
  endEarly(by: Viewer, id: string, reason: GivenReason, on: string, words?: string | null): Promise<Label | Refusal> {
    const said = cleanWords(words);
    const problems = wordsProblems(said, reason === 'OTHER');
    if (on > this.clock.today()) problems.push(new InputProblem(['on'], toCome));
    return this.asOneOfBoth(by, id, problems, async (tx, { label, hire, between }, side) => {
      const isSaid = hire.endedOn === on && hire.endReason === reason && hire.endedBy === side;
      if (label.state === 'ENDED_EARLY' && isSaid) return label;
      const to = endingOf(hire.status);
      if (to !== 'ENDED_EARLY' || !mayMove(hire.status, to, side)) return this.mover.illegal(tx, label);
      if (side === 'COMPANY' && said !== null && between.isSuspended) return new CompanySuspended();
      const { startsOn, hiredOn } = hire;
      const earliest = startsOn <= this.clock.today() ? startsOn : hiredOn;
      if (on < earliest) return new InvalidInput([new InputProblem(['on'], beforeStart)]);
      await this.hires.close(tx, hire, { endedBy: side, endReason: reason, endWords: said, endedOn: on });
      const other = side === 'CANDIDATE' ? 'COMPANY' : 'CANDIDATE';
      await this.hireLetters.to(tx, other, between, ended(about(between, hire), true, reason, said));
      return (await tx.findOneBy(Label, { id: label.id }))!;
    });
  }

  private asOneOfBoth(
    by: Viewer,
    id: string,
    problems: InputProblem[],
    act: (tx: EntityManager, held: HeldLabel, side: CheckInSide) => Promise<Label | Refusal>,
  ): Promise<Label | Refusal> {
    return this.db.transaction(async (tx) => {
      const held = await this.mover.locked(tx, id, by);
      if (!held) return noSuchLabel();
      const ownerId = held.between.candidateAccountId ?? undefined;
      const companyRole = await this.companies.memberRole(by.id, held.hire.companyId, tx);
      if (!may(by, 'label.answer', { ownerId, companyRole })) return noSuchLabel();
      if (problems.length > 0) return new InvalidInput(problems);
      return act(tx, held, ownerId === by.id ? 'CANDIDATE' : 'COMPANY');
    });
  }
}

const isSame = (there: LabelCheckIn, row: Omit<LabelCheckIn, 'accountId' | 'answeredAt'>): boolean =>
  (['rating', 'asAgreed', 'tutorPresent', 'words', 'confidential'] as const).every((name) => there[name] === row[name]);

const wrongRating = { fr: 'La note va de 1 à 5.', en: 'The rating is 1 to 5.' };
const toCome = {
  fr: 'La fin de la mission ne peut pas être datée de l’avenir.',
  en: 'The end cannot be in the future.',
};
const beforeStart = {
  fr: 'La mission ne peut pas finir avant d’avoir commencé.',
  en: 'The mission cannot end before it began.',
};
