import { englishDate, frenchDate } from '../common/date-words.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { periodsOf, type VteRule, type VteRuleName, type VteRuleOf } from '../offers/vte-rules.js';

export const eligibilityVerdicts = ['ELIGIBLE', 'NOT_ELIGIBLE', 'UNKNOWN'] as const;
export type EligibilityVerdictName = (typeof eligibilityVerdicts)[number];
export const eligibilitySubjects = ['CANDIDATE', 'COMPANY', 'POST', 'WHOLE'] as const;
export type EligibilitySubjectName = (typeof eligibilitySubjects)[number];

/** One line of a check-list. */
export interface EligibilityItem {
  key: VteRuleName;
  /** Null when it is not known. */
  met: boolean | null;
  /** Whether the verdict looks at it; what concerns one aid alone, and reminders, stand beside. */
  decides: boolean;
  explanation: Text;
  /** How to meet or complete it; null when it is met, or nothing can be done. */
  whatToDo: Text | null;
  /** The field of the profile, company or offer that it is about. */
  field: string | null;
  rule: VteRule;
}

export interface EligibilityCheck {
  subject: EligibilitySubjectName;
  /** The day by which the rules were chosen. */
  on: string;
  verdict: EligibilityVerdictName;
  summary: Text;
  items: EligibilityItem[];
}

/** What the facts say to a rule that holds. */
export interface Said {
  met: boolean | null;
  fr: string;
  en: string;
  toDo?: Text;
  field?: string;
  /** False for what the verdict does not look at; what is about one aid never decides. */
  decides?: boolean;
}

/** Judges one rule by its period on the day. Beyond what is known of the rule nothing is met, and nothing fails. */
export function judged<Name extends VteRuleName>(
  rules: readonly VteRule[],
  name: Name,
  on: string,
  say: (rule: VteRuleOf<Name>) => Said,
): EligibilityItem {
  const periods = periodsOf(rules, name);
  const rule = periods.findLast(({ inForceFrom }) => inForceFrom <= on) ?? periods[0]!;
  const said = say(rule);
  const decides = (said.decides ?? true) && rule.aid === undefined;
  const beyond = outside(rule, on);
  const item = { key: name, field: said.field ?? null, rule };
  if (beyond && rule.aid === undefined) {
    return { ...item, met: null, decides, explanation: typeset(beyond), whatToDo: null };
  }
  const explanation = beyond ? { fr: `${said.fr} ${beyond.fr}`, en: `${said.en} ${beyond.en}` } : said;
  const isOver = rule.inForceUntil !== null && on > rule.inForceUntil;
  return {
    ...item,
    met: isOver || on < rule.inForceFrom ? null : said.met,
    decides,
    explanation: typeset(isOver ? beyond! : { fr: explanation.fr, en: explanation.en }),
    whatToDo: said.met === true || beyond || !said.toDo ? null : typeset(said.toDo),
  };
}

/** Why the rule says nothing for certain of the day; null when it does. */
function outside({ inForceFrom, inForceUntil, knownUntil }: VteRule, on: string): Text | null {
  if (on < inForceFrom) {
    return {
      fr: `Cette règle n’est connue qu’à partir du ${frenchDate(inForceFrom)}.`,
      en: `This rule is known from ${englishDate(inForceFrom)} on only.`,
    };
  }
  if (inForceUntil !== null && on > inForceUntil) {
    return {
      fr: `Cette règle a pris fin le ${frenchDate(inForceUntil)}.`,
      en: `This rule ended on ${englishDate(inForceUntil)}.`,
    };
  }
  if (knownUntil === null || on <= knownUntil) return null;
  return {
    fr: `Cette règle est attestée jusqu’au ${frenchDate(knownUntil)} ; après, elle n’est pas connue.`,
    en: `This rule is known to have held until ${englishDate(knownUntil)}; after that it is not known.`,
  };
}

/** One that is not met is enough to fail; one that is not known keeps the answer open. */
export function verdictOf(items: readonly EligibilityItem[]): EligibilityVerdictName {
  const deciding = items.filter(({ decides }) => decides);
  if (deciding.some(({ met }) => met === false)) return 'NOT_ELIGIBLE';
  return deciding.some(({ met }) => met === null) ? 'UNKNOWN' : 'ELIGIBLE';
}
