import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import type { Offer } from '../offers/offer.entity.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import { type AidFacts, bestWorkplace, type Workplace } from './aid-facts.js';
import { AidRuleBook } from './aid-rule-book.js';
import { type AidCheckInput, checkAidInput } from './aid.input.js';
import { type AidAnswer, verdicts } from './aid-verdicts.js';

/** Gathers the facts that the rules are applied to. */
@Injectable()
export class AidsService {
  constructor(
    private readonly rules: AidRuleBook,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  async forHire(input: AidCheckInput): Promise<AidAnswer[]> {
    checkAidInput(input);
    const workplace = this.workplace(input.workplaceCommuneCode, input.hiredOn);
    if (!workplace) {
      throw badInput(
        'workplaceCommuneCode : cette commune n’existe pas en France. (workplaceCommuneCode: there is no such commune in France.)',
      );
    }
    return verdicts(await this.rules.current(), factsOfHire(input, workplace));
  }

  /** What the post would be entitled to wherever it helps most; before anyone is hired, so the person is left open. */
  async forOffer(offer: Offer, headcount: number | null): Promise<AidAnswer[]> {
    const hiredOn = offer.startsOn ?? this.clock.today();
    const workplaces = offer.sites.map(({ communeCode }) => this.workplace(communeCode, hiredOn));
    const workplace = bestWorkplace(workplaces.filter((found) => found !== undefined));
    if (!workplace) return [];
    return verdicts(await this.rules.current(), factsOfOffer(offer, headcount, hiredOn, workplace));
  }

  private workplace(communeCode: string, on: string): Workplace | undefined {
    const commune = this.gazetteer.commune(communeCode);
    if (!commune) return undefined;
    const listed = generationOn(on) !== undefined || on < firstList;
    const territories = listed ? this.gazetteer.territoriesOf(communeCode, on).map(({ name }) => name) : null;
    return { communeCode: commune.code, communeName: commune.name, territories };
  }
}

/** Before the launch of the Territoires d'industrie no commune was in one; after the last list, nobody knows yet. */
const firstList = '2018-11-22';

const factsOfHire = (input: AidCheckInput, workplace: Workplace): AidFacts => ({
  hiredOn: input.hiredOn,
  workplace,
  contractType: input.contractType,
  durationMonths: input.durationMonths ?? null,
  headcount: input.headcount ?? null,
  greenMission: input.greenMission ?? null,
  level: input.studyLevel ? { lowest: input.studyLevel, highest: input.studyLevel } : null,
  monthsSinceDiploma: input.monthsSinceDiploma ?? null,
});

/** An offer says the lowest level it asks for; an apprenticeship prepares a master's degree at the most. */
function factsOfOffer(offer: Offer, headcount: number | null, hiredOn: string, workplace: Workplace): AidFacts {
  const highest = offer.contractType === 'APPRENTICESHIP' && offer.studyLevel !== 'DOCTORATE' ? 'BAC_5' : 'DOCTORATE';
  return {
    hiredOn,
    workplace,
    contractType: offer.contractType,
    durationMonths: offer.durationMonths,
    headcount,
    greenMission: offer.greenMission,
    level: offer.studyLevel ? { lowest: offer.studyLevel, highest } : null,
    monthsSinceDiploma: 'nobody yet',
  };
}
