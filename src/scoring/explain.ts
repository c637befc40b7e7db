import { daysBetween } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { contractTypeLabels, missionCategoryLabels, remoteWorkLabels } from '../offers/offer-words.js';
import { studyLevelLabels, studyRank } from '../skills/study-level.js';
import { atCommune, ofCommune } from '../territories/commune-words.js';
import { explainSkills } from './explain-skills.js';
import { englishDate, euros, frenchDate, kilometres, listed } from './explain-words.js';
import type { CriterionFacts, Part, Scored } from './score-facts.js';

/** What codes are called; given by the caller, who has read them. */
export interface Names {
  skill(code: string): Text;
  occupation(code: string): Text;
  commune(code: string): string;
}

/**
 * One part of a score as a sentence that reads the same to the candidate and to the company; so the pay that a candidate
 * wishes for is not told; it can only be narrowed down from the points.
 */
export function explain(part: Part, names: Names): Text {
  switch (part.criterion) {
    case 'SKILLS':
      return explainSkills(part.facts, names.skill);
    case 'DISTANCE':
      return distance(part.facts, names);
    case 'OCCUPATION':
      return occupation(part.facts, names);
    case 'STUDY_LEVEL':
      return studyLevel(part.facts);
    case 'CONTRACT':
      return contract(part.facts);
    case 'AVAILABILITY':
      return availability(part.facts);
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

/** Why a match has no score; null when it has one. */
export function explainUnscored({ unscoredBecause }: Pick<Scored, 'unscoredBecause'>): Text | null {
  switch (unscoredBecause) {
    case null:
      return null;
    case 'NO_SKILLS':
      return {
        fr: 'Le profil ne dit aucune compétence : il n’y a pas de score. Les critères indispensables sont remplis, et le plus proche vient d’abord.',
        en: 'The profile names no skill, so there is no score. All that is indispensable is met, and the nearest comes first.',
      };
    case 'NOTHING_IN_COMMON':
      return {
        fr: 'Il n’y a pas de score : l’offre et le profil ne parlent d’aucun sujet commun.',
        en: 'There is no score: the offer and the profile have no subject in common.',
      };
  }
}

function distance(
  { remote, km, inside, communeCode, fromCommuneCode }: CriterionFacts['DISTANCE'],
  names: Names,
): Text {
  if (remote) {
    return {
      fr: 'Poste entièrement en télétravail : la distance compte peu.',
      en: 'Fully remote: the distance matters little.',
    };
  }
  const site = communeCode === null ? null : names.commune(communeCode);
  const post = {
    fr: site === null ? 'Poste' : `Poste ${atCommune(site)}`,
    en: site === null ? 'Work' : `Work in ${site}`,
  };
  const where = {
    fr: inside ? '' : ', hors des lieux souhaités',
    en: inside ? '' : ', outside the places wished for',
  };
  if (km === null) {
    return inside
      ? { fr: `${post.fr}, dans la zone souhaitée.`, en: `${post.en}, in the area wished for.` }
      : { fr: `${post.fr}${where.fr}.`, en: `${post.en}${where.en}.` };
  }
  const from = fromCommuneCode ? names.commune(fromCommuneCode) : null;
  if (from !== null && fromCommuneCode === communeCode && km < 1) {
    return { fr: `${post.fr}, la commune souhaitée.`, en: `${post.en}, the commune wished for.` };
  }
  const far = kilometres(km);
  return {
    fr: `${post.fr}${where.fr}, à ${far.fr} ${from === null ? 'du lieu souhaité' : ofCommune(from)}.`,
    en: `${post.en}${where.en}, ${far.en} from ${from ?? 'the place wished for'}.`,
  };
}

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
        fr: `Niveau ${held.fr}, au-dessus de celui demandé (${wanted.fr}).`,
        en: `Level “${held.en}”, above the one asked for (${wanted.en}).`,
      }
    : {
        fr: `Niveau ${held.fr}, en dessous de celui demandé (${wanted.fr}).`,
        en: `Level “${held.en}”, below the one asked for (${wanted.en}).`,
      };
}

function contract({ contractType, accepted }: CriterionFacts['CONTRACT']): Text {
  const { fr, en } = contractTypeLabels[contractType];
  return accepted
    ? { fr: `Un contrat accepté : ${fr}.`, en: `A contract that is accepted: ${en}.` }
    : { fr: `Un contrat qui n’est pas parmi ceux acceptés : ${fr}.`, en: `Not one of the contracts accepted: ${en}.` };
}

function availability({ startsOn, availableFrom }: CriterionFacts['AVAILABILITY']): Text {
  const days = daysBetween(availableFrom, startsOn);
  const fr = `Début le ${frenchDate(startsOn)}`;
  const en = `Starts on ${englishDate(startsOn)}`;
  if (days < 0) {
    const early = {
      fr: days === -1 ? 'la veille du' : `${-days} jours avant le`,
      en: days === -1 ? 'the day' : `${-days} days`,
    };
    return {
      fr: `${fr}, ${early.fr} premier jour de disponibilité.`,
      en: `${en}, ${early.en} before the first available day.`,
    };
  }
  if (days === 0) return { fr: `${fr}, premier jour de disponibilité.`, en: `${en}, the first available day.` };
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
        fr: `Une autre famille de missions que celles souhaitées : ${fr}.`,
        en: `Not a family of missions wished for: ${en}.`,
      };
}

function salary({ salaryMin, salaryMax, salaryAtLeast }: CriterionFacts['SALARY']): Text {
  const low = salaryMin ?? salaryMax ?? 0;
  const high = salaryMax ?? low;
  const range = {
    fr: `${low === high ? '' : `${euros(low).fr} à `}${euros(high).fr} brut par an`,
    en: `${low === high ? '' : `${euros(low).en} to `}${euros(high).en} a year before tax`,
  };
  if (low >= salaryAtLeast)
    return { fr: `${range.fr} : le salaire souhaité est atteint.`, en: `${range.en}: the pay wished for is reached.` };
  return high >= salaryAtLeast
    ? {
        fr: `${range.fr} : le salaire souhaité est dans la fourchette.`,
        en: `${range.en}: the pay wished for is in the range.`,
      }
    : { fr: `${range.fr} : c’est moins que souhaité.`, en: `${range.en}: less than wished for.` };
}

function remoteWork({ remoteWork: offered, wished }: CriterionFacts['REMOTE_WORK']): Text {
  const { fr, en } = remoteWorkLabels[offered];
  if (wished.includes(offered)) return { fr: `${fr}, comme souhaité.`, en: `${en}, as wished for.` };
  const wanted = listed(wished.map((one) => remoteWorkLabels[one]));
  return { fr: `${fr} ; souhaité : ${wanted.fr.toLowerCase()}.`, en: `${en}; wished for: ${wanted.en.toLowerCase()}.` };
}

function responsiveness({ fit }: CriterionFacts['RESPONSIVENESS']): Text {
  if (fit >= 9_000)
    return {
      fr: 'L’entreprise répond à presque tous, et vite.',
      en: 'The company answers nearly everyone, and soon.',
    };
  return fit >= 6_000
    ? { fr: 'L’entreprise répond à la plupart des candidatures.', en: 'The company answers most applications.' }
    : {
        fr: 'L’entreprise tarde à répondre, ou laisse des candidatures sans réponse.',
        en: 'The company is slow to answer, or leaves applications unanswered.',
      };
}
