import type { Account } from '../accounts/account.entity.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { schoolKey } from '../candidates/school-key.js';
import type { Company } from '../companies/company.entity.js';
import { sirenOf } from '../companies/siret.js';
import type { Offer } from '../offers/offer.entity.js';
import type { DemoCandidate } from './demo-candidates.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoPerson } from './demo-facts.js';
import type { DemoOffer } from './demo-offers.js';

const morning = (date: string): Date => new Date(`${date}T08:00:00Z`);

export const accountRow = (
  { accountId, email }: Pick<DemoPerson, 'accountId' | 'email'>,
  role: Account['role'],
  passwordHash: string,
  createdOn: string,
) => ({
  id: accountId,
  email,
  role,
  passwordHash,
  createdAt: morning(createdOn),
  emailConfirmedAt: morning(createdOn),
  suspendedAt: null,
  demo: true,
});

export const companyRow = (company: DemoCompany, isVerified: boolean): Company => ({
  id: company.id,
  siret: company.siret,
  siren: sirenOf(company.siret),
  name: company.name,
  nafCode: company.nafCode,
  headcount: company.headcount,
  communeCode: company.communeCode,
  description: company.description,
  website: company.website,
  turnoverEuros: company.turnoverEuros,
  balanceSheetEuros: company.balanceSheetEuros,
  groupHeadcount: company.groupHeadcount,
  microEntrepreneur: company.microEntrepreneur,
  inDifficulty: company.inDifficulty,
  createdAt: morning(company.createdOn),
  verifiedAt: isVerified ? morning(company.createdOn) : null,
  suspendedAt: null,
  demo: true,
});

export function offerRow(offer: DemoOffer): Omit<Offer, 'sites' | 'waitingApplications'> {
  const writtenAt = offer.publishedAt ?? morning(offer.writtenOn);
  return {
    ...offer,
    createdAt: writtenAt,
    updatedAt: writtenAt,
    idempotencyKey: null,
    suspendedAt: null,
    withheld: false,
    pausedBecause: null,
    pauseAtWaiting: 50,
    demo: true,
  };
}

export function candidateRow(candidate: DemoCandidate): Candidate {
  const createdAt = morning(candidate.createdOn);
  const { school, person } = candidate;
  return {
    ...candidate,
    schoolKey: schoolKey(school),
    accountId: person.accountId,
    createdAt,
    updatedAt: createdAt,
    demo: true,
  };
}
