import { daysBetween } from '../common/clock.js';
import { type RemoteWork, remoteWorks } from '../offers/offer-words.js';
import { studyRank } from '../skills/study-level.js';
import type { CandidateFacts, Fit, Know, OfferFacts, Place } from './score-facts.js';
import { full, rounded, type Weights } from './weights.js';

type Criterion = (offer: OfferFacts, candidate: CandidateFacts, place: Place, know: Know) => Fit | null;

const distance: Criterion = ({ remoteWork }, candidate, place, { weights }) => {
  if (!candidate.hasPlaces) return null;
  const remote = remoteWork === 'FULL' && acceptsFullRemote(candidate);
  const near = nearness(place, weights.distance);
  const fit = remote ? Math.max(remoteFit(candidate, weights), near) : near;
  return { criterion: 'DISTANCE', fit, facts: { ...place, remote } };
};

export const acceptsFullRemote = ({ remoteWork }: Pick<CandidateFacts, 'remoteWork'>): boolean =>
  remoteWork.length === 0 || remoteWork.includes('FULL');

/** What a fully remote post is worth wherever it is, for one who accepts it. */
export const remoteFit = ({ remoteWork }: Pick<CandidateFacts, 'remoteWork'>, { distance: how }: Weights): number =>
  remoteWork.length > 0 ? full : how.remoteNotAskedFor;

/** What is left of the worth of a workplace for its distance, 0 to 10,000. */
export function nearness({ km, radiusKm, inside }: Place, how: Weights['distance']): number {
  if (km === null) return inside ? full : 0;
  if (inside && radiusKm === null) return full;
  const decayKm = Math.max(how.decayKmAtLeast, ((radiusKm ?? 0) * how.decayPercentOfRadius) / 100);
  const left = km <= how.fullKm ? full : Math.round(full * Math.exp(-(km - how.fullKm) / decayKm));
  return inside ? left : rounded(left * how.outside, 100);
}

const occupation: Criterion = ({ occupationCode }, { occupationCodes }, _place, { occupations }) => {
  if (occupationCode === null || occupationCodes.length === 0) return null;
  const same = occupationCodes.includes(occupationCode);
  const fit = same ? full : Math.max(...occupationCodes.map((wished) => occupations(occupationCode, wished)));
  return { criterion: 'OCCUPATION', fit, facts: { code: occupationCode, same, fit } };
};

const studyLevel: Criterion = ({ studyLevel: asked }, { studyLevel: has }, _place, { weights }) => {
  if (asked === null || has === null) return null;
  return {
    criterion: 'STUDY_LEVEL',
    fit: levelFit(studyRank(has) - studyRank(asked), weights),
    facts: { asked, has },
  };
};

/** By how many levels someone stands above the one asked for; below when negative. */
export function levelFit(above: number, { studyLevel: { above: degrees, oneBelow } }: Weights): number {
  return above >= 0 ? degrees[Math.min(above, 3)]! : above === -1 ? oneBelow : 0;
}

const contract: Criterion = ({ contractType }, { contractTypes }) => {
  if (contractTypes.length === 0) return null;
  const accepted = contractTypes.includes(contractType);
  return { criterion: 'CONTRACT', fit: accepted ? full : 0, facts: { contractType, accepted } };
};

const availability: Criterion = ({ startsOn }, { availableFrom }, _place, { weights }) => {
  if (startsOn === null || availableFrom === null) return null;
  const fit = waiting(daysBetween(availableFrom, startsOn), weights.availability);
  return { criterion: 'AVAILABILITY', fit, facts: { startsOn, availableFrom } };
};

/** `days` from the first free day to the start; negative when the start comes first. */
export function waiting(days: number, how: Weights['availability']): number {
  if (days < 0) return -days > how.tooEarlyDays ? 0 : full - rounded((full - how.tooEarly) * -days, how.tooEarlyDays);
  if (days <= how.waitDays) return full;
  const [late, most] = [days - how.waitDays, how.longWaitDays - how.waitDays];
  return full - rounded((full - how.longWait) * Math.min(late, most), most);
}

const mission: Criterion = ({ missionCategory }, { missionCategories }) => {
  if (missionCategories.length === 0) return null;
  const wished = missionCategories.includes(missionCategory);
  return { criterion: 'MISSION', fit: wished ? full : 0, facts: { missionCategory, wished } };
};

const salary: Criterion = ({ salaryMin, salaryMax }, { salaryAtLeast }, _place, { weights }) => {
  const [low, high] = [salaryMin ?? salaryMax, salaryMax ?? salaryMin];
  if (low === null || high === null || salaryAtLeast === null || salaryAtLeast <= 0) return null;
  return {
    criterion: 'SALARY',
    fit: salaryFit(low, high, salaryAtLeast, weights.salary),
    facts: { salaryMin, salaryMax, salaryAtLeast },
  };
};

export function salaryFit(low: number, high: number, atLeast: number, how: Weights['salary']): number {
  if (low >= atLeast) return full;
  if (high >= atLeast) return how.reaches;
  return Math.max(0, how.reaches - rounded(how.reaches * (atLeast - high) * 100, how.nothingBelow * atLeast));
}

const remote: Criterion = ({ remoteWork }, { remoteWork: wished }, _place, { weights }) => {
  if (wished.length === 0) return null;
  return {
    criterion: 'REMOTE_WORK',
    fit: remoteWorkFit(remoteWork, wished, weights),
    facts: { remoteWork, wished: remoteWorks.filter((one) => wished.includes(one)) },
  };
};

export function remoteWorkFit(
  offered: RemoteWork,
  wished: readonly RemoteWork[],
  { remoteWork: how }: Weights,
): number {
  const steps = Math.min(...wished.map((one) => Math.abs(remoteWorks.indexOf(one) - remoteWorks.indexOf(offered))));
  return steps === 0 ? full : steps === 1 ? how.oneStep : 0;
}

const responsiveness: Criterion = ({ responsiveness: fit }) =>
  fit === null ? null : { criterion: 'RESPONSIVENESS', fit, facts: { fit } };

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
  responsiveness,
];
