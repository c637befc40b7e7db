import type { ContractType } from './offer-words.js';
import { periodsOf, shippedVteRules, type VteRule, type VteRuleOf, VteRules } from './vte-rules.js';

/** How recent a diploma must be outside work-study, by the day of the start from which on. */
export interface DiplomaPeriod {
  from: string;
  underMonths: number;
}

interface InUse {
  rules: readonly VteRule[] | null;
  diplomaPeriods: readonly DiplomaPeriod[];
  contracts: readonly VteRuleOf<'CONTRACT'>[];
}

let read: (() => readonly VteRule[]) | undefined;
let inUse: InUse | undefined;

/**
 * Pure rules ask for these, some many thousand times a second: they take them from here. A process says at its start where the
 * rules are read; until then they are those of the release.
 */
export function followVteRules(source: () => readonly VteRule[]): void {
  read = source;
}

/** For the thread of the matcher, which is given them with each question. */
export function useDiplomaPeriods(diplomaPeriods: readonly DiplomaPeriod[]): void {
  inUse = { rules: null, diplomaPeriods, contracts: [] };
}

/** In order of time; never empty. */
export const diplomaPeriods = (): readonly DiplomaPeriod[] => now().diplomaPeriods;

/** Under how many months old a diploma must be for a start on this day. */
export function diplomaMonths(start: string): number {
  const periods = diplomaPeriods();
  return (periods.findLast(({ from }) => from <= start) ?? periods[0]!).underMonths;
}

/** The shortest contracts that can be a VTE for a start on this day, in months; nothing for one without a length. */
export function shortestMonths(contract: ContractType, start: string): number | undefined {
  const { contracts } = now();
  return (contracts.findLast(({ inForceFrom }) => inForceFrom <= start) ?? contracts[0])?.monthsAtLeast[contract];
}

function now(): InUse {
  if (inUse?.rules === null) return inUse;
  read ??= shipped();
  const rules = read();
  if (inUse?.rules !== rules) {
    const diplomas = periodsOf(rules, 'DIPLOMA_AGE');
    inUse = {
      rules,
      diplomaPeriods: diplomas.map(({ inForceFrom: from, underMonths }) => ({ from, underMonths })),
      contracts: periodsOf(rules, 'CONTRACT'),
    };
  }
  return inUse;
}

function shipped(): () => readonly VteRule[] {
  const rules = VteRules.parse(shippedVteRules());
  return () => rules;
}
