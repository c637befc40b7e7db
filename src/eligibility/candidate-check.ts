import type { Candidate } from '../candidates/candidate.entity.js';
import { addMonths } from '../common/clock.js';
import { englishDate, frenchDate } from '../common/date-words.js';
import { type ContractType, workStudyTypes } from '../offers/offer-words.js';
import type { VteRule, VteRuleOf } from '../offers/vte-rules.js';
import { studyLevelLabels, studyRank } from '../skills/study-level.js';
import { type EligibilityItem, judged, type Said } from './eligibility-check.js';

export type CandidateFacts = Pick<Candidate, 'studyLevel' | 'diplomaOn' | 'contractTypes'>;

/** `contract` is that of a post; null while it is the candidate alone, with the contracts they accept. */
export const candidateItems = (
  rules: readonly VteRule[],
  facts: CandidateFacts,
  on: string,
  contract: ContractType | null,
): EligibilityItem[] => [
  judged(rules, 'DIPLOMA_AGE', on, (rule) => diploma(rule, facts, on, contract)),
  judged(rules, 'CANDIDATE_LEVEL', on, (rule) => level(rule, facts)),
];

const isWorkStudy = (type: ContractType): boolean => workStudyTypes.includes(type);

function diploma(
  { underMonths }: VteRuleOf<'DIPLOMA_AGE'>,
  { diplomaOn, contractTypes }: CandidateFacts,
  on: string,
  contract: ContractType | null,
): Said {
  const accepted = contract === null ? contractTypes : [contract];
  if (accepted.length > 0 && accepted.every(isWorkStudy)) {
    return {
      met: true,
      fr: 'En alternance, aucune date de diplôme n’est demandée.',
      en: 'In work-study, no date of a diploma is asked for.',
    };
  }
  const alternative = contract === null && accepted.some(isWorkStudy);
  const rule = {
    fr: `Hors alternance, le diplôme doit avoir moins de ${underMonths} mois au début du contrat`,
    en: `Outside work-study, the diploma must be under ${underMonths} months old at the start`,
  };
  const field = 'diplomaOn';
  if (diplomaOn === null) {
    return {
      met: alternative ? true : null,
      fr: `${rule.fr} ; sa date n’est pas donnée.${alternative ? ' En alternance, elle n’est pas demandée.' : ''}`,
      en: `${rule.en}; its date is not given.${alternative ? ' In work-study, it is not asked for.' : ''}`,
      toDo: {
        fr: 'Donnez la date de votre diplôme, obtenu ou attendu.',
        en: 'Give the date of your diploma, held or expected.',
      },
      field,
    };
  }
  const [day, date] = [frenchDate(diplomaOn), englishDate(diplomaOn)];
  if (diplomaOn > on) {
    return {
      met: alternative || (contract === null && accepted.length === 0) ? true : null,
      fr: `Le diplôme est attendu le ${day}, après le début : en alternance, cela convient ; pour un autre contrat, les textes ne le disent pas.`,
      en: `The diploma is due on ${date}, after the start: this suits work-study; for another contract the texts do not say.`,
      toDo: { fr: `Commencez après le ${day}, ou en alternance.`, en: `Start after ${date}, or in work-study.` },
      field,
    };
  }
  const tooOldFrom = addMonths(diplomaOn, underMonths);
  if (on < tooOldFrom)
    return { met: true, fr: `${rule.fr} : il est du ${day}.`, en: `${rule.en}: it is of ${date}.`, field };
  const open = contract === null && accepted.length === 0;
  return {
    met: alternative ? true : open ? null : false,
    fr: `${rule.fr} ; il est du ${day}${alternative ? ', et seule l’alternance convient' : ''}.`,
    en: `${rule.en}; it is of ${date}${alternative ? ', and only work-study suits' : ''}.`,
    toDo: {
      fr: `Commencez avant le ${frenchDate(tooOldFrom)}, ou choisissez un contrat en alternance.`,
      en: `Start before ${englishDate(tooOldFrom)}, or choose a work-study contract.`,
    },
    field,
  };
}

function level({ level: least, notKnownFrom }: VteRuleOf<'CANDIDATE_LEVEL'>, { studyLevel }: CandidateFacts): Said {
  const { fr, en } = studyLevelLabels[least];
  const rule = { fr: `Le niveau d’études doit être au moins ${fr}`, en: `The level of study must be at least “${en}”` };
  const field = 'studyLevel';
  if (studyLevel === null) {
    const toDo = {
      fr: 'Donnez votre niveau d’études, atteint ou préparé.',
      en: 'Give your level of study, reached or being prepared.',
    };
    return { met: null, fr: `${rule.fr} ; il n’est pas donné.`, en: `${rule.en}; it is not given.`, toDo, field };
  }
  const held = studyLevelLabels[studyLevel];
  if (studyRank(studyLevel) >= studyRank(least)) {
    return { met: true, fr: `${rule.fr} : ${held.fr}.`, en: `${rule.en}: “${held.en}”.`, field };
  }
  const toDo = {
    fr: `Préparez un diplôme de niveau ${fr}, en alternance par exemple : le niveau préparé compte.`,
    en: `Prepare a diploma of the level “${en}”, in work-study for instance: a level being prepared counts.`,
  };
  const isUnsure = notKnownFrom !== undefined && studyRank(studyLevel) >= studyRank(notKnownFrom);
  return isUnsure
    ? {
        met: null,
        fr: `${rule.fr} ; le jour où cette règle a commencé n’est pas connu (${held.fr}).`,
        en: `${rule.en}; the day on which this rule began is not known (“${held.en}”).`,
        toDo,
        field,
      }
    : {
        met: false,
        fr: `${rule.fr} ; le profil dit ${held.fr}.`,
        en: `${rule.en}; the profile says “${held.en}”.`,
        toDo,
        field,
      };
}
