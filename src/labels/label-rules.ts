import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { referenceFile } from '../common/reference-file.js';
import type { Text } from '../common/text.js';
import { RuleBooks } from '../rulebooks/rule-books.js';
import type { Held } from '../rulebooks/rule-books.js';
import type { RuleEntry, RuleProblem } from '../rulebooks/rule-book.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const months = z.number().int().min(1).max(60);
const days = z.number().int().min(1).max(400);
const text = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** From a day on: delays of the label, by the day of the hire. */
const labelRule = z.strictObject({
  inForceFrom: day,
  requestWithinMonths: months,
  missionMonths: z.strictObject({ CDI: months, CDD: months, APPRENTICESHIP: months, PROFESSIONALISATION: months }),
  /** Of a mission of twelve months; a shorter one has as many, in proportion. */
  checkInMonths: z.array(z.number().int().min(1).max(12)).min(1).max(6),
  checkInWithinDays: days,
  documentsWithinDays: days,
  proofsWithinDays: days,
  remindersBeforeRequest: z.array(days).min(1).max(6),
  /** Which of these delays are nobody's but the platform's. */
  ownDelays: text,
  source: z.string().min(1),
  checkedOn: day,
});
export type LabelRule = z.infer<typeof labelRule>;

/** The delays of labels as administrators last changed them. */
@Injectable()
export class LabelRules {
  private readonly held: () => Held<LabelRule[]>;

  constructor(books: RuleBooks) {
    this.held = books.register<LabelRule[]>({
      name: 'labels',
      title: { fr: 'Délais du label VTE', en: 'Delays of the VTE label' },
      shipped: shippedLabelRules,
      schema: z.array(labelRule).min(1),
      problems: orderProblems,
      entries: (rules) => rules.map(entry),
    });
  }

  /** The rule in force on the day of a hire; the first there is for what came before it. */
  of(hiredOn: string): LabelRule {
    return ruleOn(this.held().content, hiredOn);
  }
}

export const shippedLabelRules = (): LabelRule[] =>
  z.array(labelRule).parse(JSON.parse(readFileSync(referenceFile('label-rules.json'), 'utf8')));

export const ruleOn = (rules: readonly LabelRule[], day: string): LabelRule =>
  rules.findLast(({ inForceFrom }) => inForceFrom <= day) ?? rules[0]!;

/** Each begins after the one before it, and is in force until the next. */
function orderProblems(rules: LabelRule[]): RuleProblem[] {
  return rules.flatMap(({ inForceFrom }, index) =>
    index > 0 && inForceFrom <= rules[index - 1]!.inForceFrom
      ? [{ path: [index, 'inForceFrom'], text: outOfOrder }]
      : [],
  );
}

const outOfOrder: Text = {
  fr: 'Chaque règle commence après la précédente.',
  en: 'Each rule begins after the one before it.',
};

const entry = (rule: LabelRule): RuleEntry => ({
  key: rule.inForceFrom,
  title: { fr: `Délais à partir du ${rule.inForceFrom}`, en: `Delays from ${rule.inForceFrom}` },
  value: rule,
  lines: [
    {
      fr: `Label à demander dans les ${rule.requestWithinMonths} mois de l’embauche.`,
      en: `The label is to be requested within ${rule.requestWithinMonths} months of the hire.`,
    },
    {
      fr: `Mission de ${rule.missionMonths.CDI} mois (CDI), ${rule.missionMonths.CDD} (CDD), ${rule.missionMonths.APPRENTICESHIP} (apprentissage), ${rule.missionMonths.PROFESSIONALISATION} (professionnalisation).`,
      en: `A mission of ${rule.missionMonths.CDI} months (permanent), ${rule.missionMonths.CDD} (fixed-term), ${rule.missionMonths.APPRENTICESHIP} (apprenticeship), ${rule.missionMonths.PROFESSIONALISATION} (professionalisation).`,
    },
    {
      fr: `Points d’étape à ${rule.checkInMonths.join(', ')} mois, réponse sous ${rule.checkInWithinDays} jours.`,
      en: `Check-ins after ${rule.checkInMonths.join(', ')} months, to be answered within ${rule.checkInWithinDays} days.`,
    },
    {
      fr: `Pièces sous ${rule.documentsWithinDays} jours, justificatifs sous ${rule.proofsWithinDays} jours.`,
      en: `Documents within ${rule.documentsWithinDays} days, proofs within ${rule.proofsWithinDays} days.`,
    },
  ],
});
