import { Injectable } from '@nestjs/common';
import { Candidate } from '../candidates/candidate.entity.js';
import { type ProfileDraft, profileWith } from '../candidates/profile-draft.js';
import { mostSkills, profileProblems } from '../candidates/profile-rules.js';
import { Clock } from '../common/clock.js';
import { type InputProblem, InvalidInput } from '../common/refusal.js';
import { unknownSkill } from '../offers/offer-check.js';
import { profileOf } from '../scoring/facts-of.js';
import type { Profile } from '../scoring/match-check.js';
import { SkillWords } from '../skills/skill-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { checkPlaces } from '../territories/place-check.js';
import type { PreviewProfileInput } from './preview.input.js';

/** The id of nobody. */
const nobody = '00000000-0000-0000-0000-000000000000';

const empty: ProfileDraft = {
  firstName: null,
  lastName: null,
  school: null,
  studyLevel: null,
  diplomaOn: null,
  skills: [],
  places: [],
  contractTypes: [],
  missionCategories: [],
  occupationCodes: [],
  availableFrom: null,
  salaryAtLeast: null,
  remoteWork: [],
  visibleSince: null,
};

/** A profile that somebody tries without an account: read and judged by the rules of one that is saved, and kept nowhere. */
@Injectable()
export class PreviewProfiles {
  constructor(
    private readonly skillWords: SkillWords,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  async read(input: PreviewProfileInput): Promise<Profile | InvalidInput> {
    const draft = profileWith(empty, input, this.clock.now());
    const problems = [
      ...profileProblems(draft, this.clock.today(), input),
      ...(await this.skillProblems(draft, input)),
      ...checkPlaces(this.gazetteer, input.places ?? [], ['places']),
    ];
    return problems.length > 0
      ? new InvalidInput(problems)
      : profileOf(Object.assign(new Candidate(), draft, { id: nobody }));
  }

  private async skillProblems({ skills }: ProfileDraft, input: PreviewProfileInput): Promise<InputProblem[]> {
    if (skills.length > mostSkills) return [];
    const said = (input.skills ?? []).map(({ code }) => code.trim());
    const acceptable = await this.skillWords.acceptableSkillCodes(said);
    return skills
      .filter(({ code }) => !acceptable.has(code))
      .map(({ code }) => unknownSkill(['skills', said.indexOf(code), 'code'], code));
  }
}
