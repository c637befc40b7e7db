import { score } from './score.js';
import type { CandidateFacts, Know, OfferFacts, Place } from './score-facts.js';

/** To learn a skill that is asked for, or to practise one of which the candidate has notions. */
export const adviceKinds = ['LEARN', 'DEEPEN'] as const;
export type AdviceKind = (typeof adviceKinds)[number];

export interface Advice {
  kind: AdviceKind;
  skill: string;
  /** Points of the score, in tenths; above 0. */
  gain: number;
}

/**
 * What would raise the score most: each skill asked for that the candidate lacks or has notions of, as if it were practised.
 * The gain is that of scoring again, so a related skill that covers a part already is counted. None without a score.
 */
export function adviceFor(offer: OfferFacts, candidate: CandidateFacts, place: Place, know: Know, most = 3): Advice[] {
  const now = score(offer, candidate, place, know);
  if (!now.scored) return [];
  const practising = (code: string): CandidateFacts => ({
    ...candidate,
    skills: [...candidate.skills, { code, level: 'PRACTISED' }],
  });
  const advice = (kind: AdviceKind, skill: string): Advice => {
    const then = score(offer, practising(skill), place, know);
    return { kind, skill, gain: Math.round((then.score - now.score) * 10) / 10 };
  };
  return [
    ...now.missingSkills.map((skill) => advice('LEARN', skill)),
    ...now.matchedSkills.filter((skill) => onlyNotions(candidate, skill)).map((skill) => advice('DEEPEN', skill)),
  ]
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain || (one.skill < other.skill ? -1 : 1))
    .slice(0, most);
}

const onlyNotions = ({ skills }: CandidateFacts, code: string): boolean =>
  skills.filter((skill) => skill.code === code).every(({ level }) => level === 'NOTION');
