import type { Text } from '../common/text.js';
import { type Aid, aids } from '../offers/aid-names.js';
import { payFor } from './aid-amounts.js';
import { judge } from './aid-conditions.js';
import { type AidFacts, isWorkStudy } from './aid-facts.js';
import { conditionSentence } from './aid-rule-words.js';
import type { AidAmount, AidCondition, AidConditionKind, AidRule } from './aid-rules.js';
import { frenchDate } from './aid-words.js';
import { type Judged, judged } from './judged.js';

export const verdictNames = ['ENTITLED', 'NOT_ENTITLED', 'UNKNOWN'] as const;
export type VerdictName = (typeof verdictNames)[number];

export interface AidAnswer {
  aid: Aid;
  verdict: VerdictName;
  /** Set only for ENTITLED, and then only where one amount is certain. */
  amountEuros: number | null;
  /** Bounds of the whole; set as `amountEuros` is, where they are known. */
  leastEuros: number | null;
  mostEuros: number | null;
  amount: AidAmount;
  conditions: AidConditionJudged[];
  undertakings: Text[];
  rule: AidRule;
}

export type AidConditionJudged = Judged & { kind: AidConditionKind };

/** One answer per aid, in the order of `aids`. An aid is never said to be due while a condition or a date is unknown. */
export const verdicts = (rules: readonly AidRule[], facts: AidFacts): AidAnswer[] =>
  aids.map((aid) => answer(ruleFor(rules, aid, facts.hiredOn), facts));

/** The rule in force on the day, else the last one before it, else the first there ever was. */
export function ruleFor(rules: readonly AidRule[], aid: Aid, on: string): AidRule {
  const periods = rules.filter((rule) => rule.aid === aid);
  const rule = periods.findLast(({ inForceFrom }) => inForceFrom <= on) ?? periods[0];
  if (!rule) throw new Error(`No rule for ${aid}.`);
  return rule;
}

export function answer(rule: AidRule, facts: AidFacts): AidAnswer {
  const conditions: AidConditionJudged[] = [{ kind: 'PERIOD', ...inForce(rule, facts.hiredOn) }];
  const toSeeTo: Text[] = [];
  for (const condition of rule.conditions) {
    if (isAboutNobodyYet(condition, facts)) toSeeTo.unshift(conditionSentence(condition));
    else {
      const found = judge(condition, facts);
      if (found.unsaid && 'assumed' in condition && condition.assumed) toSeeTo.push(conditionSentence(condition));
      else conditions.push({ kind: condition.kind, ...found });
    }
  }
  const { amount, euros, least, most } = payFor(rule, facts);
  if (amount.percentOfSpending !== undefined && euros === 0)
    conditions.push({ kind: 'SPENDING_PROVED', ...noSpending });
  const verdict = conclude(conditions);
  const entitled = verdict === 'ENTITLED';
  return {
    aid: rule.aid,
    verdict,
    amountEuros: entitled ? euros : null,
    leastEuros: entitled ? least : null,
    mostEuros: entitled ? most : null,
    amount,
    conditions,
    undertakings: [...toSeeTo, ...rule.undertakings],
    rule,
  };
}

const noSpending = judged(
  false,
  'L’aide paie une part des dépenses de la mission ; celles qui sont prévues n’en donnent aucune.',
  'The aid pays a share of what the mission costs; what is planned comes to none.',
);

const isAboutNobodyYet = ({ kind }: AidCondition, facts: AidFacts): boolean =>
  kind === 'RECENT_DIPLOMA' && facts.monthsSinceDiploma === 'nobody yet' && !isWorkStudy(facts);

export function conclude(conditions: readonly Judged[]): VerdictName {
  if (conditions.some(({ met }) => met === false)) return 'NOT_ENTITLED';
  return conditions.some(({ met }) => met === null) ? 'UNKNOWN' : 'ENTITLED';
}

function inForce({ inForceFrom, inForceUntil, knownUntil, before }: AidRule, on: string): Judged {
  const [day, from] = [frenchDate(on), frenchDate(inForceFrom)];
  if (on < inForceFrom) {
    return before === 'NOT_YET'
      ? {
          met: false,
          text: {
            fr: `L’aide n’existait pas au ${day} : elle date du ${from}.`,
            en: `The aid did not exist on ${on}: it began on ${inForceFrom}.`,
          },
        }
      : {
          met: null,
          text: {
            fr: `Les règles d’avant le ${from} ne sont pas connues ici.`,
            en: `The rules before ${inForceFrom} are not known here.`,
          },
        };
  }
  if (inForceUntil !== null && on > inForceUntil) {
    const end = frenchDate(inForceUntil);
    return { met: false, text: { fr: `L’aide s’est arrêtée le ${end}.`, en: `The aid ended on ${inForceUntil}.` } };
  }
  if (knownUntil !== null && on > knownUntil) {
    return {
      met: null,
      text: {
        fr: `On ne sait pas si l’aide existe encore au ${day} : elle est attestée jusqu’au ${frenchDate(knownUntil)}.`,
        en: `Whether the aid still exists on ${on} is not known: it is known to have existed until ${knownUntil}.`,
      },
    };
  }
  return { met: true, text: { fr: `L’aide existe au ${day}.`, en: `The aid is in force on ${on}.` } };
}
