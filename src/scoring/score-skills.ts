import { type SkillLevel, skillLevels } from '../candidates/skill-level.js';
import type { CandidateFacts, CriterionFacts, Know, OfferFacts, Related } from './score-facts.js';
import { full, rounded } from './weights.js';

interface Asked {
  code: string;
  required: boolean;
  weight: number;
}

export interface SkillsCompared {
  /** Null when the offer asks for no skill. */
  fit: number | null;
  facts: CriterionFacts['SKILLS'];
  matched: string[];
  missing: string[];
  related: Related[];
}

/**
 * The share of what is asked that is covered. A required skill weighs more than a desired one and a rare one more than a
 * common one; the level held counts; a related skill covers a part, never more than the skill itself would.
 */
export function compareSkills(offer: OfferFacts, candidate: CandidateFacts, know: Know): SkillsCompared {
  const asked = askedSkills(offer, know);
  const held = heldLevels(candidate);
  const related: Related[] = [];
  let covered = 0;
  let whole = 0;
  for (const { code, weight } of asked) {
    whole += weight;
    const level = held.get(code);
    const nearest = level === undefined ? nearestSkill(code, held, know) : null;
    if (level !== undefined) covered += weight * heldCover(level, know);
    else if (nearest) {
      covered += weight * nearest.cover;
      related.push({ asked: code, has: nearest.has, closeness: nearest.closeness });
    }
  }
  const matched = asked.filter(({ code }) => held.has(code)).map(({ code }) => code);
  const missing = asked.filter(({ code }) => !held.has(code)).map(({ code }) => code);
  const count = (required: boolean) => {
    const wanted = asked.filter((skill) => skill.required === required);
    return { asked: wanted.length, matched: wanted.filter(({ code }) => held.has(code)).length };
  };
  const heldAt = (level: SkillLevel) => matched.filter((code) => held.get(code) === level);
  const [notions, practised] = [heldAt('NOTION'), heldAt('PRACTISED')];
  return {
    fit: whole > 0 ? rounded(covered, whole) : null,
    facts: { required: count(true), desired: count(false), missing, notions, practised, related },
    matched,
    missing,
    related,
  };
}

/** What a skill covers of itself when it is held at this level, 0 to 10,000. */
export const heldCover = (level: SkillLevel, { weights: { skills } }: Pick<Know, 'weights'>): number =>
  (full * skills.levels[level]) / 100;

/** What a skill so close, in hundredths, and held at this level covers of the one asked for, 0 to 10,000. */
export const relatedCover = (closeness: number, level: SkillLevel, { weights }: Pick<Know, 'weights'>): number =>
  rounded(heldCover(level, { weights }) * weights.skills.related * closeness, full);

/** How much a skill asked for weighs against the others of its offer. */
export const askedWeight = (code: string, required: boolean, { rarity, weights }: Pick<Know, 'rarity' | 'weights'>) =>
  (required ? 100 : weights.skills.desired) * rarity(code);

/** Heaviest first and by code among equals, so that the order in which skills were written changes nothing. */
function askedSkills(offer: OfferFacts, know: Know): Asked[] {
  const required = new Set(offer.requiredSkills);
  const desired = new Set(offer.desiredSkills.filter((code) => !required.has(code)));
  return [
    ...[...required].map((code) => ({ code, required: true, weight: askedWeight(code, true, know) })),
    ...[...desired].map((code) => ({ code, required: false, weight: askedWeight(code, false, know) })),
  ].sort((one, other) => other.weight - one.weight || byCode(one.code, other.code));
}

function heldLevels(candidate: CandidateFacts): Map<string, SkillLevel> {
  const held = new Map<string, SkillLevel>();
  for (const { code, level } of candidate.skills) {
    const known = held.get(code);
    if (!known || skillLevels.indexOf(level) > skillLevels.indexOf(known)) held.set(code, level);
  }
  return held;
}

/** The skill held that covers most of the one asked for. */
function nearestSkill(asked: string, held: Map<string, SkillLevel>, know: Know) {
  let best: { has: string; closeness: number; cover: number } | null = null;
  for (const [has, level] of held) {
    const close = know.closeness(asked, has);
    const cover = relatedCover(close, level, know);
    if (cover > 0 && (!best || cover > best.cover || (cover === best.cover && byCode(has, best.has) < 0))) {
      best = { has, closeness: close, cover };
    }
  }
  return best;
}

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
