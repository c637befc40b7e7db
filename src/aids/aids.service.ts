import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import type { Aid } from '../offers/aid-names.js';
import type { Offer } from '../offers/offer.entity.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import { type AidFacts, bestWorkplace, type Workplace } from './aid-facts.js';
import { AidRuleBook } from './aid-rule-book.js';
import { type AidCheckInput, checkAidInput } from './aid.input.js';
import { type AidAnswer, verdicts } from './aid-verdicts.js';
import { PossibleAids } from './possible-aids.js';

/** What a verdict on an offer depends on, besides the size of the company. */
export type Position = Pick<Offer, 'startsOn' | 'contractType' | 'durationMonths' | 'studyLevel' | 'greenMission'> & {
  sites: readonly { communeCode: string }[];
};

/** Gathers the facts that the rules are applied to. */
@Injectable()
export class AidsService {
  private possible: PossibleAids | undefined;

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
  async forOffer(offer: Position, headcount: number | null): Promise<AidAnswer[]> {
    const facts = this.factsOf(offer, headcount);
    return facts ? verdicts(await this.rules.current(), facts) : [];
  }

  /** The aids that `forOffer` says are due or may be. */
  async possibleFor(offer: Position, headcount: number | null): Promise<Aid[]> {
    return (await this.judge())(offer, headcount);
  }

  /** `possibleFor` by the rules of now, at once: quick enough to be asked for every offer of an index. */
  async judge(): Promise<(offer: Position, headcount: number | null) => Aid[]> {
    const possible = await this.possibleAids();
    return (offer, headcount) => {
      const facts = this.factsOf(offer, headcount);
      return facts ? [...possible.of(facts)] : [];
    };
  }

  /**
   * Names what the answers depend on besides the offers: the rules, how they stand on a day, and the list of territories
   * of that day. Another name means that offers without a date, and what is indexed of all, are to be looked at again.
   */
  async periodKey(day: string): Promise<string> {
    const possible = await this.possibleAids();
    const rules = createHash('sha256').update(JSON.stringify(possible.rules)).digest('hex').slice(0, 12);
    return [rules, possible.periodOf(day), generationOn(day) ?? 'none'].join(' ');
  }

  private async possibleAids(): Promise<PossibleAids> {
    const rules = await this.rules.current();
    if (this.possible?.rules !== rules) this.possible = new PossibleAids(rules);
    return this.possible;
  }

  private factsOf(offer: Position, headcount: number | null): AidFacts | undefined {
    const hiredOn = offer.startsOn ?? this.clock.today();
    const workplaces = offer.sites.map(({ communeCode }) => this.workplace(communeCode, hiredOn));
    const workplace = bestWorkplace(workplaces.filter((found) => found !== undefined));
    return workplace && factsOfOffer(offer, headcount, hiredOn, workplace);
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
function factsOfOffer(offer: Position, headcount: number | null, hiredOn: string, workplace: Workplace): AidFacts {
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
