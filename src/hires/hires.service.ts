import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, Refusal } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import { CharterVersion } from './charter.entity.js';
import { Charters } from './charters.service.js';
import { DeclaringService } from './declaring.service.js';
import type { SaidOfHire } from './hire-draft.js';
import { HireLetters } from './hire-letters.js';
import { missingForCharter } from './hire-missing.js';
import { endingOf, type GivenReason, mayMove } from './hire-moves.js';
import { type HeldHire, HirePartiesReader, type HireSide } from './hire-parties.js';
import { CompanyNotVerified, HireIncomplete, IllegalHireMove, noSuchHire } from './hire-refusals.js';
import { underway } from './hire-status.js';
import { about, ended, opened } from './hire-words.js';
import { type Hire, HireInvitation } from './hire.entity.js';
import { Hires } from './hires.js';
import { HiresRepository, isDeclaredTwice } from './hires.repository.js';

export interface Ending {
  reason: GivenReason;
  words?: string | null;
  endedOn?: string | null;
}

/** What both sides do with a hire before and beside signing. The row is held meanwhile. */
@Injectable()
export class HiresService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly access: Hires,
    private readonly hires: HiresRepository,
    private readonly parties: HirePartiesReader,
    private readonly declaring: DeclaringService,
    private readonly charters: Charters,
    private readonly letters: HireLetters,
    private readonly clock: Clock,
  ) {}

  /** Until both signed. A charter that is open follows the change, and signatures under another text are void. */
  async revise(by: Viewer, id: string, said: SaidOfHire): Promise<Hire | Refusal> {
    const revised = this.db.transaction(async (tx) => {
      const held = await this.held(tx, by, 'hire.revise', id);
      if (!held) return noSuchHire();
      const { hire, between } = held;
      if (between.isSuspended) return new CompanySuspended();
      if (!underway.includes(hire.status)) return new IllegalHireMove(hire.status, 'DRAFT');
      const draft = this.declaring.judged(hire, said);
      if (draft instanceof Refusal) return draft;
      const changed = await this.hires.change(tx, hire, { ...fieldsOf(draft), updatedAt: this.clock.now() });
      return this.charters.follow(tx, { hire: changed, between });
    });
    return revised.catch((error: unknown) => {
      if (isDeclaredTwice(error)) return new InvalidInput([new InputProblem(['input', 'hiredOn'], declaredTwice)]);
      throw error;
    });
  }

  /** Opening what is open already changes nothing and is no error. */
  openCharter(by: Viewer, id: string): Promise<Hire | Refusal> {
    return this.db.transaction(async (tx) => {
      const held = await this.held(tx, by, 'hire.revise', id);
      if (!held) return noSuchHire();
      const { hire, between } = held;
      if (hire.status === 'CHARTER_OPEN') return hire;
      if (between.isSuspended) return new CompanySuspended();
      if (!between.isVerified) return new CompanyNotVerified();
      const missing = missingForCharter(hire, between);
      if (!mayMove(hire.status, 'CHARTER_OPEN', 'COMPANY')) {
        return hire.status === 'AWAITING_PERSON'
          ? new HireIncomplete(missing)
          : new IllegalHireMove(hire.status, 'CHARTER_OPEN');
      }
      if (missing.length > 0) return new HireIncomplete(missing);
      await this.charters.freeze(tx, held);
      const open = await this.hires.change(tx, hire, { status: 'CHARTER_OPEN', updatedAt: this.clock.now() });
      await this.letters.toBoth(tx, between, opened(about(between, open)));
      return open;
    });
  }

  /** Ending what has ended already changes nothing and is no error. A suspended company sends no words of its own. */
  async end(by: Viewer, id: string, given: Ending): Promise<Hire | Refusal> {
    const words = plainText(given.words ?? '') || null;
    return this.db.transaction(async (tx) => {
      const held = await this.held(tx, by, 'hire.end', id);
      if (!held) return noSuchHire();
      const { hire, between } = held;
      const side: HireSide = between.candidateAccountId === by.id ? 'CANDIDATE' : 'COMPANY';
      const to = endingOf(hire.status);
      if (hire.status === 'CANCELLED' || hire.status === 'ENDED_EARLY') return hire;
      if (!mayMove(hire.status, to, side)) return new IllegalHireMove(hire.status, to);
      if (side === 'COMPANY' && words !== null && between.isSuspended) return new CompanySuspended();
      const endedOn = given.endedOn ?? this.clock.today();
      const problems = this.endingProblems(hire, words, endedOn);
      if (problems.length > 0) return new InvalidInput(problems);
      const is = await this.close(tx, hire, { endedBy: side, endReason: given.reason, endWords: words, endedOn });
      const told = ended(about(between, hire), hire.status === 'SIGNED', given.reason, words);
      await this.letters.to(tx, side === 'CANDIDATE' ? 'COMPANY' : 'CANDIDATE', between, told);
      return is;
    });
  }

  /** Brings it to its end: what was to be signed or answered is void. */
  async close(
    tx: EntityManager,
    hire: Hire,
    said: Pick<Hire, 'endedBy' | 'endReason' | 'endWords' | 'endedOn'>,
  ): Promise<Hire> {
    const now = this.clock.now();
    const status = endingOf(hire.status);
    await tx.delete(HireInvitation, { hireId: hire.id });
    if (status === 'CANCELLED') {
      const version = await this.charters.standing(tx, hire.id);
      if (version) await tx.update(CharterVersion, { id: version.id }, { voidedAt: now });
    }
    const addressDigest = status === 'CANCELLED' ? null : hire.addressDigest;
    return this.hires.change(tx, hire, { ...said, status, addressDigest, updatedAt: now });
  }

  private async held(tx: EntityManager, by: Viewer, act: Act, id: string): Promise<HeldHire | null> {
    const held = await this.parties.hold(tx, id, by);
    return held && may(by, act, await this.access.facts(by, held.hire, tx)) ? held : null;
  }

  private endingProblems({ status, startsOn, hiredOn }: Hire, words: string | null, endedOn: string): InputProblem[] {
    const problems: InputProblem[] = [];
    if ([...(words ?? '')].length > 2_000) problems.push(new InputProblem(['input', 'words'], tooLong));
    const earliest = status === 'SIGNED' && startsOn <= this.clock.today() ? startsOn : hiredOn;
    if (endedOn > this.clock.today() || endedOn < earliest) {
      problems.push(new InputProblem(['input', 'endedOn'], wrongEnd));
    }
    return problems;
  }
}

const fieldsOf = (draft: SaidOfHire): Partial<Hire> => {
  const { hiredOn, startsOn, endsOn, contractType, durationMonths, communeCode, missionTitle, mission } = draft as Hire;
  const { transforms, reportsTo, tutorName, tutorRole, greenMission, studyLevel, salary } = draft as Hire;
  return {
    ...{ hiredOn, startsOn, endsOn, contractType, durationMonths, communeCode, missionTitle, mission },
    ...{ transforms, reportsTo, tutorName, tutorRole, greenMission, studyLevel, salary },
  };
};

const tooLong = { fr: 'Le texte compte au plus 2\u202f000 caractères.', en: 'The text has at most 2,000 characters.' };
const declaredTwice = {
  fr: 'Une autre embauche est déjà déclarée à la même adresse pour ce jour.',
  en: 'Another hire was declared already with the same address for this day.',
};
const wrongEnd = {
  fr: 'Le dernier jour est entre le début et aujourd’hui.',
  en: 'The last day is between the beginning and today.',
};
