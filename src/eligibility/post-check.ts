import { type ContractType, contractTypeLabels, workStudyTypes } from '../offers/offer-words.js';
import type { VteRule, VteRuleOf } from '../offers/vte-rules.js';
import { type StudyLevel, studyLevelLabels, studyRank } from '../skills/study-level.js';
import { type EligibilityItem, judged, type Said } from './eligibility-check.js';
import { type PayFacts, payItem } from './pay-check.js';
import { directLine, transformation, tutor } from './responsibility-check.js';
import { type SiteFacts, territory } from './territory-check.js';

/** What is known of a post; null for what is not said. */
export interface PostFacts extends PayFacts {
  durationMonths: number | null;
  studyLevel: StudyLevel | null;
  greenMission: boolean | null;
  transformsCompany: string | null;
  reportsToManagement: boolean | null;
  hasTutor: boolean | null;
  sites: readonly SiteFacts[];
}

/** What depends on who is hired is left to them where they are known. */
export function postItems(
  rules: readonly VteRule[],
  facts: PostFacts,
  on: string,
  someone: boolean,
): EligibilityItem[] {
  const ofThePost = [
    judged(rules, 'CONTRACT', on, (rule) => contract(rule, facts)),
    judged(rules, 'TRANSFORMS_COMPANY', on, () => transformation(facts)),
    judged(rules, 'REPORTS_TO_MANAGEMENT', on, () => directLine(facts)),
    judged(rules, 'TUTOR', on, () => tutor(facts)),
    payItem(rules, facts, on),
  ];
  const ofTheOneHired = [
    judged(rules, 'CANDIDATE_LEVEL', on, (rule) => levelAsked(rule, facts)),
    judged(rules, 'DIPLOMA_AGE', on, (rule) => diplomaToCheck(rule, facts)),
  ];
  return [
    ...ofThePost,
    ...(someone ? [] : ofTheOneHired),
    judged(rules, 'LABEL_REQUEST', on, labelRequest),
    judged(rules, 'GREEN_MISSION', on, () => green(facts)),
    judged(rules, 'TERRITORY', on, () => territory(facts.sites, on)),
  ];
}

const isWorkStudy = (type: ContractType | null): boolean => type !== null && workStudyTypes.includes(type);

function contract({ monthsAtLeast }: VteRuleOf<'CONTRACT'>, { contractType, durationMonths }: PostFacts): Said {
  const choices = {
    fr: `Choisissez un CDI, un CDD de ${monthsAtLeast.CDD ?? 12} mois ou plus, ou une alternance de ${monthsAtLeast.APPRENTICESHIP ?? 10} mois ou plus.`,
    en: `Choose a permanent contract, a fixed-term one of ${monthsAtLeast.CDD ?? 12} months or more, or work-study of ${monthsAtLeast.APPRENTICESHIP ?? 10} months or more.`,
  };
  if (contractType === null) {
    return {
      met: null,
      fr: 'Le contrat n’est pas précisé.',
      en: 'The contract is not said.',
      toDo: choices,
      field: 'contractType',
    };
  }
  const { fr, en } = contractTypeLabels[contractType];
  const least = monthsAtLeast[contractType];
  if (least === undefined) {
    return {
      met: false,
      fr: `Ce contrat n’est pas celui d’un VTE : ${fr}.`,
      en: `This is not a contract of a VTE: ${en}.`,
      toDo: choices,
      field: 'contractType',
    };
  }
  if (least === 0)
    return { met: true, fr: `Le contrat convient : ${fr}.`, en: `The contract suits: ${en}.`, field: 'contractType' };
  const rule = {
    fr: `Le contrat (${fr}) doit durer au moins ${least} mois`,
    en: `The contract (${en}) must last ${least} months or more`,
  };
  const field = 'durationMonths';
  if (durationMonths === null) {
    const toDo = { fr: 'Indiquez la durée du contrat, en mois.', en: 'Give the length of the contract, in months.' };
    return {
      met: null,
      fr: `${rule.fr} ; sa durée n’est pas précisée.`,
      en: `${rule.en}; its length is not said.`,
      toDo,
      field,
    };
  }
  return durationMonths >= least
    ? { met: true, fr: `${rule.fr} : ${durationMonths} mois.`, en: `${rule.en}: ${durationMonths}.`, field }
    : {
        met: false,
        fr: `${rule.fr} ; il en dure ${durationMonths}.`,
        en: `${rule.en}; it lasts ${durationMonths}.`,
        toDo: {
          fr: `Portez la durée à ${least} mois ou plus, ou proposez un CDI.`,
          en: `Make it ${least} months or more, or offer a permanent contract.`,
        },
        field,
      };
}

/** An offer names the lowest level it asks for: under the minimum it depends on who is hired. */
function levelAsked({ level, notKnownFrom }: VteRuleOf<'CANDIDATE_LEVEL'>, { studyLevel }: PostFacts): Said {
  const { fr, en } = studyLevelLabels[level];
  const rule = {
    fr: `La personne recrutée doit avoir ou préparer au moins un niveau ${fr}`,
    en: `Whoever is hired must hold or prepare at least the level “${en}”`,
  };
  const toDo = { fr: `Demandez le niveau ${fr} ou plus.`, en: `Ask for the level “${en}” or above.` };
  const field = 'studyLevel';
  if (studyLevel === null)
    return {
      met: null,
      fr: `${rule.fr} ; le niveau demandé n’est pas précisé.`,
      en: `${rule.en}; the level asked for is not said.`,
      toDo,
      field,
    };
  const asked = studyLevelLabels[studyLevel];
  if (studyRank(studyLevel) >= studyRank(level)) {
    return {
      met: true,
      fr: `${rule.fr} : le poste demande ${asked.fr}.`,
      en: `${rule.en}: the post asks for “${asked.en}”.`,
      field,
    };
  }
  const isUnsure = notKnownFrom !== undefined && studyRank(studyLevel) >= studyRank(notKnownFrom);
  return {
    met: null,
    fr: `${rule.fr}${isUnsure ? ', depuis un jour qui n’est pas connu' : ''} ; le poste demande ${asked.fr}, et cela dépendra de qui est recruté.`,
    en: `${rule.en}${isUnsure ? ', since a day that is not known' : ''}; the post asks for “${asked.en}”, and it will depend on who is hired.`,
    toDo,
    field,
  };
}

function diplomaToCheck({ underMonths }: VteRuleOf<'DIPLOMA_AGE'>, { contractType }: PostFacts): Said {
  if (isWorkStudy(contractType)) {
    return {
      met: true,
      fr: 'En alternance, aucune date de diplôme n’est demandée.',
      en: 'In work-study, no date of a diploma is asked for.',
    };
  }
  return {
    met: null,
    decides: false,
    fr: `Hors alternance, la personne recrutée aura un diplôme de moins de ${underMonths} mois au début du contrat.`,
    en: `Outside work-study, whoever is hired must have a diploma under ${underMonths} months old at the start.`,
    toDo: { fr: 'À vérifier avec la personne recrutée.', en: 'To be checked with whoever is hired.' },
  };
}

/** The delay counts from the day of the hire, which no post has yet: the start of the contract may come months later. */
function labelRequest({ withinMonths }: VteRuleOf<'LABEL_REQUEST'>): Said {
  return {
    met: null,
    decides: false,
    fr: `Le label VTE se demande dans les ${withinMonths} mois de l’embauche, avec la charte signée.`,
    en: `The VTE label is requested within ${withinMonths} months of the hire, with the signed charter.`,
    toDo: {
      fr: 'Demandez-le dès l’embauche : le délai court de ce jour, et non du début du contrat.',
      en: 'Request it once someone is hired: the delay counts from that day, not from the start of the contract.',
    },
  };
}

function green({ greenMission }: PostFacts): Said {
  const rule = {
    fr: 'Pour l’aide VTE Vert seulement, la mission doit porter entièrement sur la transition écologique de l’entreprise',
    en: 'For the VTE Vert aid only, the mission must be wholly about the company’s ecological transition',
  };
  const field = 'greenMission';
  if (greenMission === true) return { met: true, fr: `${rule.fr} : c’est le cas.`, en: `${rule.en}: it is.`, field };
  return greenMission === false
    ? {
        met: false,
        fr: `${rule.fr} ; ce n’est pas le cas. Le label VTE reste possible.`,
        en: `${rule.en}; it is not. The VTE label stays possible.`,
        field,
      }
    : {
        met: null,
        fr: `${rule.fr} ; ce n’est pas précisé.`,
        en: `${rule.en}; this is not said.`,
        toDo: { fr: 'Dites si c’est le cas.', en: 'Say whether it is.' },
        field,
      };
}
