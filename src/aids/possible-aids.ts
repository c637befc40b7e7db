import { type Aid, aids } from '../offers/aid-names.js';
import { type AidFacts, isOverseas } from './aid-facts.js';
import type { AidRule } from './aid-rules.js';
import { type AidAnswer, verdicts } from './aid-verdicts.js';

/** How facts are told apart by a table of rules, and by nothing that no rule of it asks. */
class Kinds {
  private readonly headcounts: number[];
  private readonly durations: number[];
  private readonly firstDays: string[];
  private readonly lastDays: string[];

  constructor(rules: readonly AidRule[]) {
    const conditions = rules.flatMap((rule) => rule.conditions);
    const limits = rules.flatMap(({ amounts }) => amounts.flatMap((one) => [one.headcountUnder, one.headcountFrom]));
    this.headcounts = distinct([
      ...limits.filter((limit) => limit !== undefined),
      ...conditions.flatMap((one) => (one.kind === 'HEADCOUNT_UNDER' ? one.limit : [])),
      ...conditions.flatMap((one) =>
        one.kind === 'SME_OR_MID_CAP' ? [one.sme.staffUnder, one.midCap.staffUnder] : [],
      ),
    ]);
    this.durations = distinct(
      conditions.flatMap((one) => (one.kind === 'CONTRACT' ? Object.values(one.monthsAtLeast) : [])),
    );
    this.firstDays = distinct(rules.map(({ inForceFrom }) => inForceFrom));
    this.lastDays = distinct(rules.flatMap(({ inForceUntil, knownUntil }) => inForceUntil ?? knownUntil ?? []));
  }

  periodOf(day: string): string {
    return `${this.firstDays.filter((first) => first <= day).length}.${this.lastDays.filter((last) => last < day).length}`;
  }

  /** For posts before anyone is hired, of which nothing more is said than an offer says. */
  of({ hiredOn, workplace, said, ...facts }: AidFacts): string {
    return [
      this.periodOf(hiredOn),
      workplace.territories ? workplace.territories.length > 0 : null,
      workplace.earlierTerritories.length > 0,
      isOverseas(workplace.communeCode),
      facts.contractType,
      reached(this.durations, facts.durationMonths),
      reached(this.headcounts, facts.headcount),
      facts.greenMission,
      facts.level?.lowest,
      facts.level?.highest,
      facts.monthsSinceDiploma,
      Object.values(said).some((each) => each !== null) ? JSON.stringify([hiredOn, said]) : '',
    ].join('|');
  }
}

/** Answers worked out once for each kind of facts: a whole table of rules knows a few hundred kinds. */
function oncePerKind<Answer>(kinds: Kinds, answer: (facts: AidFacts) => Answer): (facts: AidFacts) => Answer {
  const known = new Map<string, Answer>();
  return (facts) => {
    const kind = kinds.of(facts);
    let found = known.get(kind);
    if (found === undefined) known.set(kind, (found = answer(facts)));
    return found;
  };
}

/**
 * The aids that are due or may be, for so many positions that each cannot be reasoned about alone: facts that no rule tells
 * apart share one answer.
 */
export class PossibleAids {
  /** Those whose verdict is not NOT_ENTITLED, in the order of `aids`. */
  readonly of: (facts: AidFacts) => readonly Aid[];
  private readonly kinds: Kinds;

  constructor(readonly rules: readonly AidRule[]) {
    this.kinds = new Kinds(rules);
    this.of = oncePerKind(this.kinds, (facts): readonly Aid[] => {
      const answers = verdicts(rules, facts).filter(({ verdict }) => verdict !== 'NOT_ENTITLED');
      return aids.filter((aid) => answers.some((answer) => answer.aid === aid));
    });
  }

  /** Names the rules that apply on a day and how far they are known; another name means that verdicts may differ. */
  periodOf(day: string): string {
    return this.kinds.periodOf(day);
  }
}

/** The verdict on each aid with its amount, for many positions: two tables are compared so. */
export function answersOfKind(rules: readonly AidRule[]): (facts: AidFacts) => ReadonlyMap<Aid, string> {
  const told = ({ verdict, amountEuros }: AidAnswer): string =>
    amountEuros === null ? verdict : `${verdict}:${amountEuros}`;
  return oncePerKind(
    new Kinds(rules),
    (facts) => new Map(verdicts(rules, facts).map((answer) => [answer.aid, told(answer)])),
  );
}

const distinct = <Value extends string | number>(values: readonly Value[]): Value[] => [...new Set(values)];

/** How many of the limits a number reaches, which is all that a rule asks of it; null stays unknown. */
const reached = (limits: readonly number[], value: number | null): number | null =>
  value === null ? null : limits.filter((limit) => limit <= value).length;
