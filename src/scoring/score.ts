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
import type { Weights } from './weights.js';
import { compareSkills } from './score-skills.js';

/**
 * How well an offer and a candidate suit each other: one function for both directions, so both sides read the same
 * number. Pure: equal inputs give equal scores, in whatever order lists were written.
 */
export function score(offer: OfferFacts, candidate: CandidateFacts, place: Place, know: Know): Scored {
  const skills = compareSkills(offer, candidate, know);
  const fits = fitsOf(offer, candidate, place, know, skills);
  const inCommon = fits.some(({ criterion }) => criterion !== 'RESPONSIVENESS');
  const unscoredBecause = candidate.skills.length === 0 ? 'NO_SKILLS' : inCommon ? null : 'NOTHING_IN_COMMON';
  const { score: points, parts } =
    unscoredBecause === null ? sharePoints(fits, weigher(fits, know)) : { score: 0, parts: [] };
  return {
    scored: unscoredBecause === null,
    unscoredBecause,
    score: points,
    parts,
    matchedSkills: skills.matched,
    missingSkills: skills.missing,
    relatedSkills: skills.related,
    distanceKm: place.km,
    rankKm: place.inside ? place.km : null,
    evidence: unscoredBecause === null ? evidenceOf(fits, know) : 0,
    scoringVersion: know.weights.version,
  };
}

const evidenceOf = (fits: readonly Fit[], { weights }: Pick<Know, 'weights'>): number =>
  fits.reduce((sum, { criterion }) => sum + weightOf(criterion, weights), 0);

/** In order of weight. */
function fitsOf(
  offer: OfferFacts,
  candidate: CandidateFacts,
  place: Place,
  know: Know,
  skills: ReturnType<typeof compareSkills>,
): Fit[] {
  const fits: (Fit | null)[] = otherCriteria.map((criterion) => criterion(offer, candidate, place, know));
  if (skills.fit !== null) fits.push({ criterion: 'SKILLS', fit: skills.fit, facts: skills.facts });
  const counted = fits.filter((fit) => fit !== null);
  const weightOf = weigher(counted, know);
  return counted
    .filter((fit) => weightOf(fit) > 0)
    .sort(
      (one, other) =>
        weightOf(other) - weightOf(one) || criteria.indexOf(one.criterion) - criteria.indexOf(other.criterion),
    );
}

/** The criteria between the two share what how the company answers leaves, so that it never decides more than its percent. */
function weigher(fits: readonly Fit[], { weights }: Know): (fit: Fit) => number {
  const between = evidenceOf(fits, { weights });
  const answering = fits.some(({ criterion }) => criterion === 'RESPONSIVENESS') ? weights.responsiveness : 0;
  return ({ criterion }) =>
    criterion === 'RESPONSIVENESS' ? between * answering : weightOf(criterion, weights) * (100 - answering);
}

const weightOf = (criterion: Fit['criterion'], { criteria: weightOf }: Weights): number =>
  criterion === 'RESPONSIVENESS' ? 0 : weightOf[criterion];
