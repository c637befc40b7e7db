import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { referenceFile } from '../common/reference-file.js';
import { studyLevels } from '../skills/study-level.js';
import { aids } from './aid-names.js';
import { contractTypes } from './offer-words.js';

const Day = z.iso.date();
const Level = z.enum(studyLevels);
const staff = z.int().min(1).max(1_000_000);
const euros = z.int().min(0).max(2_000_000_000);

/** `knownUntil` is for a period whose end nobody published: after this day it is not known whether the rule still holds. */
const period = {
  inForceFrom: Day,
  inForceUntil: Day.nullable(),
  knownUntil: Day.nullable(),
  /** The aid that the rule is a condition of; without one it is a rule of the VTE itself. */
  aid: z.enum(aids).optional(),
  source: z.string().min(1).max(500),
  checkedOn: Day,
};

const rule = <Name extends string, Values extends z.ZodRawShape>(name: Name, values: Values) =>
  z.strictObject({ rule: z.literal(name), ...period, ...values });

const Rule = z.discriminatedUnion('rule', [
  /** Outside work-study, the diploma is under so many months old at the start. */
  rule('DIPLOMA_AGE', { underMonths: z.int().min(1).max(600) }),
  /** `notKnownFrom`: from this level up to the one asked it is not known whether the rule held already. */
  rule('CANDIDATE_LEVEL', { level: Level, notKnownFrom: Level.optional() }),
  rule('COMPANY_SIZE', {
    staffUnder: staff,
    smeStaffUnder: staff,
    smeTurnoverUpTo: euros,
    smeBalanceSheetUpTo: euros,
  }),
  rule('LARGE_GROUP', { staffUnder: staff }),
  rule('ANY_SECTOR', {}),
  rule('START_UP', {}),
  rule('IN_FRANCE', {}),
  rule('MICRO_ENTREPRENEUR', {}),
  rule('IN_DIFFICULTY', {}),
  /** Months by contract, 0 for one that has no length; a contract that is not named is none of a VTE. */
  rule('CONTRACT', { monthsAtLeast: z.partialRecord(z.enum(contractTypes), z.int().min(0).max(60)) }),
  rule('TRANSFORMS_COMPANY', {}),
  rule('REPORTS_TO_MANAGEMENT', {}),
  rule('TUTOR', {}),
  /** Cents an hour before tax, everywhere but in Mayotte. */
  rule('MINIMUM_WAGE', { hourlyCents: z.int().min(1).max(100_000) }),
  rule('GREEN_MISSION', {}),
  rule('TERRITORY', {}),
  rule('LABEL_REQUEST', { withinMonths: z.int().min(1).max(60) }),
]);
export type VteRule = z.infer<typeof Rule>;
export type VteRuleName = VteRule['rule'];
export type VteRuleOf<Name extends VteRuleName> = Extract<VteRule, { rule: Name }>;

export const vteRuleNames = Rule.options.map((option) => option.shape.rule.value);

export const VteRules = z.array(Rule).max(500);

/** Where a table is not one: a rule that is missing or empty, periods that overlap, end twice or before they begin. */
export interface VteRuleFault {
  /** The place of the rule in the table; null for one that is missing. */
  at: number | null;
  rule: VteRuleName;
  what: 'MISSING' | 'OVERLAPS' | 'ENDS_BEFORE' | 'TWO_ENDS' | 'NO_CONTRACT';
}

export function vteRuleFaults(rules: readonly VteRule[]): VteRuleFault[] {
  return vteRuleNames.flatMap((name): VteRuleFault[] => {
    const periods = rules.map((each, at) => ({ ...each, at })).filter((each) => each.rule === name);
    if (periods.length === 0) return [{ at: null, rule: name, what: 'MISSING' }];
    return periods.flatMap(({ at, inForceFrom, inForceUntil, knownUntil, ...values }, place): VteRuleFault[] => {
      if (inForceUntil !== null && knownUntil !== null) return [{ at, rule: name, what: 'TWO_ENDS' }];
      if ((inForceUntil ?? knownUntil ?? inForceFrom) < inForceFrom) return [{ at, rule: name, what: 'ENDS_BEFORE' }];
      const isEmpty = values.rule === 'CONTRACT' && Object.keys(values.monthsAtLeast).length === 0;
      if (isEmpty) return [{ at, rule: name, what: 'NO_CONTRACT' }];
      const before = periods[place - 1];
      const follows = !before || (before.inForceUntil !== null && before.inForceUntil < inForceFrom);
      return follows ? [] : [{ at, rule: name, what: 'OVERLAPS' }];
    });
  });
}

/** All periods of a rule, the earliest first. */
export const periodsOf = <Name extends VteRuleName>(rules: readonly VteRule[], name: Name): VteRuleOf<Name>[] =>
  rules.filter((each): each is VteRuleOf<Name> => each.rule === name);

/** The table that comes with the product, as it was written. */
export const shippedVteRules = (): unknown => JSON.parse(readFileSync(referenceFile('vte-rules.json'), 'utf8'));
