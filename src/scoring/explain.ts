import { daysBetween } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { contractTypeLabels, missionCategoryLabels, remoteWorkLabels } from '../offers/offer-words.js';
import { studyLevelLabels, studyRank } from '../skills/study-level.js';
import { explainDistance } from './explain-distance.js';
import { explainSkills } from './explain-skills.js';
import { daysLong, englishDate, euros, frenchDate, listedToChoose } from './explain-words.js';
import type { CriterionFacts, Part, Scored } from './score-facts.js';
import { full } from './weights.js';

/** What codes are called; given by the caller, who has read them. */
export interface Names {
  skill(code: string): Text;
  occupation(code: string): Text;
  commune(code: string): string;
}

/** One part of a score as a sentence, for the candidate; companies read less of some. */
export const explain = (part: Part, names: Names): Text => typeset(sentence(part, names));

function sentence(part: Part, names: Names): Text {
  switch (part.criterion) {
    case 'SKILLS':
      return explainSkills(part.facts, names.skill);
    case 'DISTANCE':
      return explainDistance(part, names);
    case 'OCCUPATION':
      return occupation(part.facts, names);
    case 'STUDY_LEVEL':
      return studyLevel(part.facts);
    case 'CONTRACT':
      return contract(part.facts);
    case 'AVAILABILITY':
      return availability(part.facts, part.fit);
    case 'MISSION':
      return mission(part.facts);
    case 'SALARY':
      return salary(part.facts);
    case 'REMOTE_WORK':
      return remoteWork(part.facts);
    case 'RESPONSIVENESS':
      return responsiveness(part.facts);
  }
}

/** Why one pair has no score; null when it has one. */
export function explainUnscored({ unscoredBecause }: Pick<Scored, 'unscoredBecause'>): Text | null {
  switch (unscoredBecause) {
    case null:
      return null;
    case 'NO_SKILLS':
      return typeset(noSkills);
    case 'NOTHING_IN_COMMON':
      return typeset({
        fr: 'Il n’y a pas de score : l’offre et le profil n’ont aucun critère en commun.',
        en: 'There is no score: the offer and the profile have no criterion in common.',
      });
  }
}

/** Why a list of offers has no scores, and what orders it: distance, where a place wished for has a point. */
export const explainUnscoredOffers = (nearestFirst: boolean): Text =>
  typeset({
    fr: `${noSkills.fr} Les offres remplissent les critères indispensables${nearestFirst ? ' ; la plus proche vient d’abord' : ''}.`,
    en: `${noSkills.en} The offers meet all that is indispensable${nearestFirst ? '; the nearest comes first' : ''}.`,
  });

const noSkills: Text = {
  fr: 'Le profil n’indique aucune compétence : il n’y a pas de score.',
  en: 'The profile names no skill, so there is no score.',
};

function occupation({ code, same, fit }: CriterionFacts['OCCUPATION'], names: Names): Text {
  const { fr, en } = names.occupation(code);
  if (same) return { fr: `Le métier recherché : ${fr}.`, en: `The occupation wished for: ${en}.` };
  return fit > 0
    ? {
        fr: `Un métier proche de ceux qui sont recherchés : ${fr}.`,
        en: `An occupation close to those wished for: ${en}.`,
      }
    : {
        fr: `Un autre métier que ceux qui sont recherchés : ${fr}.`,
        en: `Not one of the occupations wished for: ${en}.`,
      };
}

function studyLevel({ asked, has }: CriterionFacts['STUDY_LEVEL']): Text {
  const [wanted, held] = [studyLevelLabels[asked], studyLevelLabels[has]];
  const above = studyRank(has) - studyRank(asked);
  if (above === 0) return { fr: `Le niveau demandé : ${wanted.fr}.`, en: `The level asked for: ${wanted.en}.` };
  return above > 0
    ? {
        fr: `${held.fr}, au-dessus du niveau demandé (${wanted.fr}).`,
        en: `Level “${held.en}”, above the one asked for: “${wanted.en}”.`,
      }
    : {
        fr: `${held.fr}, en dessous du niveau demandé (${wanted.fr}).`,
        en: `Level “${held.en}”, below the one asked for: “${wanted.en}”.`,
      };
}

function contract({ contractType, accepted }: CriterionFacts['CONTRACT']): Text {
  const { fr, en } = contractTypeLabels[contractType];
  return accepted
    ? { fr: `Un contrat accepté : ${fr}.`, en: `A contract that is accepted: ${en}.` }
    : {
        fr: `Un contrat qui n’est pas parmi ceux qui sont acceptés : ${fr}.`,
        en: `Not one of the contracts accepted: ${en}.`,
      };
}

function availability({ startsOn, availableFrom }: CriterionFacts['AVAILABILITY'], fit: number): Text {
  const days = daysBetween(availableFrom, startsOn);
  const fr = `Début le ${frenchDate(startsOn)}`;
  const en = `Starts on ${englishDate(startsOn)}`;
  if (days < 0) {
    const early = daysLong(-days);
    return {
      fr: days === -1 ? `${fr}, la veille de la disponibilité.` : `${fr}, ${early.fr} avant la disponibilité.`,
      en:
        days === -1
          ? `${en}, the day before the first available day.`
          : `${en}, ${early.en} before the first available day.`,
    };
  }
  if (days === 0) return { fr: `${fr}, premier jour de disponibilité.`, en: `${en}, the first available day.` };
  if (fit < full) {
    const months = Math.round((days * 12) / 365);
    return {
      fr: `${fr} : ${months} mois d’attente après la disponibilité (${frenchDate(availableFrom)}).`,
      en: `${en}: ${months} months of waiting after the first available day (${englishDate(availableFrom)}).`,
    };
  }
  return {
    fr: `${fr}, disponibilité dès le ${frenchDate(availableFrom)}.`,
    en: `${en}, available from ${englishDate(availableFrom)}.`,
  };
}

function mission({ missionCategory, wished }: CriterionFacts['MISSION']): Text {
  const { fr, en } = missionCategoryLabels[missionCategory];
  return wished
    ? { fr: `Une famille de missions souhaitée : ${fr}.`, en: `A family of missions wished for: ${en}.` }
    : {
        fr: `Une autre famille de missions que celles qui sont souhaitées : ${fr}.`,
        en: `Not a family of missions wished for: ${en}.`,
      };
}

function salary({ salaryMin, salaryMax, salaryAtLeast }: CriterionFacts['SALARY']): Text {
  const low = salaryMin ?? salaryMax ?? 0;
  const high = salaryMax ?? low;
  const range = {
    fr: `${low === high ? '' : `${euros(low).fr} à `}${euros(high).fr} bruts par an`,
    en: `${low === high ? '' : `${euros(low).en} to `}${euros(high).en} a year before tax`,
  };
  if (low >= salaryAtLeast)
    return { fr: `${range.fr} : le salaire souhaité est atteint.`, en: `${range.en}: the pay wished for is reached.` };
  return high >= salaryAtLeast
    ? {
        fr: `${range.fr} : le salaire souhaité est dans la fourchette, mais elle commence en dessous.`,
        en: `${range.en}: the pay wished for is in the range, which starts below it.`,
      }
    : { fr: `${range.fr} : c’est moins que souhaité.`, en: `${range.en}: less than wished for.` };
}

function remoteWork({ remoteWork: offered, wished }: CriterionFacts['REMOTE_WORK']): Text {
  const { fr, en } = remoteWorkLabels[offered];
  if (wished.includes(offered)) return { fr: `${fr}, comme souhaité.`, en: `${en}, as wished for.` };
  const wanted = listedToChoose(wished.map((one) => remoteWorkLabels[one]));
  return { fr: `${fr} ; souhaité : ${wanted.fr.toLowerCase()}.`, en: `${en}; wished for: ${wanted.en.toLowerCase()}.` };
}

function responsiveness({ fit }: CriterionFacts['RESPONSIVENESS']): Text {
  if (fit >= 9_000)
    return {
      fr: 'L’entreprise répond à presque toutes les candidatures, et vite.',
      en: 'The company answers nearly all applications, and soon.',
    };
  return fit >= 6_000
    ? { fr: 'L’entreprise répond à la plupart des candidatures.', en: 'The company answers most applications.' }
    : {
        fr: 'L’entreprise tarde à répondre, ou laisse des candidatures sans réponse.',
        en: 'The company is slow to answer, or leaves applications unanswered.',
      };
}
