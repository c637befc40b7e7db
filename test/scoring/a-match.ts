import type { CandidateFacts, Know, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { currentWeights } from '../../src/scoring/weights.js';

export const anOffer = (differs: Partial<OfferFacts> = {}): OfferFacts => ({
  id: 'offer',
  requiredSkills: ['AMDEC', 'ISO 9001', 'SPC'],
  desiredSkills: [],
  studyLevel: 'BAC_3',
  contractType: 'CDI',
  missionCategory: 'QUALITY_SAFETY_ENVIRONMENT',
  occupationCode: 'H1502',
  startsOn: '2026-09-01',
  salaryMin: 30_000,
  salaryMax: 34_000,
  remoteWork: 'NONE',
  communeCodes: ['01283'],
  responsiveness: null,
  ...differs,
});

export const aCandidate = (differs: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id: 'candidate',
  skills: [
    { code: 'ISO 9001', level: 'MASTERED' },
    { code: 'SPC', level: 'MASTERED' },
  ],
  studyLevel: 'BAC_5',
  diplomaOn: '2026-06-30',
  contractTypes: ['CDI', 'CDD'],
  missionCategories: ['QUALITY_SAFETY_ENVIRONMENT'],
  occupationCodes: ['H1502'],
  availableFrom: '2026-08-01',
  salaryAtLeast: 32_000,
  remoteWork: ['NONE', 'PARTIAL'],
  hasPlaces: true,
  ...differs,
});

/** One who says nothing but these. */
export const silentBut = (says: Partial<CandidateFacts>): CandidateFacts =>
  aCandidate({
    studyLevel: null,
    diplomaOn: null,
    contractTypes: [],
    missionCategories: [],
    occupationCodes: [],
    availableFrom: null,
    salaryAtLeast: null,
    remoteWork: [],
    hasPlaces: false,
    ...says,
  });

export const aPlace = (differs: Partial<Place> = {}): Place => ({
  km: 12,
  radiusKm: 30,
  inside: true,
  communeCode: '01283',
  fromCommuneCode: '01053',
  ...differs,
});

/** Every skill ordinary and a stranger to the others; occupations of one domain half close. */
export const knowing = (differs: Partial<Know> = {}): Know => ({
  closeness: () => 0,
  rarity: () => 100,
  occupations: (asked, wished) => (asked.slice(0, 3) === wished.slice(0, 3) ? 5_000 : 0),
  weights: currentWeights,
  ...differs,
});
