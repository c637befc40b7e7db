import type { OfferDraft } from '../../src/offers/offer-draft.js';

/** A draft that nothing is wrong with; tests name what they need changed. */
export const aDraft = (differs: Partial<OfferDraft> = {}): OfferDraft => ({
  title: 'Ingénieure ou ingénieur qualité',
  description: 'Vous construisez le système qualité de l’atelier avec la direction.',
  missionCategory: 'QUALITY_SAFETY_ENVIRONMENT',
  sites: [{ communeCode: '01283', address: null }],
  occupationCode: null,
  contractType: 'CDI',
  durationMonths: null,
  startsOn: null,
  remoteWork: 'NONE',
  salaryMin: null,
  salaryMax: null,
  studyLevel: null,
  requiredSkillCodes: [],
  desiredSkillCodes: [],
  greenMission: false,
  transformsCompany: null,
  reportsToManagement: null,
  hasTutor: null,
  openings: 1,
  expiresOn: null,
  ...differs,
});
