import { z } from 'zod';
import { aids } from '../offers/aid-names.js';
import { contractTypes } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';
import { yesNoKinds } from './yes-no-conditions.js';

const Words = z.strictObject({ fr: z.string().min(1).max(600), en: z.string().min(1).max(600) });
const Level = z.enum(studyLevels);
const Contract = z.enum(contractTypes);
const Day = z.iso.date();
const Euros = z.int().min(0).max(1_000_000);
/** Limits of a company, in euros: what GraphQL can hold, as the facts they are compared with. */
const Limit = z.int().min(0).max(2_147_483_647);
const Staff = z.int().min(0).max(10_000_000);
const Months = z.int().min(1).max(600);
const Times = z.int().min(1).max(1_000);

/** Taken for granted when nothing is said of it: it is then something to see to. Otherwise the answer is "not known". */
const assumed = z.boolean().optional();

/** Below the staff, one of the two sums is enough. */
const SizeLimits = z.strictObject({ staffUnder: Staff, turnoverUpTo: Limit, balanceSheetUpTo: Limit });
export type SizeLimits = z.infer<typeof SizeLimits>;

const Condition = z.discriminatedUnion('kind', [
  /** `listNotKnown`: no text says whether the list of the day counts, or the one before it. */
  z.strictObject({ kind: z.literal('IN_TERRITORY'), listNotKnown: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('GREEN_MISSION') }),
  z.strictObject({ kind: z.literal('HEADCOUNT_UNDER'), limit: Staff, notKnownAbove: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal('SME_OR_MID_CAP'),
    sme: SizeLimits,
    midCap: SizeLimits,
  }),
  z.strictObject({ kind: z.literal('CONTRACT'), monthsAtLeast: z.partialRecord(Contract, z.int().min(0).max(600)) }),
  z.strictObject({ kind: z.literal('LEVEL_AT_LEAST'), level: Level, notKnownFrom: Level.optional() }),
  z.strictObject({
    kind: z.literal('LEVEL_AT_MOST'),
    level: Level,
    notKnownUpTo: Level.optional(),
    notKnownOverseasUpTo: Level.optional(),
  }),
  z.strictObject({ kind: z.literal('RECENT_DIPLOMA'), underMonths: Months }),
  z.strictObject({ kind: z.enum(yesNoKinds), assumed }),
  z.strictObject({ kind: z.literal('LABEL_REQUESTED_WITHIN'), months: Months, assumed }),
  z.strictObject({ kind: z.literal('AT_MOST_BEFORE'), perSiret: Times, perSiren: Times, assumed }),
  z.strictObject({ kind: z.literal('MONTHS_IN_POST'), months: Months, workStudyMonths: Months, assumed }),
  z.strictObject({ kind: z.literal('PAY_AT_MOST'), percentOfMinimumWage: z.int().min(1).max(10_000), assumed }),
  z.strictObject({ kind: z.literal('NOT_ASKED'), ...Words.shape }),
]);
export type AidCondition = z.infer<typeof Condition>;
export type AidConditionKind = AidCondition['kind'] | 'PERIOD';

/**
 * `euros` is the most that is paid, null where no one amount is certain. A share of the spending is paid up to it; an amount
 * by the month, or one that depends on what is not known, has its bounds instead.
 */
const Amount = z.strictObject({
  euros: Euros.nullable(),
  percentOfSpending: z.int().min(1).max(100).optional(),
  perMonth: z.strictObject({ least: Euros, most: Euros, months: Months }).optional(),
  between: z.strictObject({ least: Euros, most: Euros }).optional(),
  contracts: z.array(Contract).optional(),
  headcountUnder: Staff.optional(),
  headcountFrom: Staff.optional(),
  workStudyBonus: z.boolean().optional(),
  ...Words.shape,
});
export type AidAmount = z.infer<typeof Amount>;

export const recipients = ['COMPANY', 'YOUNG_PERSON', 'NOBODY'] as const;
export type AidRecipient = (typeof recipients)[number];

/**
 * One aid as it stood during one period. `knownUntil` is for a period whose end nobody published: the last day on which
 * the rule is known to have been in force; after it every answer is "not known". `before` says whether the days before
 * the aid's first rule had no aid at all, or one that the table does not hold.
 */
export const Rule = z.strictObject({
  aid: z.enum(aids),
  inForceFrom: Day,
  inForceUntil: Day.nullable(),
  knownUntil: Day.nullable(),
  before: z.enum(['NOT_YET', 'NOT_IN_TABLE']),
  paidTo: z.enum(recipients),
  amounts: z.array(Amount).min(1).max(10),
  conditions: z.array(Condition).min(1).max(20),
  undertakings: z.array(Words).max(10),
  source: z.string().min(10).max(600),
  checkedOn: Day,
});
export type AidRule = z.infer<typeof Rule>;

/** What is known of two aids for one hire. Two aids without a row, or outside its days: not known. */
export const Combination = z.strictObject({
  aids: z.tuple([z.enum(aids), z.enum(aids)]),
  from: Day,
  knownUntil: Day,
  allowed: z.boolean(),
  ...Words.shape,
  source: z.string().min(10).max(600),
  checkedOn: Day,
});
export type AidCombination = z.infer<typeof Combination>;

export const AidTable = z.strictObject({
  rules: z.array(Rule).max(200),
  combinations: z.array(Combination).max(100),
});
export type AidTable = z.infer<typeof AidTable>;
