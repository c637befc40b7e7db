import { otherCriteria } from './score-criteria.js';
import {
  type CandidateFacts,
  criteria,
  type Fit,
  type Know,
  type OfferFacts,
  type Place,
  type Scored,
} from './score-facts.js';
import { sharePoints } from './score-points.js';
import { compareSkills } from './score-skills.js';

/**
 * How well an offer and a candidate suit each other: one function for both directions, so both sides read the same
 * number. Pure: equal inputs give equal scores, in whatever order lists were written.
 */
export function score(offer: OfferFacts, candidate: CandidateFacts, place: Place, know: Know): Scored {
  const skills = compareSkills(offer, candidate, know);
  const { score: points, parts } = sharePoints(fitsOf(offer, candidate, place, know, skills), weigher(know));
  const unscoredBecause = candidate.skills.length === 0 ? 'NO_SKILLS' : parts.length === 0 ? 'NOTHING_IN_COMMON' : null;
  const scored = unscoredBecause === null;
  return {
    scored,
    unscoredBecause,
    score: scored ? points : 0,
    parts: scored ? parts : [],
    matchedSkills: skills.matched,
    missingSkills: skills.missing,
    relatedSkills: skills.related,
    distanceKm: place.km,
    scoringVersion: know.weights.version,
  };
}

function fitsOf(
  offer: OfferFacts,
  candidate: CandidateFacts,
  place: Place,
  know: Know,
  skills: ReturnType<typeof compareSkills>,
): Fit[] {
  const fits: (Fit | null)[] = otherCriteria.map((criterion) => criterion(offer, candidate, place, know));
  if (skills.fit !== null) fits.push({ criterion: 'SKILLS', fit: skills.fit, facts: skills.facts });
  const weightOf = weigher(know);
  return fits
    .filter((fit) => fit !== null)
    .sort(
      (one, other) =>
        weightOf(other) - weightOf(one) || criteria.indexOf(one.criterion) - criteria.indexOf(other.criterion),
    );
}

const weigher =
  ({ weights }: Know) =>
  (fit: Fit): number =>
    weights.criteria[fit.criterion];
