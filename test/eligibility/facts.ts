import type { CandidateFacts } from '../../src/eligibility/candidate-check.js';
import type { CompanyFacts } from '../../src/eligibility/company-check.js';
import type { PostFacts } from '../../src/eligibility/post-check.js';
import { shippedVteRules, VteRules } from '../../src/offers/vte-rules.js';

export const rules = VteRules.parse(shippedVteRules());

/** Facts that everything is well with; cases name what they need changed. */
export const aCandidate = (differs: Partial<CandidateFacts> = {}): CandidateFacts => ({
  studyLevel: 'BAC_5',
  diplomaOn: '2026-06-30',
  contractTypes: [],
  ...differs,
});

const figures: NonNullable<CompanyFacts['figures']> = {
  turnoverEuros: 20_000_000,
  balanceSheetEuros: 12_000_000,
  groupHeadcount: 120,
  microEntrepreneur: false,
  inDifficulty: false,
};

type CompanyDiffers = Partial<Omit<CompanyFacts, 'figures'>> & {
  figures?: Partial<NonNullable<CompanyFacts['figures']>> | null;
};

export const aCompany = ({ figures: said = {}, ...differs }: CompanyDiffers = {}): CompanyFacts => ({
  communeName: 'Oyonnax',
  headcount: 120,
  register: null,
  ...differs,
  figures: said && { ...figures, ...said },
});

export const oyonnax = {
  communeCode: '01283',
  communeName: 'Oyonnax',
  territories: ['Haut-Bugey'],
  list: '2023-2027',
};

export const aPost = (differs: Partial<PostFacts> = {}): PostFacts => ({
  contractType: 'CDI',
  durationMonths: null,
  studyLevel: 'BAC_3',
  greenMission: false,
  transformsCompany: 'L’arrivée d’un contrôle en ligne des pièces.',
  reportsToManagement: true,
  hasTutor: true,
  salaryMin: 30_000,
  salaryMax: 36_000,
  sites: [oyonnax],
  ...differs,
});
