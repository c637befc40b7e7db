import { civilDate } from '../common/clock.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { type Aid, aidLabels } from '../offers/aid-names.js';
import type { Label, LabelAid } from './label.entity.js';

export interface GrantedAid {
  aid: Aid;
  amountEuros?: number | null;
}

export const problem = (path: (string | number)[], text: Text): InputProblem => new InputProblem(path, text);

/** What an aid may come to where the rules do not tell: more than any known one. */
const highest = 20_000;

/**
 * What was granted of each aid, none being 0. An aid that the rules rule out is not granted; where they tell an amount nothing
 * above it is, and it is that amount when none is said; where they do not know, whoever records the decision says it.
 */
export function decidedAids(
  known: readonly LabelAid[],
  granted: readonly GrantedAid[],
): { aids: LabelAid[]; problems: InputProblem[] } {
  const problems = granted.flatMap(({ aid, amountEuros }, index): InputProblem[] => {
    const rule = known.find((one) => one.aid === aid);
    if (granted.findIndex((one) => one.aid === aid) !== index) return [problem(['aids', index, 'aid'], twice(aid))];
    if (!rule || rule.verdict === 'NOT_ENTITLED') return [problem(['aids', index, 'aid'], ruledOut(aid))];
    const amount = amountEuros ?? rule.amountEuros;
    if (amount === null) return [problem(['aids', index, 'amountEuros'], unknown(aid))];
    const most = rule.amountEuros ?? highest;
    return amount < 1 || amount > most ? [problem(['aids', index, 'amountEuros'], outside(aid, most))] : [];
  });
  const aids = known.map((rule) => {
    const found = granted.find(({ aid }) => aid === rule.aid);
    return { ...rule, grantedEuros: found ? (found.amountEuros ?? rule.amountEuros) : 0 };
  });
  return { aids, problems };
}

export function paymentProblems(
  { amountEuros, grantedAt }: Label,
  euros: number,
  on: string,
  today: string,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const most = amountEuros ?? 0;
  if (euros < 1 || euros > most) problems.push(problem(['amountEuros'], payment(most)));
  if (on > today) problems.push(problem(['on'], toCome));
  if (grantedAt && on < civilDate(grantedAt)) problems.push(problem(['on'], beforeGrant));
  return problems;
}

const twice = (aid: Aid): Text => ({
  fr: `${aidLabels[aid].fr} : cette aide figure deux fois.`,
  en: `${aidLabels[aid].en}: this aid is named twice.`,
});
const ruledOut = (aid: Aid): Text => ({
  fr: `${aidLabels[aid].fr} : les règles l’excluent pour cette embauche. Corrigez les règles si elles ont changé.`,
  en: `${aidLabels[aid].en}: the rules exclude it for this hire. Change the rules if they are others now.`,
});
const unknown = (aid: Aid): Text => ({
  fr: `${aidLabels[aid].fr} : les règles ne disent pas le montant, indiquez celui qui est accordé.`,
  en: `${aidLabels[aid].en}: the rules do not tell the amount, say which was granted.`,
});
const outside = (aid: Aid, most: number): Text => ({
  fr: `${aidLabels[aid].fr} : de 1 à ${most.toLocaleString('fr-FR')} €.`,
  en: `${aidLabels[aid].en}: €1 to €${most.toLocaleString('en')}.`,
});
const payment = (most: number): Text => ({
  fr: `Le versement va de 1 € au montant accordé, ${most.toLocaleString('fr-FR')} €.`,
  en: `A payment is €1 to the amount that was granted, €${most.toLocaleString('en')}.`,
});
const toCome = {
  fr: 'Le versement ne peut pas être daté de l’avenir.',
  en: 'A payment cannot be dated in the future.',
};
const beforeGrant = {
  fr: 'Le versement ne peut pas être daté d’avant l’accord du label.',
  en: 'A payment cannot be dated before the label was granted.',
};
