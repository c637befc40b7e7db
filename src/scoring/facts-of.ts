import type { Candidate } from '../candidates/candidate.entity.js';
import type { Offer } from '../offers/offer.entity.js';
import type { Profile } from './match-check.js';
import type { CandidateFacts, OfferFacts } from './score-facts.js';

/** What a score may see of an offer. */
export const offerFacts = (offer: Offer, responsiveness: number | null): OfferFacts => ({
  id: offer.id,
  requiredSkills: offer.requiredSkillCodes,
  desiredSkills: offer.desiredSkillCodes,
  studyLevel: offer.studyLevel,
  contractType: offer.contractType,
  missionCategory: offer.missionCategory,
  occupationCode: offer.occupationCode,
  startsOn: offer.startsOn,
  salaryMin: offer.salaryMin,
  salaryMax: offer.salaryMax,
  remoteWork: offer.remoteWork,
  communeCodes: offer.sites.map(({ communeCode }) => communeCode),
  responsiveness,
});

/** What a score may see of a candidate. */
export const candidateFacts = (candidate: Candidate): CandidateFacts => ({
  id: candidate.id,
  skills: candidate.skills,
  studyLevel: candidate.studyLevel,
  diplomaOn: candidate.diplomaOn,
  contractTypes: candidate.contractTypes,
  missionCategories: candidate.missionCategories,
  occupationCodes: candidate.occupationCodes,
  availableFrom: candidate.availableFrom,
  salaryAtLeast: candidate.salaryAtLeast,
  remoteWork: candidate.remoteWork,
  hasPlaces: candidate.places.length > 0,
});

export const profileOf = (candidate: Candidate): Profile => ({
  facts: candidateFacts(candidate),
  places: candidate.places,
});
