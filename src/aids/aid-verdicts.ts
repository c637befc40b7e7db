import type { Text } from '../common/text.js';
import { type Aid, aids } from '../offers/aid-names.js';
import { diplomaRule, frenchDate, isWorkStudy, type Judged, judge } from './aid-conditions.js';
import type { AidFacts } from './aid-facts.js';
import type { AidAmount, AidRule } from './aid-rules.js';

export const verdictNames = ['ENTITLED', 'NOT_ENTITLED', 'UNKNOWN'] as const;
export type VerdictName = (typeof verdictNames)[number];

export interface AidAnswer {
  aid: Aid;
  verdict: VerdictName;
  /** Set only for ENTITLED, and then only where one amount is certain. */
  amountEuros: number | null;
  amountText: Text;
  conditions: Judged[];
  undertakings: Text[];
  rule: AidRule;
}

/** One answer per aid, in the order of `aids`. An aid is never said to be due while a condition or a date is unknown. */
export const verdicts = (rules: AidRule[], facts: AidFacts): AidAnswer[] =>
  aids.map((aid) => answer(ruleFor(rules, aid, facts.hiredOn), facts));

/** The rule in force on the day, else the last one before it, else the first there ever was. */
function ruleFor(rules: AidRule[], aid: Aid, on: string): AidRule {
  const periods = rules.filter((rule) => rule.aid === aid);
  const rule = periods.findLast(({ inForceFrom }) => inForceFrom <= on) ?? periods[0];
  if (!rule) throw new Error(`No rule for ${aid}.`);
  return rule;
}

function answer(rule: AidRule, facts: AidFacts): AidAnswer {
  const toSeeTo: Text[] = [...rule.undertakings];
  const conditions = [inForce(rule, facts.hiredOn)];
  for (const condition of rule.conditions) {
    if (condition.kind === 'RECENT_DIPLOMA' && facts.monthsSinceDiploma === 'nobody yet' && !isWorkStudy(facts)) {
      const { fr, en } = diplomaRule(condition.underMonths);
      toSeeTo.unshift({ fr: `${fr}.`, en: `${en}.` });
    } else {
      conditions.push(judge(condition, facts));
    }
  }
  const verdict = conclude(conditions);
  const amount = amountFor(rule, facts);
  return {
    aid: rule.aid,
    verdict,
    amountEuros: verdict === 'ENTITLED' ? amount.euros : null,
    amountText: { fr: amount.fr, en: amount.en },
    conditions,
    undertakings: toSeeTo,
    rule,
  };
}

export function conclude(conditions: Judged[]): VerdictName {
  if (conditions.some(({ met }) => met === false)) return 'NOT_ENTITLED';
  return conditions.some(({ met }) => met === null) ? 'UNKNOWN' : 'ENTITLED';
}

/** The first amount whose own limits hold; one that depends on an unknown size is passed over. */
function amountFor({ amounts }: AidRule, { contractType, headcount }: AidFacts): AidAmount {
  const holds = ({ contracts, headcountUnder, headcountFrom }: AidAmount): boolean =>
    (!contracts || contracts.includes(contractType)) &&
    (headcountUnder === undefined || (headcount !== null && headcount < headcountUnder)) &&
    (headcountFrom === undefined || (headcount !== null && headcount >= headcountFrom));
  return amounts.find(holds) ?? amounts.at(-1)!;
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
        en: `Whether the aid still exists on ${on} is not known: it is known to have until ${knownUntil}.`,
      },
    };
  }
  return { met: true, text: { fr: `L’aide existe au ${day}.`, en: `The aid is in force on ${on}.` } };
}
