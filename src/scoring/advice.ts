import { type SkillLevel, skillLevels } from '../candidates/skill-level.js';
import { score } from './score.js';
import type { CandidateFacts, Know, OfferFacts, Place } from './score-facts.js';

/** To learn a skill that is asked for, or to hold one better than the candidate does. */
export const adviceKinds = ['LEARN', 'DEEPEN'] as const;
export type AdviceKind = (typeof adviceKinds)[number];

export interface Advice {
  kind: AdviceKind;
  skill: string;
  /** How well it would be held then. */
  level: Exclude<SkillLevel, 'NOTION'>;
  /** Points of the score, in tenths; above 0. */
  gain: number;
}

/**
 * What would raise the score most: each skill asked for that the candidate lacks, as if it were practised, and each that
 * they hold, as if it were held one level better. The gain is that of scoring again, so a related skill that covers a part
 * already is counted. None without a score.
 */
export function adviceFor(offer: OfferFacts, candidate: CandidateFacts, place: Place, know: Know, most = 3): Advice[] {
  const now = score(offer, candidate, place, know);
  if (!now.scored) return [];
  const advice = (kind: AdviceKind, skill: string, level: Advice['level']): Advice => {
    const better = { ...candidate, skills: [...candidate.skills, { code: skill, level }] };
    const then = score(offer, better, place, know);
    return { kind, skill, level, gain: Math.round((then.score - now.score) * 10) / 10 };
  };
  return [
    ...now.missingSkills.map((skill) => advice('LEARN', skill, 'PRACTISED')),
    ...now.matchedSkills.map((skill) => advice('DEEPEN', skill, nextLevel(candidate, skill))),
  ]
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain || (one.skill < other.skill ? -1 : 1))
    .slice(0, most);
}

/** One above the best at which the skill is held; the best there is for one that is held so. */
function nextLevel({ skills }: CandidateFacts, code: string): Advice['level'] {
  const ranks = skills.filter((skill) => skill.code === code).map(({ level }) => skillLevels.indexOf(level));
  return Math.max(...ranks) > 0 ? 'MASTERED' : 'PRACTISED';
}
