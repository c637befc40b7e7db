import type { CriterionName } from './score-facts.js';

/** How much each criterion, and each degree within one, counts. Weights only matter against each other. */
export interface Weights {
  version: string;
  criteria: Record<CriterionName, number>;
  skills: {
    required: number;
    desired: number;
    /** What a skill held at this level covers of the skill asked for. */
    levels: Record<'NOTION' | 'PRACTISED' | 'MASTERED', number>;
    /** What a perfectly close skill covers, at the same level; no more than the skill itself at its lowest. */
    related: number;
  };
  distance: {
    /** Up to here nothing is lost: one commutes within it without a thought. */
    fullKm: number;
    /** Beyond, what is left falls to a third over this share of the wished radius, and over no less than `decayKmAtLeast`. */
    decayShareOfRadius: number;
    decayKmAtLeast: number;
    /** For a workplace outside every wished place. */
    outside: number;
    /** A fully remote post, for someone who named no kind of remote work. */
    remoteNotAskedFor: number;
  };
  /** By levels above the one asked: same, one, two, three or more; then one level below. */
  studyLevel: { above: readonly [number, number, number, number]; oneBelow: number };
  availability: {
    /** Days one may wait for the start without losing anything, then until little is left. */
    waitDays: number;
    longWaitDays: number;
    longWait: number;
    /** Days by which the start may come before the first free day, and what is left then. */
    tooEarlyDays: number;
    tooEarly: number;
  };
  occupation: { sameDomain: number };
  /** When the pay offered begins below the wish but reaches it; and the share below the wish at which nothing is left. */
  salary: { reaches: number; nothingBelow: number };
  /** One step apart: none and partial, partial and full. */
  remoteWork: { oneStep: number };
}

/**
 * Skills make half of a full score: they are what the match is about. Distance is next, since a VTE is worked where the
 * company is. The occupation and the level say what skills leave out. Contract, availability and mission are mostly
 * settled by the gates and only order what passes; pay and remote work settle ties.
 */
const november2026: Weights = {
  version: '2026-11',
  criteria: {
    SKILLS: 50,
    DISTANCE: 18,
    OCCUPATION: 8,
    STUDY_LEVEL: 7,
    CONTRACT: 5,
    AVAILABILITY: 4,
    MISSION: 4,
    SALARY: 2,
    REMOTE_WORK: 2,
  },
  skills: { required: 1, desired: 0.4, levels: { NOTION: 0.6, PRACTISED: 0.9, MASTERED: 1 }, related: 0.6 },
  distance: { fullKm: 10, decayShareOfRadius: 2 / 3, decayKmAtLeast: 15, outside: 0.5, remoteNotAskedFor: 0.7 },
  studyLevel: { above: [1, 0.85, 0.65, 0.5], oneBelow: 0.5 },
  availability: { waitDays: 60, longWaitDays: 300, longWait: 0.2, tooEarlyDays: 60, tooEarly: 0.3 },
  occupation: { sameDomain: 0.5 },
  salary: { reaches: 0.8, nothingBelow: 0.25 },
  remoteWork: { oneStep: 0.5 },
};

/** Every set of weights that ever gave a score, so that an old score can be explained again. A set is never edited: a new one is added. */
export const weights: Readonly<Record<string, Weights>> = { [november2026.version]: november2026 };

export const currentWeights = november2026;
