import { addMonths } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { englishNumber, frenchDate, frenchNumber } from './aid-words.js';
import { type AidFacts, isWorkStudy } from './aid-facts.js';
import type { SizeLimits } from './aid-rules.js';
import { type Judged, judged, outcome, unsaid } from './judged.js';
import { type YesNoKind, yesNo } from './yes-no-conditions.js';

export function yesOrNo(kind: YesNoKind, { said }: AidFacts): Judged {
  const { fact, wanted, words } = yesNo[kind];
  const value = said[fact];
  return value === null ? unsaid(words) : outcome(value === wanted, words);
}

export const labelWithinWords = (months: number): Text => ({
  fr: `Le label VTE doit être demandé à Bpifrance dans les ${months} mois qui suivent l’embauche, avec la charte signée`,
  en: `The VTE label must be requested from Bpifrance within ${months} months of the hire, with the signed charter`,
});

/** Whether a request made before the hire counts is not said by any text found. */
export function labelWithin(months: number, { hiredOn, said: { labelRequestedOn: on } }: AidFacts): Judged {
  const words = labelWithinWords(months);
  if (on === null) return unsaid(words);
  const last = addMonths(hiredOn, months);
  if (on < hiredOn) {
    return judged(
      null,
      `${words.fr} ; la demande du ${frenchDate(on)} précède l’embauche, ce que les textes ne prévoient pas.`,
      `${words.en}; the request of ${on} came before the hire, which the texts do not speak of.`,
    );
  }
  return judged(
    on <= last,
    `${words.fr} : au plus tard le ${frenchDate(last)} ; la demande est du ${frenchDate(on)}.`,
    `${words.en}: by ${last}; the request is of ${on}.`,
  );
}

export const atMostBeforeWords = (perSiret: number, perSiren: number): Text => ({
  fr: `L’aide est donnée ${perSiret === 1 ? 'une fois' : `${perSiret} fois`} par établissement et ${perSiren} fois par entreprise au plus`,
  en: `The aid is given ${perSiret === 1 ? 'once' : `${perSiret} times`} per establishment and ${perSiren} times per company at the most`,
});

/** One of the two counts can be enough to refuse; both are needed to accept. */
export function atMostBefore(perSiret: number, perSiren: number, { said }: AidFacts): Judged {
  const words = atMostBeforeWords(perSiret, perSiren);
  const { vteVertOfSiret: siret, vteVertOfSiren: siren } = said;
  const tooMany = (siret !== null && siret >= perSiret) || (siren !== null && siren >= perSiren);
  if (!tooMany && (siret === null || siren === null)) return unsaid(words);
  const had = (count: number | null): string => (count === null ? '?' : String(count));
  return judged(
    !tooMany,
    `${words.fr} : avant cette embauche, ${had(siret)} pour l’établissement et ${had(siren)} pour l’entreprise.`,
    `${words.en}: before this hire ${had(siret)} for the establishment and ${had(siren)} for the company.`,
  );
}

export const monthsInPostWords = (months: number, workStudyMonths: number): Text => ({
  fr: `La personne doit rester ${months} mois dans le poste (${workStudyMonths} en alternance)`,
  en: `The person must stay ${months} months in the post (${workStudyMonths} in work-study)`,
});

export function monthsInPost(months: number, workStudyMonths: number, facts: AidFacts): Judged {
  const words = monthsInPostWords(months, workStudyMonths);
  const stayed = facts.said.leftAfterMonths;
  if (stayed === null) return unsaid(words);
  const least = isWorkStudy(facts) ? workStudyMonths : months;
  return judged(
    stayed >= least,
    `${words.fr} : elle y est restée ${stayed} mois.`,
    `${words.en}: they stayed ${stayed}.`,
  );
}

export const payAtMostWords = (percent: number): Text => ({
  fr: `Le salaire doit être au plus égal à ${percent} % du Smic`,
  en: `The pay must be ${percent} % of the minimum wage at the most`,
});

/** What an offer says of pay is not yet the pay of whoever is hired. */
export function payAtMost(percent: number, facts: AidFacts): Judged {
  const words = payAtMostWords(percent);
  const pay = facts.said.payPercentOfMinimumWage;
  if (pay === null && facts.monthsSinceDiploma === 'nobody yet') {
    const notCompared = judged(
      null,
      `${words.fr} ; le salaire de l’offre n’y est pas comparé, celui du contrat comptera.`,
      `${words.en}; the pay of the offer is not compared with it, that of the contract will count.`,
    );
    return { ...notCompared, unsaid: true };
  }
  if (pay === null) return unsaid(words);
  return judged(pay <= percent, `${words.fr} : il est de ${pay} %.`, `${words.en}: it is ${pay} %.`);
}

export const smeOrMidCapWords = ({ midCap: { staffUnder } }: SizeRule): Text => ({
  fr: `L’entreprise doit être une PME ou une ETI, de moins de ${frenchNumber.format(staffUnder)} salariés`,
  en: `The company must be an SME or a mid-cap, with fewer than ${englishNumber.format(staffUnder)} staff`,
});

interface SizeRule {
  sme: SizeLimits;
  midCap: SizeLimits;
}

/** Staff alone decides while the money is not said, as the texts on the VTE put it; money can only say more. */
export function smeOrMidCap(
  rule: SizeRule,
  { headcount, said: { turnoverEuros, balanceSheetEuros } }: AidFacts,
): Judged {
  const { sme, midCap } = rule;
  const { fr, en } = smeOrMidCapWords(rule);
  if (headcount === null) return judged(null, `${fr} ; l’effectif n’est pas connu.`, `${en}; its size is not known.`);
  const [hasFr, hasEn] = [frenchNumber.format(headcount), englishNumber.format(headcount)];
  if (headcount >= midCap.staffUnder) {
    return judged(false, `${fr} ; elle en a ${hasFr}.`, `${en}; it has ${hasEn}.`);
  }
  const within = (limit: SizeLimits): boolean | null => {
    const turnover = turnoverEuros === null ? null : turnoverEuros <= limit.turnoverUpTo;
    const balance = balanceSheetEuros === null ? null : balanceSheetEuros <= limit.balanceSheetUpTo;
    return turnover === true || balance === true ? true : turnover === null || balance === null ? null : false;
  };
  if (headcount < sme.staffUnder && within(sme)) {
    return judged(true, `L’entreprise est une PME : ${hasFr} salariés.`, `The company is an SME: ${hasEn} staff.`);
  }
  const large = within(midCap);
  const said = turnoverEuros !== null || balanceSheetEuros !== null;
  if (large === true && (headcount >= sme.staffUnder || within(sme) === false)) {
    return judged(true, `L’entreprise est une ETI : ${hasFr} salariés.`, `The company is mid-cap: ${hasEn} staff.`);
  }
  if (large === false) {
    const { turnoverUpTo: turnover, balanceSheetUpTo: balance } = midCap;
    return judged(
      false,
      `L’entreprise dépasse les limites d’une ETI : ${frenchNumber.format(turnover)} € de chiffre d’affaires et ${frenchNumber.format(balance)} € de bilan.`,
      `The company is above the limits of a mid-cap: a turnover of €${englishNumber.format(turnover)} and a balance sheet of €${englishNumber.format(balance)}.`,
    );
  }
  return said && large === null
    ? judged(null, `${fr} ; il manque un de ses montants.`, `${en}; one of its figures is missing.`)
    : judged(true, `${fr} : elle en a ${hasFr}.`, `${en}: it has ${hasEn}.`);
}
