import { contractTypeLabels } from '../offers/offer-words.js';
import { type StudyLevel, studyLevelLabels, studyRank } from '../skills/study-level.js';
import { type AidFacts, isOverseas, isWorkStudy } from './aid-facts.js';
import type { AidCondition } from './aid-rules.js';
import { diplomaRule } from './aid-rule-words.js';
import { englishNumber, frenchDate, frenchNumber } from './aid-words.js';
import { type Judged, judged } from './judged.js';
import { atMostBefore, labelWithin, monthsInPost, payAtMost, smeOrMidCap, yesOrNo } from './said-conditions.js';

function inTerritory(listNotKnown: boolean, { workplace, hiredOn }: AidFacts): Judged {
  const { communeName: name, territories, earlierTerritories } = workplace;
  if (territories === null) {
    return judged(
      null,
      `Les Territoires d’industrie ne sont pas connus au ${frenchDate(hiredOn)} pour ${name}.`,
      `The Territoires d’industrie are not known on ${hiredOn} for ${name}.`,
    );
  }
  const [territory] = territories;
  if (listNotKnown && (territory === undefined) !== (earlierTerritories.length === 0)) {
    const [inFr, inEn] =
      territory === undefined ? ['la précédente', 'the one before'] : ['celle du jour', 'that of the day'];
    return judged(
      null,
      `Le lieu de travail (${name}) est dans un Territoire d’industrie d’une seule des deux listes, ${inFr} ; aucun texte trouvé ne dit laquelle vaut pour l’aide au ${frenchDate(hiredOn)}.`,
      `The workplace (${name}) is in a Territoire d’industrie of only one of the two lists, ${inEn}; no text found says which one counts for the aid on ${hiredOn}.`,
    );
  }
  return territory === undefined
    ? judged(
        false,
        `Le lieu de travail (${name}) n’est pas dans un Territoire d’industrie au ${frenchDate(hiredOn)}.`,
        `The workplace (${name}) is in no Territoire d’industrie on ${hiredOn}.`,
      )
    : judged(
        true,
        `Le lieu de travail (${name}) est dans le Territoire d’industrie « ${territory} ».`,
        `The workplace (${name}) is in the Territoire d’industrie “${territory}”.`,
      );
}

function green({ greenMission }: AidFacts): Judged {
  const fr = 'La mission doit porter entièrement sur la transition écologique de l’entreprise';
  const en = 'The mission must be wholly about the company’s ecological transition';
  if (greenMission === null) return judged(null, `${fr} ; ce n’est pas précisé.`, `${en}; this was not said.`);
  return greenMission
    ? judged(true, 'La mission porte entièrement sur la transition écologique.', 'The mission is wholly about ecology.')
    : judged(false, `${fr} ; ce n’est pas le cas.`, `${en}; it is not.`);
}

function headcountUnder(limit: number, notKnownAbove: boolean, { headcount }: AidFacts): Judged {
  const fr = `L’entreprise doit avoir moins de ${frenchNumber.format(limit)} salariés`;
  const en = `The company must have fewer than ${englishNumber.format(limit)} staff`;
  if (headcount === null) return judged(null, `${fr} ; l’effectif n’est pas connu.`, `${en}; its size is not known.`);
  const has = { fr: `elle en a ${frenchNumber.format(headcount)}`, en: `it has ${englishNumber.format(headcount)}` };
  if (headcount < limit) return judged(true, `${fr} : ${has.fr}.`, `${en}: ${has.en}.`);
  return notKnownAbove
    ? judged(
        null,
        `${fr} ; ${has.fr}, et la règle au-delà reste à vérifier.`,
        `${en}; ${has.en}, and the rule above is to be checked.`,
      )
    : judged(false, `${fr} ; ${has.fr}.`, `${en}; ${has.en}.`);
}

function contract(monthsAtLeast: Partial<Record<string, number>>, { contractType, durationMonths }: AidFacts): Judged {
  const { fr, en } = contractTypeLabels[contractType];
  const least = monthsAtLeast[contractType];
  if (least === undefined) {
    return judged(
      false,
      `Ce contrat n’ouvre pas droit à l’aide : ${fr}.`,
      `This contract does not give the aid: ${en}.`,
    );
  }
  if (least === 0) return judged(true, `Le contrat convient : ${fr}.`, `The contract is accepted: ${en}.`);
  const rule = {
    fr: `Le contrat (${fr}) doit durer au moins ${least} mois`,
    en: `The contract (${en}) must last ${least} months or more`,
  };
  if (durationMonths === null) {
    return judged(null, `${rule.fr} ; sa durée n’est pas connue.`, `${rule.en}; its length is not known.`);
  }
  return durationMonths >= least
    ? judged(true, `${rule.fr} : il dure ${durationMonths} mois.`, `${rule.en}: it lasts ${durationMonths}.`)
    : judged(false, `${rule.fr} ; il dure ${durationMonths} mois.`, `${rule.en}; it lasts ${durationMonths}.`);
}

/** `unsure` is a level between the two for which the texts found do not agree or could not be read. */
function levelAtLeast(least: StudyLevel, unsureFrom: StudyLevel | undefined, { level }: AidFacts): Judged {
  const fr = `Le niveau d’études doit être au moins ${studyLevelLabels[least].fr}`;
  const en = `The level of study must be ${studyLevelLabels[least].en} or above`;
  if (level === null) return judged(null, `${fr} ; il n’est pas connu.`, `${en}; it is not known.`);
  if (studyRank(level.lowest) >= studyRank(least)) return judged(true, `${fr} : c’est le cas.`, `${en}: it is.`);
  if (studyRank(level.highest) < studyRank(unsureFrom ?? least)) {
    return judged(false, `${fr} ; ce n’est pas le cas.`, `${en}; it is not.`);
  }
  return level.highest === level.lowest
    ? judged(
        null,
        `${fr} ; le jour où cette règle a commencé n’est pas connu.`,
        `${en}; the day this began is not known.`,
      )
    : judged(null, `${fr} ; cela dépend de la personne recrutée.`, `${en}; this depends on the person hired.`);
}

function levelAtMost(most: StudyLevel, unsureUpTo: StudyLevel | undefined, { level }: AidFacts): Judged {
  const fr = `Le diplôme préparé doit être au plus de niveau ${studyLevelLabels[most].fr}`;
  const en = `The diploma prepared must be at the level “${studyLevelLabels[most].en}” or below`;
  if (level === null) return judged(null, `${fr} ; il n’est pas connu.`, `${en}; it is not known.`);
  if (studyRank(level.highest) <= studyRank(most)) return judged(true, `${fr} : c’est le cas.`, `${en}: it is.`);
  if (studyRank(level.lowest) > studyRank(unsureUpTo ?? most)) {
    return judged(false, `${fr} ; ce n’est pas le cas.`, `${en}; it is not.`);
  }
  return studyRank(level.lowest) > studyRank(most)
    ? judged(
        null,
        `${fr} ; la règle au-dessus de ce niveau reste à vérifier.`,
        `${en}; the rule above it is to be checked.`,
      )
    : judged(null, `${fr} ; cela dépend du diplôme préparé.`, `${en}; this depends on the diploma prepared.`);
}

function recentDiploma(underMonths: number, facts: AidFacts): Judged {
  if (isWorkStudy(facts)) {
    return judged(true, 'La personne recrutée est en alternance.', 'The person hired is in work-study.');
  }
  const { fr, en } = diplomaRule(underMonths);
  const months = facts.monthsSinceDiploma;
  if (typeof months !== 'number')
    return judged(null, `${fr} ; sa date n’est pas connue.`, `${en}; its date is not known.`);
  return months < underMonths
    ? judged(true, `${fr} : c’est le cas.`, `${en}: it is.`)
    : judged(false, `${fr} ; il a ${months} mois.`, `${en}; it is ${months} months old.`);
}

/** What one condition of a rule comes to for these facts. */
export function judge(condition: AidCondition, facts: AidFacts): Judged {
  switch (condition.kind) {
    case 'IN_TERRITORY':
      return inTerritory(condition.listNotKnown ?? false, facts);
    case 'GREEN_MISSION':
      return green(facts);
    case 'HEADCOUNT_UNDER':
      return headcountUnder(condition.limit, condition.notKnownAbove ?? false, facts);
    case 'CONTRACT':
      return contract(condition.monthsAtLeast, facts);
    case 'LEVEL_AT_LEAST':
      return levelAtLeast(condition.level, condition.notKnownFrom, facts);
    case 'LEVEL_AT_MOST': {
      const overseas = isOverseas(facts.workplace.communeCode) ? condition.notKnownOverseasUpTo : undefined;
      return levelAtMost(condition.level, condition.notKnownUpTo ?? overseas, facts);
    }
    case 'RECENT_DIPLOMA':
      return recentDiploma(condition.underMonths, facts);
    case 'SME_OR_MID_CAP':
      return smeOrMidCap(condition, facts);
    case 'LABEL_REQUESTED_WITHIN':
      return labelWithin(condition.months, facts);
    case 'AT_MOST_BEFORE':
      return atMostBefore(condition.perSiret, condition.perSiren, facts);
    case 'MONTHS_IN_POST':
      return monthsInPost(condition.months, condition.workStudyMonths, facts);
    case 'PAY_AT_MOST':
      return payAtMost(condition.percentOfMinimumWage, facts);
    case 'NOT_ASKED':
      return { met: null, text: { fr: condition.fr, en: condition.en } };
    default:
      return yesOrNo(condition.kind, facts);
  }
}
