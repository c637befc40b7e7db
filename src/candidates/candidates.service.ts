import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { type InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { unknownSkill } from '../offers/offer-check.js';
import { may } from '../permissions/may.js';
import { SkillWords } from '../skills/skill-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { checkPlaces } from '../territories/place-check.js';
import type { Candidate } from './candidate.entity.js';
import type { CandidateProfileInput } from './candidate.input.js';
import { CandidatesRepository } from './candidates.repository.js';
import { ConsentEvent } from './consent-event.entity.js';
import { consentVersion } from './consents.js';
import { type ProfileDraft, profileWith } from './profile-draft.js';
import { mostSkills, profileProblems } from './profile-rules.js';

@Injectable()
export class CandidatesService implements PersonalDataHolder, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly candidates: CandidatesRepository,
    private readonly skillWords: SkillWords,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  /** Codes are looked up before the transaction, whose connection that does not use. */
  async save(by: Viewer, input: CandidateProfileInput): Promise<Candidate | Refusal> {
    if (!may(by, 'candidate.save')) return notACandidate();
    const said = (input.skills ?? []).map(({ code }) => code.trim());
    const acceptable = await this.skillWords.acceptableSkillCodes(said);
    return this.db.transaction(async (tx) => {
      const before = await this.candidates.lockedOfAccount(tx, by.id);
      const draft = profileWith(before, input, this.clock.now());
      for (const { code } of before.skills) acceptable.add(code);
      const problems = [
        ...profileProblems(draft, this.clock.today(), input),
        ...skillProblems(draft, said, acceptable),
        ...checkPlaces(this.gazetteer, input.places ?? [], ['places']),
      ];
      if (problems.length > 0) return new InvalidInput(problems);
      await this.noteConsent(tx, before, draft);
      await this.candidates.save(tx, before.id, draft);
      return Object.assign(before, draft);
    });
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await this.candidates.erase(tx, accountId);
  }

  /** In the transaction of the profile: what counts and what is remembered of it never differ. */
  private async noteConsent(tx: EntityManager, before: Candidate, { visibleSince }: ProfileDraft): Promise<void> {
    const given = visibleSince !== null;
    if ((before.visibleSince !== null) === given) return;
    const what = 'VISIBLE_TO_COMPANIES';
    const at = this.clock.now();
    await tx.insert(ConsentEvent, { candidateId: before.id, what, given, at, wording: consentVersion[what] });
  }
}

/** Skills that the profile already had stay acceptable, whatever became of their codes. */
function skillProblems({ skills }: ProfileDraft, said: string[], acceptable: ReadonlySet<string>): InputProblem[] {
  if (skills.length > mostSkills) return [];
  return skills
    .filter(({ code }) => !acceptable.has(code))
    .map(({ code }) => unknownSkill(['skills', said.indexOf(code), 'code'], code));
}

export const notACandidate = (): NotAllowed =>
  new NotAllowed({
    fr: 'Seul un compte de candidat peut faire cela.',
    en: 'Only a candidate’s account may do this.',
  });
