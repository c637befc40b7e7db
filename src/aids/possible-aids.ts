import { type Aid, aids } from '../offers/aid-names.js';
import { type AidFacts, isOverseas } from './aid-facts.js';
import type { AidRule } from './aid-rules.js';
import { verdicts } from './aid-verdicts.js';

/**
 * The aids that are due or may be, for so many positions that each cannot be reasoned about alone: facts that no rule tells
 * apart share one answer, and a whole table of rules knows a few hundred kinds of facts.
 */
export class PossibleAids {
  private readonly known = new Map<string, readonly Aid[]>();
  private readonly headcounts: number[];
  private readonly durations: number[];
  private readonly firstDays: string[];
  private readonly lastDays: string[];

  constructor(readonly rules: AidRule[]) {
    const conditions = rules.flatMap((rule) => rule.conditions);
    this.headcounts = distinct(conditions.flatMap((one) => (one.kind === 'HEADCOUNT_UNDER' ? one.limit : [])));
    this.durations = distinct(
      conditions.flatMap((one) => (one.kind === 'CONTRACT' ? Object.values(one.monthsAtLeast) : [])),
    );
    this.firstDays = distinct(rules.map(({ inForceFrom }) => inForceFrom));
    this.lastDays = distinct(rules.flatMap(({ inForceUntil, knownUntil }) => inForceUntil ?? knownUntil ?? []));
  }

  /** Those whose verdict is not NOT_ENTITLED, in the order of `aids`. */
  of(facts: AidFacts): readonly Aid[] {
    const kind = this.kindOf(facts);
    let possible = this.known.get(kind);
    if (!possible) {
      const answers = verdicts(this.rules, facts).filter(({ verdict }) => verdict !== 'NOT_ENTITLED');
      possible = aids.filter((aid) => answers.some((answer) => answer.aid === aid));
      this.known.set(kind, possible);
    }
    return possible;
  }

  /** Names the rules that apply on a day and how far they are known; another name means that verdicts may differ. */
  periodOf(day: string): string {
    return `${this.firstDays.filter((first) => first <= day).length}.${this.lastDays.filter((last) => last < day).length}`;
  }

  private kindOf(facts: AidFacts): string {
    const { hiredOn, workplace, contractType, durationMonths, headcount, greenMission, level, monthsSinceDiploma } =
      facts;
    return [
      this.periodOf(hiredOn),
      workplace.territories ? workplace.territories.length > 0 : null,
      isOverseas(workplace.communeCode),
      contractType,
      reached(this.durations, durationMonths),
      reached(this.headcounts, headcount),
      greenMission,
      level?.lowest,
      level?.highest,
      monthsSinceDiploma,
    ].join('|');
  }
}

const distinct = <Value extends string | number>(values: readonly Value[]): Value[] => [...new Set(values)];

/** How many of the limits a number reaches, which is all that a rule asks of it; null stays unknown. */
const reached = (limits: readonly number[], value: number | null): number | null =>
  value === null ? null : limits.filter((limit) => limit <= value).length;
