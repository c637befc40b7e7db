import type { AidFacts } from './aid-facts.js';
import type { AidAmount, AidRule } from './aid-rules.js';

/** What a rule pays for these facts. */
export interface AidPay {
  amount: AidAmount;
  /** The most that is paid as one certain amount; null where there is none. */
  euros: number | null;
  /** Between which bounds the whole lies; null where not even that is known. */
  least: number | null;
  most: number | null;
}

export function payFor(rule: AidRule, facts: AidFacts): AidPay {
  const amount = amountFor(rule, facts);
  const { euros, percentOfSpending, perMonth, between } = amount;
  if (perMonth) return { amount, euros, least: perMonth.least, most: perMonth.most * perMonth.months };
  if (euros === null) return { amount, euros, least: between?.least ?? null, most: between?.most ?? null };
  if (percentOfSpending === undefined) return { amount, euros, least: euros, most: euros };
  const spending = facts.said.plannedSpendingEuros;
  if (spending === null) return { amount, euros, least: 0, most: euros };
  const share = Math.min(euros, Math.floor((spending * percentOfSpending) / 100));
  return { amount, euros: share, least: share, most: share };
}

/** The first amount whose own limits hold; one that depends on what is not known is passed over. */
function amountFor({ amounts }: AidRule, { contractType, headcount, said }: AidFacts): AidAmount {
  const holds = ({ contracts, headcountUnder, headcountFrom, workStudyBonus }: AidAmount): boolean =>
    (!contracts || contracts.includes(contractType)) &&
    (headcountUnder === undefined || (headcount !== null && headcount < headcountUnder)) &&
    (headcountFrom === undefined || (headcount !== null && headcount >= headcountFrom)) &&
    (workStudyBonus === undefined || said.workStudyBonus === workStudyBonus);
  return amounts.find(holds) ?? amounts.at(-1)!;
}
