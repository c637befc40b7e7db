import { Injectable } from '@nestjs/common';
import type { Candidate } from '../candidates/candidate.entity.js';
import { Clock } from '../common/clock.js';
import { plainText } from '../common/plain-text.js';
import type { Company } from '../companies/company.entity.js';
import type { Offer } from '../offers/offer.entity.js';
import type { ContractType } from '../offers/offer-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generationOn, inForce } from '../territories/generation.js';
import { sizeOf } from '../verification/register-size.js';
import type { CompanyVerification } from '../verification/verification.entity.js';
import { candidateItems } from './candidate-check.js';
import type { CheckVtePostInput } from './check-post.input.js';
import { type CompanyFacts, companyItems } from './company-check.js';
import type { EligibilityCheck } from './eligibility-check.js';
import { type PostFacts, postItems } from './post-check.js';
import { postFaults, withFaults } from './post-faults.js';
import { checkOf } from './summary.js';
import type { SiteFacts } from './territory-check.js';
import { VteRuleBook } from './vte-rule-book.js';

/** What members of a company and administrators read of it beside what is public. */
export interface Within {
  known: CompanyVerification | null;
}

/** Gathers the facts of a check-list and the rules of its day. */
@Injectable()
export class Eligibility {
  constructor(
    private readonly rules: VteRuleBook,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  /** By the start that is asked about, else the first day the candidate is free, else today. */
  ofCandidate(candidate: Candidate, startsOn: string | null, contract: ContractType | null): EligibilityCheck {
    const today = this.clock.today();
    const { availableFrom } = candidate;
    const on = startsOn ?? (availableFrom !== null && availableFrom > today ? availableFrom : today);
    return checkOf('CANDIDATE', on, candidateItems(this.rules.current(), candidate, on, contract));
  }

  ofCompany(company: Company, within: Within | null): EligibilityCheck {
    const on = this.clock.today();
    return checkOf('COMPANY', on, companyItems(this.rules.current(), this.companyFacts(company, within), on));
  }

  ofOffer(offer: Offer): EligibilityCheck {
    const on = offer.startsOn ?? this.clock.today();
    return checkOf('POST', on, postItems(this.rules.current(), this.postFacts(offer, on), on, false));
  }

  /** A position that is being written; what the form would refuse is said of the condition that reads it. */
  ofPost(input: CheckVtePostInput): EligibilityCheck {
    const on = input.startsOn ?? this.clock.today();
    const said = {
      contractType: input.contractType ?? null,
      durationMonths: input.durationMonths ?? null,
      sites: (input.sites ?? []).map(({ communeCode }) => ({ communeCode: communeCode.trim().toUpperCase() })),
      salaryMin: input.salaryMin ?? null,
      salaryMax: input.salaryMax ?? null,
      studyLevel: input.studyLevel ?? null,
      greenMission: input.greenMission ?? null,
      transformsCompany: plainText(input.transformsCompany ?? '') || null,
      reportsToManagement: input.reportsToManagement ?? null,
      hasTutor: input.hasTutor ?? null,
    };
    const items = postItems(this.rules.current(), this.postFacts(said, on), on, false);
    return checkOf('POST', on, withFaults(items, postFaults(this.gazetteer, said)));
  }

  /** Someone on a post of a company; of the company only what is public, unless `within`. */
  ofHire(offer: Offer, candidate: Candidate, company: Company, within: Within | null): EligibilityCheck {
    const rules = this.rules.current();
    const on = offer.startsOn ?? this.clock.today();
    return checkOf('WHOLE', on, [
      ...candidateItems(rules, candidate, on, offer.contractType),
      ...postItems(rules, this.postFacts(offer, on), on, true),
      ...companyItems(rules, this.companyFacts(company, within), on),
    ]);
  }

  private companyFacts(company: Company, within: Within | null): CompanyFacts {
    return {
      communeName: this.gazetteer.commune(company.communeCode)?.name ?? company.communeCode,
      headcount: company.headcount,
      figures: within && company,
      register: within?.known?.register ? sizeOf(within.known.register) : null,
    };
  }

  private postFacts(said: SaidPost, on: string): PostFacts {
    const sites = said.sites.flatMap(({ communeCode }) => this.site(communeCode, on) ?? []);
    return { ...said, sites };
  }

  /** Before the launch nothing was a Territoire d’industrie; after the last list, nobody knows yet. */
  private site(code: string, on: string): SiteFacts | undefined {
    const commune = this.gazetteer.commune(code);
    if (!commune) return undefined;
    const generation = generationOn(on);
    const isKnown = generation !== undefined || on < inForce.LAUNCH_2018_2022.from;
    return {
      communeCode: commune.code,
      communeName: commune.name,
      territories: isKnown ? this.gazetteer.territoriesOf(commune.code, on).map(({ name }) => name) : null,
      list: generation ? `${inForce[generation].from.slice(0, 4)}-${inForce[generation].until.slice(0, 4)}` : null,
    };
  }
}

type SaidPost = Omit<PostFacts, 'sites'> & { sites: readonly { communeCode: string }[] };
