import { z } from 'zod';
import { aids } from '../offers/aid-names.js';
import { contractTypes } from '../offers/offer-words.js';
import { studyLevels } from '../skills/study-level.js';

const Words = z.object({ fr: z.string().min(1), en: z.string().min(1) });
const Level = z.enum(studyLevels);
const Contract = z.enum(contractTypes);
const Day = z.iso.date();

const Condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('IN_TERRITORY') }),
  z.strictObject({ kind: z.literal('GREEN_MISSION') }),
  z.strictObject({ kind: z.literal('HEADCOUNT_UNDER'), limit: z.int(), notKnownAbove: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('CONTRACT'), monthsAtLeast: z.partialRecord(Contract, z.int().min(0)) }),
  z.strictObject({ kind: z.literal('LEVEL_AT_LEAST'), level: Level, notKnownFrom: Level.optional() }),
  z.strictObject({
    kind: z.literal('LEVEL_AT_MOST'),
    level: Level,
    notKnownUpTo: Level.optional(),
    notKnownOverseasUpTo: Level.optional(),
  }),
  z.strictObject({ kind: z.literal('RECENT_DIPLOMA'), underMonths: z.int() }),
  z.strictObject({ kind: z.literal('NOT_ASKED'), ...Words.shape }),
]);
export type AidCondition = z.infer<typeof Condition>;

const Amount = z.strictObject({
  euros: z.int().nullable(),
  contracts: z.array(Contract).optional(),
  headcountUnder: z.int().optional(),
  headcountFrom: z.int().optional(),
  ...Words.shape,
});
export type AidAmount = z.infer<typeof Amount>;

/**
 * One aid as it stood during one period. `knownUntil` is for a period whose end nobody published: the last day on which
 * the rule is known to have been in force; after it every answer is "not known". `before` says whether the days before
 * the aid's first rule had no aid at all, or one that the table does not hold.
 */
const Rule = z
  .strictObject({
    aid: z.enum(aids),
    inForceFrom: Day,
    inForceUntil: Day.nullable(),
    knownUntil: Day.nullable(),
    before: z.enum(['NOT_YET', 'NOT_IN_TABLE']),
    amounts: z.array(Amount).min(1),
    conditions: z.array(Condition).min(1),
    undertakings: z.array(Words),
    source: z.string().min(1),
    checkedOn: Day,
  })
  .refine((rule) => (rule.inForceUntil === null) !== (rule.knownUntil === null), {
    message: 'a rule has either an end or the last day it is known to have held',
  });
export type AidRule = z.infer<typeof Rule>;

/** The rules of each aid in order of time, none overlapping; throws on a table that is not so. */
export function parseAidRules(table: unknown): AidRule[] {
  const rules = z.array(Rule).parse(table);
  for (const aid of aids) {
    const periods = rules.filter((rule) => rule.aid === aid);
    if (periods.length === 0) throw new Error(`No rule for ${aid}.`);
    periods.forEach((rule, position) => {
      const previous = periods[position - 1];
      if (previous && !(previous.inForceUntil && previous.inForceUntil < rule.inForceFrom)) {
        throw new Error(`The rules of ${aid} overlap or are out of order at ${rule.inForceFrom}.`);
      }
    });
  }
  return rules;
}
