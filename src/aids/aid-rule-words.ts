import type { Text } from '../common/text.js';
import { aidLabels } from '../offers/aid-names.js';
import { type ContractType, contractTypeLabels } from '../offers/offer-words.js';
import { studyLevelLabels } from '../skills/study-level.js';
import type { AidAmount, AidCombination, AidCondition, AidRule } from './aid-rules.js';
import { englishNumber, frenchDate, frenchNumber } from './aid-words.js';
import {
  atMostBeforeWords,
  labelWithinWords,
  monthsInPostWords,
  payAtMostWords,
  smeOrMidCapWords,
} from './said-conditions.js';
import { yesNo } from './yes-no-conditions.js';

export const diplomaRule = (underMonths: number): Text => ({
  fr: `Hors alternance, le diplôme doit avoir moins de ${underMonths} mois à l’embauche`,
  en: `Outside work-study, the diploma must be less than ${underMonths} months old on the day of the hire`,
});

/** A condition as the rule puts it, before it is judged on anything; without a full stop. */
export function conditionWords(condition: AidCondition): Text {
  switch (condition.kind) {
    case 'IN_TERRITORY':
      return unlessUnsure(
        condition.listNotKnown && 'dans une seule des deux listes, celle du jour et la précédente',
        condition.listNotKnown && 'in only one of the two lists, that of the day and the one before',
        {
          fr: 'Le lieu de travail doit être dans un Territoire d’industrie le jour de l’embauche',
          en: 'The workplace must be in a Territoire d’industrie on the day of the hire',
        },
      );
    case 'GREEN_MISSION':
      return {
        fr: 'La mission doit porter entièrement sur la transition écologique de l’entreprise',
        en: 'The mission must be wholly about the company’s ecological transition',
      };
    case 'HEADCOUNT_UNDER':
      return unlessUnsure(condition.notKnownAbove ? 'au-delà' : undefined, 'above', {
        fr: `L’entreprise doit avoir moins de ${frenchNumber.format(condition.limit)} salariés`,
        en: `The company must have fewer than ${englishNumber.format(condition.limit)} staff`,
      });
    case 'SME_OR_MID_CAP':
      return smeOrMidCapWords(condition);
    case 'CONTRACT':
      return contractWords(condition.monthsAtLeast);
    case 'LEVEL_AT_LEAST': {
      const from = condition.notKnownFrom && studyLevelLabels[condition.notKnownFrom];
      return unlessUnsure(from?.fr, from?.en, {
        fr: `Le niveau d’études doit être au moins ${studyLevelLabels[condition.level].fr}`,
        en: `The level of study must be ${studyLevelLabels[condition.level].en} or above`,
      });
    }
    case 'LEVEL_AT_MOST': {
      const upTo = condition.notKnownUpTo ?? condition.notKnownOverseasUpTo;
      const overseas = condition.notKnownUpTo || !upTo ? { fr: '', en: '' } : { fr: ' outre-mer', en: ' overseas' };
      return unlessUnsure(
        upTo && `jusqu’à ${studyLevelLabels[upTo].fr}${overseas.fr}`,
        upTo && `up to ${studyLevelLabels[upTo].en}${overseas.en}`,
        {
          fr: `Le diplôme préparé doit être au plus de niveau ${studyLevelLabels[condition.level].fr}`,
          en: `The diploma prepared must be at the level “${studyLevelLabels[condition.level].en}” or below`,
        },
      );
    }
    case 'RECENT_DIPLOMA':
      return diplomaRule(condition.underMonths);
    case 'LABEL_REQUESTED_WITHIN':
      return labelWithinWords(condition.months);
    case 'AT_MOST_BEFORE':
      return atMostBeforeWords(condition.perSiret, condition.perSiren);
    case 'MONTHS_IN_POST':
      return monthsInPostWords(condition.months, condition.workStudyMonths);
    case 'PAY_AT_MOST':
      return payAtMostWords(condition.percentOfMinimumWage);
    case 'NOT_ASKED':
      return { fr: condition.fr.replace(/\.$/, ''), en: condition.en.replace(/\.$/, '') };
    default:
      return yesNo[condition.kind].words;
  }
}

const unlessUnsure = (fr: string | false | undefined, en: string | false | undefined, words: Text): Text =>
  !fr || !en
    ? words
    : { fr: `${words.fr} (${fr}, la règle reste à vérifier)`, en: `${words.en} (${en}, the rule is to be checked)` };

function contractWords(monthsAtLeast: Partial<Record<ContractType, number>>): Text {
  const each = Object.entries(monthsAtLeast) as [ContractType, number][];
  const list = (language: 'fr' | 'en', least: (months: number) => string): string =>
    each.map(([type, months]) => contractTypeLabels[type][language] + (months > 0 ? least(months) : '')).join(', ');
  return {
    fr: `Contrats acceptés : ${list('fr', (months) => ` d’au moins ${months} mois`)}`,
    en: `Contracts accepted: ${list('en', (months) => ` of ${months} months or more`)}`,
  };
}

const sentence = ({ fr, en }: Text): Text => ({ fr: `${fr}.`, en: `${en}.` });

export const conditionSentence = (condition: AidCondition): Text => sentence(conditionWords(condition));

/** The days of a rule. */
export function periodSentence({ inForceFrom, inForceUntil, knownUntil }: AidRule): Text {
  const from = { fr: `du ${frenchDate(inForceFrom)}`, en: `from ${inForceFrom}` };
  return inForceUntil !== null
    ? { fr: `En vigueur ${from.fr} au ${frenchDate(inForceUntil)}.`, en: `In force ${from.en} to ${inForceUntil}.` }
    : {
        fr: `En vigueur à partir ${from.fr} ; fin non publiée, attestée jusqu’au ${frenchDate(knownUntil ?? inForceFrom)}.`,
        en: `In force ${from.en}; its end was not published, it is known to have held until ${knownUntil ?? inForceFrom}.`,
      };
}

/** Everything a rule says, for people who compare two versions of it. */
export const ruleSentences = (rule: AidRule): Text[] => [
  periodSentence(rule),
  ...rule.amounts.map(amountSentence),
  ...rule.conditions.map(conditionSentence),
  ...rule.undertakings,
  { fr: `Source : ${rule.source}.`, en: `Source: ${rule.source}.` },
  { fr: `Vérifiée le ${frenchDate(rule.checkedOn)}.`, en: `Checked on ${rule.checkedOn}.` },
];

/** The words of an amount are written by hand: the number that counts is told beside them. */
const amountSentence = ({ euros, fr, en }: AidAmount): Text => ({
  fr: `Montant (${euros === null ? 'variable' : `${frenchNumber.format(euros)} €`}) : ${fr}`,
  en: `Amount (${euros === null ? 'variable' : `€${englishNumber.format(euros)}`}): ${en}`,
});

export const ruleTitle = ({ aid, inForceFrom }: AidRule): Text => ({
  fr: `${aidLabels[aid].fr}, à partir du ${frenchDate(inForceFrom)}`,
  en: `${aidLabels[aid].en}, from ${inForceFrom}`,
});

export const combinationTitle = ({ aids: [one, other] }: Pick<AidCombination, 'aids'>): Text => ({
  fr: `Cumul : ${aidLabels[one].fr} et ${aidLabels[other].fr}`,
  en: `Together: ${aidLabels[one].en} and ${aidLabels[other].en}`,
});

export const combinationSentences = ({ from, knownUntil, ...row }: AidCombination): Text[] => [
  row.allowed ? { fr: 'Cumul possible.', en: 'Both can be had.' } : { fr: 'Cumul interdit.', en: 'Not both.' },
  {
    fr: `Attesté du ${frenchDate(from)} au ${frenchDate(knownUntil)}.`,
    en: `Known from ${from} to ${knownUntil}.`,
  },
  { fr: row.fr, en: row.en },
  { fr: `Source : ${row.source}.`, en: `Source: ${row.source}.` },
  { fr: `Vérifié le ${frenchDate(row.checkedOn)}.`, en: `Checked on ${row.checkedOn}.` },
];
