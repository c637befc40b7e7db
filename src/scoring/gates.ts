import { addDays, addMonths, daysBetween } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { contractTypeLabels } from '../offers/offer-words.js';
import { diplomaMonths } from '../offers/vte-in-use.js';
import { studyLevelLabels, studyRank } from '../skills/study-level.js';
import { daysLong, englishDate, frenchDate, kilometres, listed } from './explain-words.js';
import type { CandidateFacts, OfferFacts, Place } from './score-facts.js';

export const gateNames = ['CONTRACT', 'PLACE', 'STUDY_LEVEL', 'VTE', 'AVAILABILITY'] as const;
export type GateName = (typeof gateNames)[number];

export interface GateFailed {
  gate: GateName;
  explanation: Text;
}

/** By how many days an offer may start before the candidate's first free day. */
export const toleranceDays = 60;

type Gate = (offer: OfferFacts, candidate: CandidateFacts, place: Place, today: string) => GateFailed | null;

const failed = (gate: GateName, fr: string, en: string): GateFailed => ({ gate, explanation: typeset({ fr, en }) });

const contract: Gate = ({ contractType }, { contractTypes }) => {
  if (contractTypes.length === 0 || contractTypes.includes(contractType)) return null;
  const accepted = contractTypes.map((type) => contractTypeLabels[type]);
  const { fr, en } = contractTypeLabels[contractType];
  return failed(
    'CONTRACT',
    `Le contrat proposé, « ${fr} », n’est pas parmi ceux qui sont acceptés : ${listed(accepted).fr}.`,
    `The contract offered, “${en}”, is not among those accepted: ${listed(accepted).en}.`,
  );
};

const place: Gate = ({ remoteWork }, candidate, { inside, km }) => {
  if (!candidate.hasPlaces || inside) return null;
  const acceptsRemote = candidate.remoteWork.length === 0 || candidate.remoteWork.includes('FULL');
  if (remoteWork === 'FULL' && acceptsRemote) return null;
  const away = km === null ? null : kilometres(km);
  const far = {
    fr: away ? ` (le plus proche est à ${away.fr})` : '',
    en: away ? ` (the nearest is ${away.en} away)` : '',
  };
  return failed(
    'PLACE',
    `Aucun lieu de travail ne se trouve dans les lieux souhaités${far.fr}.`,
    `No workplace lies in the places wished for${far.en}.`,
  );
};

const studyLevel: Gate = ({ studyLevel: asked }, { studyLevel: has }) => {
  if (asked === null || has === null || studyRank(has) >= studyRank(asked)) return null;
  const [wanted, held] = [studyLevelLabels[asked], studyLevelLabels[has]];
  return failed(
    'STUDY_LEVEL',
    `Niveau demandé : ${wanted.fr} ; niveau du profil : ${held.fr}.`,
    `The level asked for is “${wanted.en}”; the profile says “${held.en}”.`,
  );
};

const vte: Gate = ({ contractType, startsOn }, { diplomaOn }, _place, today) => {
  if (contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION' || diplomaOn === null) return null;
  const start = startsOn ?? today;
  const months = diplomaMonths(start);
  if (start < addMonths(diplomaOn, months)) return null;
  const years = months / 12;
  return failed(
    'VTE',
    `Hors alternance, un VTE demande un diplôme de moins de ${years} ans au début du contrat : celui du profil date du ${frenchDate(diplomaOn)}.`,
    `Outside work-study, a VTE asks for a diploma under ${years} years old at the start: the profile’s is of ${englishDate(diplomaOn)}.`,
  );
};

const availability: Gate = ({ startsOn }, { availableFrom }) => {
  if (startsOn === null || availableFrom === null || availableFrom <= addDays(startsOn, toleranceDays)) return null;
  const early = daysLong(daysBetween(startsOn, availableFrom));
  return failed(
    'AVAILABILITY',
    `Le poste commence le ${frenchDate(startsOn)}, ${early.fr} avant la disponibilité (${frenchDate(availableFrom)}) : c’est plus que ${toleranceDays}.`,
    `The work starts on ${englishDate(startsOn)}, ${early.en} before the first available day (${englishDate(availableFrom)}): more than ${toleranceDays}.`,
  );
};

const gatesInOrder: readonly Gate[] = [contract, place, studyLevel, vte, availability];

/**
 * What keeps an offer from a candidate, and the candidate from the offer; empty when nothing does. Whether the offer is
 * open to applications is for the caller to know. What one side does not say never keeps them apart.
 */
export const gates = (offer: OfferFacts, candidate: CandidateFacts, site: Place, today: string): GateFailed[] =>
  gatesInOrder.map((gate) => gate(offer, candidate, site, today)).filter((failure) => failure !== null);
