import { z } from 'zod';
import { aids } from '../offers/aid-names.js';
import { contractTypes } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';
import { yesNoKinds } from './yes-no-conditions.js';

const Words = z.object({ fr: z.string().min(1).max(600), en: z.string().min(1).max(600) });
const Level = z.enum(studyLevels);
const Contract = z.enum(contractTypes);
const Day = z.iso.date();
const Euros = z.int().min(0).max(1_000_000);

/** Taken for granted when nothing is said of it: it is then something to see to. Otherwise the answer is "not known". */
const assumed = z.boolean().optional();

const Condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('IN_TERRITORY') }),
  z.strictObject({ kind: z.literal('GREEN_MISSION') }),
  z.strictObject({ kind: z.literal('HEADCOUNT_UNDER'), limit: z.int(), notKnownAbove: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('SME_OR_MID_CAP') }),
  z.strictObject({ kind: z.literal('CONTRACT'), monthsAtLeast: z.partialRecord(Contract, z.int().min(0)) }),
  z.strictObject({ kind: z.literal('LEVEL_AT_LEAST'), level: Level, notKnownFrom: Level.optional() }),
  z.strictObject({
    kind: z.literal('LEVEL_AT_MOST'),
    level: Level,
    notKnownUpTo: Level.optional(),
    notKnownOverseasUpTo: Level.optional(),
  }),
  z.strictObject({ kind: z.literal('RECENT_DIPLOMA'), underMonths: z.int() }),
  z.strictObject({ kind: z.enum(yesNoKinds), assumed }),
  z.strictObject({ kind: z.literal('LABEL_REQUESTED_WITHIN'), months: z.int().min(1), assumed }),
  z.strictObject({ kind: z.literal('AT_MOST_BEFORE'), perSiret: z.int().min(1), perSiren: z.int().min(1), assumed }),
  z.strictObject({ kind: z.literal('MONTHS_IN_POST'), months: z.int(), workStudyMonths: z.int(), assumed }),
  z.strictObject({ kind: z.literal('PAY_AT_MOST'), percentOfMinimumWage: z.int().min(1), assumed }),
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
  perMonth: z.strictObject({ least: Euros, most: Euros, months: z.int().min(1) }).optional(),
  between: z.strictObject({ least: Euros, most: Euros }).optional(),
  contracts: z.array(Contract).optional(),
  headcountUnder: z.int().optional(),
  headcountFrom: z.int().optional(),
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
export const Rule = z
  .strictObject({
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
  })
  .refine((rule) => (rule.inForceUntil === null) !== (rule.knownUntil === null), {
    message: 'une règle a soit une fin, soit un dernier jour attesté (a rule has either an end or a last known day)',
    path: ['inForceUntil'],
  })
  .refine(({ inForceFrom, inForceUntil, knownUntil }) => inForceFrom <= (inForceUntil ?? knownUntil ?? inForceFrom), {
    message: 'la règle finit avant de commencer (the rule ends before it begins)',
    path: ['inForceFrom'],
  })
  .refine(({ amounts }) => amounts.at(-1) && isForAll(amounts.at(-1)!), {
    message: 'le dernier montant vaut pour tous les autres cas (the last amount is for all other cases)',
    path: ['amounts'],
  });
export type AidRule = z.infer<typeof Rule>;

/** Whether an amount has no limits of its own. */
const isForAll = ({ contracts, headcountUnder, headcountFrom, workStudyBonus }: AidAmount): boolean =>
  [contracts, headcountUnder, headcountFrom, workStudyBonus].every((limit) => limit === undefined);

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
