import type { Text } from '../common/text.js';
import { aidLabels, aids } from '../offers/aid-names.js';
import type { RuleProblem } from '../rulebooks/rule-book.js';
import { frenchDate } from './aid-words.js';
import type { AidAmount, AidCondition, AidRule, AidTable } from './aid-rules.js';

type Path = (string | number)[];

/** Each aid has rules, in order of time, none overlapping; nothing is said twice of two aids for one day. */
export const tableProblems = ({ rules, combinations }: AidTable): RuleProblem[] => [
  ...aids
    .filter((aid) => !rules.some((rule) => rule.aid === aid))
    .map((aid) =>
      problem(
        ['rules'],
        `Il n’y a aucune règle pour « ${aidLabels[aid].fr} ».`,
        `There is no rule for “${aidLabels[aid].en}”.`,
      ),
    ),
  ...rules.flatMap((rule, position) => ruleProblems(rule, ['rules', position])),
  ...rules.flatMap((rule, position) => {
    const previous = rules.slice(0, position).findLast(({ aid }) => aid === rule.aid);
    return !previous || endsBefore(previous, rule)
      ? []
      : problem(
          ['rules', position, 'inForceFrom'],
          `Les règles de « ${aidLabels[rule.aid].fr} » se chevauchent ou ne sont pas dans l’ordre au ${frenchDate(rule.inForceFrom)}.`,
          `The rules of “${aidLabels[rule.aid].en}” overlap or are out of order at ${rule.inForceFrom}.`,
        );
  }),
  ...combinations.flatMap((row, position) => {
    if (row.knownUntil < row.from) return { path: ['combinations', position, 'from'], text: backwards };
    const alike = combinations
      .slice(0, position)
      .some((other) => sameAids(other.aids, row.aids) && overlap(other, row));
    return row.aids[0] === row.aids[1] || alike
      ? problem(
          ['combinations', position],
          'Ces deux aides sont les mêmes, ou ont déjà une ligne pour ces jours.',
          'These two aids are the same, or have a line for these days already.',
        )
      : [];
  }),
];

function ruleProblems(rule: AidRule, path: Path): RuleProblem[] {
  const { inForceFrom, inForceUntil, knownUntil, amounts, conditions } = rule;
  const found: RuleProblem[] = [];
  if ((inForceUntil === null) === (knownUntil === null)) {
    found.push(
      problem(
        [...path, 'inForceUntil'],
        'Une règle a soit une fin, soit un dernier jour attesté.',
        'A rule has either an end or a last known day.',
      ),
    );
  }
  if ((inForceUntil ?? knownUntil ?? inForceFrom) < inForceFrom) {
    found.push({ path: [...path, 'inForceFrom'], text: backwards });
  }
  if (!isForAll(amounts.at(-1)!)) {
    found.push(
      problem(
        [...path, 'amounts'],
        'Le dernier montant vaut pour tous les autres cas : il n’a pas de limite à lui.',
        'The last amount is for all other cases: it has no limit of its own.',
      ),
    );
  }
  return [
    ...found,
    ...amounts.flatMap((amount, position) => amountProblems(amount, [...path, 'amounts', position])),
    ...conditions.flatMap((condition, position) => conditionProblems(condition, [...path, 'conditions', position])),
  ];
}

/** An amount is one sum, or lies between two: what says both would be told in two ways. */
function amountProblems({ euros, percentOfSpending, perMonth, between }: AidAmount, path: Path): RuleProblem[] {
  const bounds = perMonth ?? between;
  if (bounds && bounds.least > bounds.most) {
    return [problem(path, 'La borne basse dépasse la borne haute.', 'The lower bound is above the upper one.')];
  }
  const isOne = [euros, perMonth, between].filter((each) => each !== null && each !== undefined).length <= 1;
  if (isOne && (percentOfSpending === undefined || euros !== null)) return [];
  return [
    problem(
      path,
      'Un montant est une somme, un montant par mois ou une fourchette ; une part des dépenses a la somme qui la limite.',
      'An amount is one sum, one by the month or a range; a share of the spending has the sum that limits it.',
    ),
  ];
}

const conditionProblems = (condition: AidCondition, path: Path): RuleProblem[] =>
  condition.kind === 'CONTRACT' && Object.keys(condition.monthsAtLeast).length === 0
    ? [problem([...path, 'monthsAtLeast'], 'Nommez au moins un contrat.', 'Name one contract or more.')]
    : [];

const problem = (path: Path, fr: string, en: string): RuleProblem => ({ path, text: { fr, en } });

const backwards: Text = { fr: 'La période finit avant de commencer.', en: 'The period ends before it begins.' };

/** Whether an amount has no limits of its own. */
const isForAll = ({ contracts, headcountUnder, headcountFrom, workStudyBonus }: AidAmount): boolean =>
  [contracts, headcountUnder, headcountFrom, workStudyBonus].every((limit) => limit === undefined);

const endsBefore = ({ inForceUntil }: AidRule, { inForceFrom }: AidRule): boolean =>
  inForceUntil !== null && inForceUntil < inForceFrom;

const sameAids = (one: readonly string[], other: readonly string[]): boolean => one.every((aid) => other.includes(aid));

const overlap = (one: { from: string; knownUntil: string }, other: { from: string; knownUntil: string }): boolean =>
  one.from <= other.knownUntil && other.from <= one.knownUntil;
