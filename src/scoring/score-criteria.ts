import { daysBetween } from '../common/clock.js';
import { remoteWorks } from '../offers/offer-words.js';
import { studyRank } from '../skills/study-level.js';
import type { CandidateFacts, Closeness, Fit, Know, OfferFacts, Place } from './score-facts.js';
import type { Weights } from './weights.js';

type Criterion = (offer: OfferFacts, candidate: CandidateFacts, place: Place, know: Know) => Fit | null;

const distance: Criterion = ({ remoteWork }, candidate, place, { weights }) => {
  if (!candidate.hasPlaces) return null;
  const remote = remoteWork === 'FULL' && (candidate.remoteWork.length === 0 || candidate.remoteWork.includes('FULL'));
  const near = nearness(place, weights.distance);
  const fromHome = candidate.remoteWork.length > 0 ? 1 : weights.distance.remoteNotAskedFor;
  return { criterion: 'DISTANCE', fit: remote ? Math.max(fromHome, near) : near, facts: { ...place, remote } };
};

/** What is left of the worth of a workplace for its distance, 0 to 1. */
export function nearness({ km, radiusKm, inside }: Place, how: Weights['distance']): number {
  if (km === null) return inside ? 1 : 0;
  if (inside && radiusKm === null) return 1;
  const decayKm = Math.max(how.decayKmAtLeast, (radiusKm ?? 0) * how.decayShareOfRadius);
  const left = km <= how.fullKm ? 1 : Math.exp(-(km - how.fullKm) / decayKm);
  return inside ? left : left * how.outside;
}

const occupation: Criterion = ({ occupationCode }, { occupationCodes }, _place, { weights, occupations }) => {
  if (occupationCode === null || occupationCodes.length === 0) return null;
  const close = occupations ?? closeInTheRome(weights.occupation.sameDomain);
  const same = occupationCodes.includes(occupationCode);
  const fit = same ? 1 : Math.max(...occupationCodes.map((wished) => within01(close(occupationCode, wished))));
  return { criterion: 'OCCUPATION', fit, facts: { code: occupationCode, same, fit } };
};

/** The first three signs of a ROME code name its professional domain: H15 is quality and safety in industry. */
const closeInTheRome =
  (sameDomain: number): Closeness =>
  (asked, has) =>
    asked.slice(0, 3) === has.slice(0, 3) ? sameDomain : 0;

const studyLevel: Criterion = ({ studyLevel: asked }, { studyLevel: has }, _place, { weights }) => {
  if (asked === null || has === null) return null;
  const above = studyRank(has) - studyRank(asked);
  const { above: degrees, oneBelow } = weights.studyLevel;
  const fit = above >= 0 ? degrees[Math.min(above, 3)]! : above === -1 ? oneBelow : 0;
  return { criterion: 'STUDY_LEVEL', fit, facts: { asked, has } };
};

const contract: Criterion = ({ contractType }, { contractTypes }) => {
  if (contractTypes.length === 0) return null;
  const accepted = contractTypes.includes(contractType);
  return { criterion: 'CONTRACT', fit: accepted ? 1 : 0, facts: { contractType, accepted } };
};

const availability: Criterion = ({ startsOn }, { availableFrom }, _place, { weights }) => {
  if (startsOn === null || availableFrom === null) return null;
  const fit = waiting(daysBetween(availableFrom, startsOn), weights.availability);
  return { criterion: 'AVAILABILITY', fit, facts: { startsOn, availableFrom } };
};

/** `days` from the first free day to the start; negative when the start comes first. */
function waiting(days: number, how: Weights['availability']): number {
  if (days < 0) return -days > how.tooEarlyDays ? 0 : 1 - (1 - how.tooEarly) * (-days / how.tooEarlyDays);
  if (days <= how.waitDays) return 1;
  const share = Math.min(1, (days - how.waitDays) / (how.longWaitDays - how.waitDays));
  return 1 - (1 - how.longWait) * share;
}

const mission: Criterion = ({ missionCategory }, { missionCategories }) => {
  if (missionCategories.length === 0) return null;
  const wished = missionCategories.includes(missionCategory);
  return { criterion: 'MISSION', fit: wished ? 1 : 0, facts: { missionCategory, wished } };
};

const salary: Criterion = ({ salaryMin, salaryMax }, { salaryAtLeast }, _place, { weights }) => {
  const [low, high] = [salaryMin ?? salaryMax, salaryMax ?? salaryMin];
  if (low === null || high === null || salaryAtLeast === null || salaryAtLeast <= 0) return null;
  const { reaches, nothingBelow } = weights.salary;
  const short = (salaryAtLeast - high) / salaryAtLeast;
  const fit = low >= salaryAtLeast ? 1 : short <= 0 ? reaches : within01(reaches * (1 - short / nothingBelow));
  return { criterion: 'SALARY', fit, facts: { salaryMin, salaryMax, salaryAtLeast } };
};

const remote: Criterion = ({ remoteWork }, { remoteWork: wished }, _place, { weights }) => {
  if (wished.length === 0) return null;
  const steps = Math.min(...wished.map((one) => Math.abs(remoteWorks.indexOf(one) - remoteWorks.indexOf(remoteWork))));
  const fit = steps === 0 ? 1 : steps === 1 ? weights.remoteWork.oneStep : 0;
  return {
    criterion: 'REMOTE_WORK',
    fit,
    facts: { remoteWork, wished: remoteWorks.filter((one) => wished.includes(one)) },
  };
};

const within01 = (value: number): number => Math.min(1, Math.max(0, value));

/** Every criterion but skills; each gives null when one of the two says nothing about it. */
export const otherCriteria: readonly Criterion[] = [
  distance,
  occupation,
  studyLevel,
  contract,
  availability,
  mission,
  salary,
  remote,
];
