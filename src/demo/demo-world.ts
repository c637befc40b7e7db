import { demoAnswers } from './demo-answers.js';
import { type DemoApplication, demoApplications } from './demo-applications.js';
import { type DemoCandidate, demoCandidate, mainCandidate } from './demo-candidates.js';
import { type DemoCompany, demoCompanies } from './demo-companies.js';
import type { DemoFacts } from './demo-facts.js';
import { type DemoOffer, demoOffers } from './demo-offers.js';
import { Random } from './random.js';

export interface DemoWorld {
  companies: DemoCompany[];
  offers: DemoOffer[];
  /** The first is the one that visitors sign in as. */
  candidates: DemoCandidate[];
  applications: DemoApplication[];
}

const seed = 'VTE, November 2018';
const candidateCount = 150;

/** Everything the demo holds, made from the facts alone. The first company is that of the demo's company member. */
export function demoWorld(facts: DemoFacts, emails: { candidate: string; company: string }): DemoWorld {
  const random = new Random(seed);
  const companies = demoCompanies(facts, random.branch('companies'));
  const [shown] = companies;
  shown!.owner.email = emails.company;
  const offers = companies.flatMap((company) => demoOffers(facts, company, random.branch(`offers of ${company.name}`)));
  const source = {
    homes: companies.map(({ communeCode }) => communeCode),
    jobNames: offers.map(({ jobName }) => jobName),
  };
  const candidates = [
    mainCandidate(facts, emails.candidate, random.branch('main candidate')),
    ...Array.from({ length: candidateCount - 1 }, (_, place) =>
      demoCandidate(facts, source, place, random.branch(`candidate ${place}`)),
    ),
  ];
  const recent = demoApplications(facts, { offers, candidates, shown: shown!.id }, random.branch('applications'));
  const old = demoAnswers(facts, { companies, offers, candidates, recent }, random.branch('answers'));
  return { companies, offers, candidates, applications: [...recent, ...old] };
}
