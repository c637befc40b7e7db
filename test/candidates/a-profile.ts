import type { ProfileDraft } from '../../src/candidates/profile-draft.js';

/** A profile that says nothing; tests name what they need said. */
export const aProfile = (differs: Partial<ProfileDraft> = {}): ProfileDraft => ({
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
  ...differs,
});
