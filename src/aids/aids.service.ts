import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import type { Aid } from '../offers/aid-names.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generationOn } from '../territories/generation.js';
import { unknownCommune } from '../territories/place-check.js';
import type { AidFacts } from './aid-facts.js';
import { type AidPlan, planOf } from './aid-plan.js';
import { AidRuleBook } from './aid-rule-book.js';
import { type AidAnswer, verdicts } from './aid-verdicts.js';
import { type AidCheckInput, checkAidInput, factsOfHire } from './aid.input.js';
import { factsOfPosition, type Position, workplaceOf } from './position.js';
import { PossibleAids } from './possible-aids.js';

export type { Position } from './position.js';

/** Gathers the facts that the rules are applied to. */
@Injectable()
export class AidsService {
  private possible: PossibleAids | undefined;

  constructor(
    private readonly book: AidRuleBook,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  forHire(input: AidCheckInput): AidAnswer[] {
    return verdicts(this.book.current().rules, this.factsOfHire(input));
  }

  planForHire(input: AidCheckInput): AidPlan {
    return planOf(this.book.current(), this.factsOfHire(input));
  }

  /** What the post would be entitled to wherever it helps most; before anyone is hired, so the person is left open. */
  forOffer(offer: Position, headcount: number | null): AidAnswer[] {
    const facts = this.factsOf(offer, headcount);
    return facts ? verdicts(this.book.current().rules, facts) : [];
  }

  /** Null for a post whose workplaces are not known. */
  planForOffer(offer: Position, headcount: number | null): AidPlan | null {
    const facts = this.factsOf(offer, headcount);
    return facts ? planOf(this.book.current(), facts) : null;
  }

  /** The aids that `forOffer` says are due or may be. */
  possibleFor(offer: Position, headcount: number | null): Aid[] {
    const facts = this.factsOf(offer, headcount);
    return facts ? [...this.possibleAids().of(facts)] : [];
  }

  /** `possibleFor` by the rules of now and nothing older, at once: quick enough to be asked for every offer of an index. */
  async judge(): Promise<(offer: Position, headcount: number | null) => Aid[]> {
    await this.book.fresh();
    const possible = this.possibleAids();
    return (offer, headcount) => {
      const facts = this.factsOf(offer, headcount);
      return facts ? [...possible.of(facts)] : [];
    };
  }

  /**
   * Names what the answers depend on besides the offers: the rules, how they stand on a day, and the list of territories
   * of that day. The version counts besides, for offers may have been indexed by rules that were taken back since. Another name means that offers without a date, and what is indexed of all, are to be looked at again.
   */
  async periodKey(day: string): Promise<string> {
    await this.book.fresh();
    const possible = this.possibleAids();
    const rules = createHash('sha256').update(JSON.stringify(possible.rules)).digest('hex').slice(0, 12);
    return [this.book.version, rules, possible.periodOf(day), generationOn(day) ?? 'none'].join(' ');
  }

  private possibleAids(): PossibleAids {
    const { rules } = this.book.current();
    if (this.possible?.rules !== rules) this.possible = new PossibleAids(rules);
    return this.possible;
  }

  private factsOf(offer: Position, headcount: number | null): AidFacts | undefined {
    return factsOfPosition(this.gazetteer, offer, headcount, this.clock.today());
  }

  private factsOfHire(input: AidCheckInput): AidFacts {
    checkAidInput(input);
    const workplace = workplaceOf(this.gazetteer, input.workplaceCommuneCode, input.hiredOn);
    if (workplace) return factsOfHire(input, workplace);
    const { fr, en } = unknownCommune(this.gazetteer, input.workplaceCommuneCode);
    throw badInput(`workplaceCommuneCode : ${fr} (workplaceCommuneCode: ${en})`);
  }
}
