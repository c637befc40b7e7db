import type { Text } from '../common/text.js';
import { atCommune, ofCommune } from '../territories/commune-words.js';
import { kilometres, pointsLong } from './explain-words.js';
import type { Names } from './explain.js';
import type { CriterionFacts, Part } from './score-facts.js';
import { full } from './weights.js';

type Facts = CriterionFacts['DISTANCE'];

/** "Poste à Oyonnax, à 12 km de Bourg-en-Bresse." */
export function explainDistance(part: Extract<Part, { criterion: 'DISTANCE' }>, names: Names): Text {
  const { remote, km, communeCode, fromCommuneCode } = part.facts;
  if (remote) return fullyRemote(part);
  if (km === null) return inAnArea(part.facts, names);
  const from = fromCommuneCode ? names.commune(fromCommuneCode) : null;
  const { fr, en } = post(part.facts, names);
  if (from !== null && fromCommuneCode === communeCode && km < 1) {
    return { fr: `${fr}, la commune souhaitée.`, en: `${en}, the commune wished for.` };
  }
  const far = kilometres(km);
  return {
    fr: `${fr}, à ${far.fr} ${from === null ? 'du lieu souhaité' : ofCommune(from)}.`,
    en: `${en}, ${far.en} from ${from ?? 'the place wished for'}.`,
  };
}

/** Up to which kilometres are told apart by those who may not know from where they are counted. */
export const distanceSteps: readonly number[] = [10, 25, 50, 100];

/** The kilometres below which the distance lies; null beyond the last step. */
export const stepAbove = (km: number): number | null => distanceSteps.find((step) => km < step) ?? null;

/** "Poste à Oyonnax, entre 10 et 25 km du lieu souhaité." */
export function explainDistanceBySteps(facts: Facts, names: Names): Text {
  if (facts.remote) return { fr: 'Poste entièrement en télétravail.', en: 'Fully remote.' };
  if (facts.km === null) return inAnArea(facts, names);
  const { fr, en } = post(facts, names);
  const far = steps(facts.km);
  return { fr: `${fr}, ${far.fr} du lieu souhaité.`, en: `${en}, ${far.en} from the place wished for.` };
}

function steps(km: number): Text {
  const above = stepAbove(km);
  if (above === null) return { fr: `à plus de ${distanceSteps.at(-1)!} km`, en: `over ${distanceSteps.at(-1)!} km` };
  const below = distanceSteps[distanceSteps.indexOf(above) - 1];
  return below === undefined
    ? { fr: `à moins de ${above} km`, en: `under ${above} km` }
    : { fr: `entre ${below} et ${above} km`, en: `between ${below} and ${above} km` };
}

/** Only one who did not ask for remote work loses by it. */
function fullyRemote({ fit, points, pointsPossible }: Part): Text {
  if (fit === full) {
    return {
      fr: 'Poste entièrement en télétravail : la distance ne compte pas.',
      en: 'Fully remote: the distance does not matter.',
    };
  }
  const lost = pointsLong(Math.round((pointsPossible - points) * 10) / 10);
  return {
    fr: `Poste entièrement en télétravail, que le profil ne demande pas : ${lost.fr} de moins.`,
    en: `Fully remote, which the profile does not ask for: ${lost.en} less.`,
  };
}

function inAnArea(facts: Facts, names: Names): Text {
  const { fr, en } = post(facts, names);
  return facts.inside
    ? { fr: `${fr}, dans la zone souhaitée.`, en: `${en}, in the area wished for.` }
    : { fr: `${fr}.`, en: `${en}.` };
}

function post({ communeCode, inside }: Facts, names: Names): Text {
  const site = communeCode === null ? null : names.commune(communeCode);
  return {
    fr: `${site === null ? 'Poste' : `Poste ${atCommune(site)}`}${inside ? '' : ', hors des lieux souhaités'}`,
    en: `${site === null ? 'Work' : `Work in ${site}`}${inside ? '' : ', outside the places wished for'}`,
  };
}
