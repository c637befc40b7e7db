import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { SkillWords } from '../skills/skill-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { resolvePlaces } from '../territories/place-set.js';
import type { Candidate } from './candidate.entity.js';
import type { CandidateProfileInput } from './candidate.input.js';
import { CandidatesRepository } from './candidates.repository.js';
import { type ProfileDraft, profileWith } from './profile-draft.js';
import { profileProblems } from './profile-rules.js';

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

  async save(by: Viewer, input: CandidateProfileInput): Promise<Candidate | Refusal> {
    if (by.role !== 'CANDIDATE') return notACandidate();
    return this.db.transaction(async (tx) => {
      const { id } = await this.candidates.ofAccount(by.id, tx);
      const before = (await this.candidates.locked(tx, id))!;
      const draft = profileWith(before, input, this.clock.now());
      const problems = await this.problems(draft, before, input);
      if (problems.length > 0) return new InvalidInput(problems);
      await this.candidates.save(tx, id, draft);
      return Object.assign(before, draft);
    });
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await this.candidates.erase(tx, accountId);
  }

  /** Skills and places that the profile already had stay acceptable, whatever became of their codes. */
  private async problems(
    draft: ProfileDraft,
    before: Candidate,
    input: CandidateProfileInput,
  ): Promise<InputProblem[]> {
    const acceptable = await this.skillWords.acceptableSkillCodes(draft.skills.map(({ code }) => code));
    const had = new Set(before.skills.map(({ code }) => code));
    const unknown = draft.skills.flatMap(({ code }, index) =>
      acceptable.has(code) || had.has(code)
        ? []
        : [
            new InputProblem(['skills', index, 'code'], {
              fr: `Aucune compétence ne porte le code « ${code.slice(0, 40)} » : cherchez-la avec la requête skills.`,
              en: `No skill has the code “${code.slice(0, 40)}”: look it up with the query skills.`,
            }),
          ],
    );
    const places =
      input.places && input.places.length > 0 ? resolvePlaces(this.gazetteer, input.places, ['places']) : [];
    return [...profileProblems(draft, this.clock.today()), ...unknown, ...(Array.isArray(places) ? places : [])];
  }
}

export const notACandidate = (): NotAllowed =>
  new NotAllowed({
    fr: 'Seul un compte de candidat peut faire cela.',
    en: 'Only a candidate’s account may do this.',
  });
