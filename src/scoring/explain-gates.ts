import { daysBetween } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { contractTypeLabels } from '../offers/offer-words.js';
import { diplomaMonths } from '../offers/vte-in-use.js';
import { studyLevelLabels } from '../skills/study-level.js';
import { daysLong, englishDate, frenchDate, kilometres } from './explain-words.js';
import { type GateName, gateNames, gates, toleranceDays } from './gates.js';
import type { CandidateFacts, OfferFacts, Place } from './score-facts.js';

/** What an offer must pass for someone to apply; the first is the same for everyone. */
export const allGateNames = ['OPEN', ...gateNames] as const;
export type AnyGateName = (typeof allGateNames)[number];

export interface GateJudged {
  gate: AnyGateName;
  passed: boolean;
  explanation: Text;
}

/** Why a gate does not stand between them; asked only of gates that do not. */
type Passed = (offer: OfferFacts, candidate: CandidateFacts, place: Place, today: string) => Text;

/** Every gate in order, those passed too, with the facts it was judged on and what is not said. */
export function allGates(
  offer: OfferFacts & { open: boolean },
  candidate: CandidateFacts,
  site: Place,
  today: string,
): GateJudged[] {
  const failures = new Map(gates(offer, candidate, site, today).map(({ gate, explanation }) => [gate, explanation]));
  const judged = gateNames.map((gate) => ({
    gate,
    passed: !failures.has(gate),
    explanation: failures.get(gate) ?? typeset(passed[gate](offer, candidate, site, today)),
  }));
  return [openness(offer.open), ...judged];
}

const openness = (open: boolean): GateJudged => ({
  gate: 'OPEN',
  passed: open,
  explanation: open
    ? { fr: 'L’offre est ouverte aux candidatures.', en: 'The offer is open to applications.' }
    : { fr: 'L’offre n’est pas ouverte aux candidatures.', en: 'The offer is not open to applications.' },
});

const contract: Passed = ({ contractType }, { contractTypes }) => {
  const { fr, en } = contractTypeLabels[contractType];
  return contractTypes.length > 0
    ? {
        fr: `Le contrat proposé, « ${fr} », est parmi ceux qui sont acceptés.`,
        en: `The contract offered, “${en}”, is among those accepted.`,
      }
    : {
        fr: `Contrat proposé : ${fr} ; contrats acceptés : non précisés.`,
        en: `Contract offered: ${en}; contracts accepted: not said.`,
      };
};

const place: Passed = (_offer, { hasPlaces, remoteWork }, { inside, km }) => {
  if (!hasPlaces) return { fr: 'Lieux souhaités : non précisés.', en: 'Places wished for: not said.' };
  if (inside) {
    const far = km === null ? null : kilometres(km);
    return {
      fr: `Un lieu de travail se trouve dans les lieux souhaités${far ? ` (à ${far.fr})` : ''}.`,
      en: `A workplace lies in the places wished for${far ? ` (${far.en} away)` : ''}.`,
    };
  }
  return remoteWork.length > 0
    ? {
        fr: 'Le poste est entièrement en télétravail, ce qui est accepté.',
        en: 'The work is fully remote, which is accepted.',
      }
    : {
        fr: 'Le poste est entièrement en télétravail ; télétravail accepté : non précisé.',
        en: 'The work is fully remote; remote work accepted: not said.',
      };
};

const studyLevel: Passed = ({ studyLevel: asked }, { studyLevel: has }) => {
  if (asked === null) return { fr: 'Niveau demandé : non précisé.', en: 'Level asked for: not said.' };
  const [wanted, held] = [studyLevelLabels[asked], has === null ? null : studyLevelLabels[has]];
  return {
    fr: `Niveau demandé : ${wanted.fr} ; niveau du profil : ${held?.fr ?? 'non précisé'}.`,
    en: `The level asked for is “${wanted.en}”; ${held ? `the profile says “${held.en}”` : 'the profile’s: not said'}.`,
  };
};

const vte: Passed = ({ contractType, startsOn }, { diplomaOn }, _place, today) => {
  if (contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION') {
    return {
      fr: 'En alternance, un VTE ne demande pas de diplôme récent.',
      en: 'In work-study, a VTE asks for no recent diploma.',
    };
  }
  if (diplomaOn === null) return { fr: 'Date du diplôme : non précisée.', en: 'Date of the diploma: not said.' };
  const [fr, en] = [frenchDate(diplomaOn), englishDate(diplomaOn)];
  const start = startsOn ?? today;
  if (diplomaOn > start) {
    const [late, after] = startsOn === null ? ['', ''] : [', après le début du contrat', ', after the start'];
    return { fr: `Le diplôme est attendu le ${fr}${late}.`, en: `The diploma is due on ${en}${after}.` };
  }
  const years = diplomaMonths(start) / 12;
  return {
    fr: `Le diplôme date du ${fr} : moins de ${years} ans au début du contrat.`,
    en: `The diploma is of ${en}: under ${years} years old at the start.`,
  };
};

const availability: Passed = ({ startsOn }, { availableFrom }) => {
  if (startsOn === null) return { fr: 'Début du contrat : non précisé.', en: 'Start of the work: not said.' };
  const [fr, en] = [`Le poste commence le ${frenchDate(startsOn)}`, `The work starts on ${englishDate(startsOn)}`];
  if (availableFrom === null) {
    return { fr: `${fr} ; disponibilité : non précisée.`, en: `${en}; first available day: not said.` };
  }
  const [day, jour] = [englishDate(availableFrom), frenchDate(availableFrom)];
  if (availableFrom <= startsOn) {
    return { fr: `${fr}, disponibilité dès le ${jour}.`, en: `${en}, available from ${day}.` };
  }
  const early = daysLong(daysBetween(startsOn, availableFrom));
  return {
    fr: `${fr}, ${early.fr} avant la disponibilité (${jour}) : ${toleranceDays} au plus sont possibles.`,
    en: `${en}, ${early.en} before the first available day (${day}): up to ${toleranceDays} are possible.`,
  };
};

const passed: Record<GateName, Passed> = {
  CONTRACT: contract,
  PLACE: place,
  STUDY_LEVEL: studyLevel,
  VTE: vte,
  AVAILABILITY: availability,
};
