import type { CriterionName } from './score-facts.js';

/** A perfect fit. Fits are whole numbers from 0 to this, so that every way of adding them up gives the same score. */
export const full = 10_000;

/** The criteria that lie between the two; how a company answers counts apart from them. */
export type WeighedCriterion = Exclude<CriterionName, 'RESPONSIVENESS'>;

/**
 * How much each criterion, and each degree within one, counts: whole numbers all. Weights of criteria only matter against
 * each other; degrees are fits, from 0 to `full`, and shares are in percent.
 */
export interface Weights {
  version: string;
  criteria: Record<WeighedCriterion, number>;
  /** Percent of the whole score that how a company answers decides, where it is known; so it moves a score by no more points. */
  responsiveness: number;
  skills: {
    /** In percent of a required skill. */
    desired: number;
    /** Percent of the skill asked for that is covered when it is held at this level. */
    levels: Record<'NOTION' | 'PRACTISED' | 'MASTERED', number>;
    /** Percent that a perfectly close skill covers, at the same level; no more than the skill itself at its lowest. */
    related: number;
  };
  distance: {
    /** Up to here nothing is lost: one commutes within it without a thought. */
    fullKm: number;
    /** Beyond, what is left falls to a third over this share of the wished radius, and over no less than `decayKmAtLeast`. */
    decayPercentOfRadius: number;
    decayKmAtLeast: number;
    /** Percent that is left of a workplace outside every wished place. */
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
  /** When the pay offered begins below the wish but reaches it; and the percent below the wish at which nothing is left. */
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
  responsiveness: 0,
  skills: { desired: 40, levels: { NOTION: 60, PRACTISED: 90, MASTERED: 100 }, related: 60 },
  distance: { fullKm: 10, decayPercentOfRadius: 66, decayKmAtLeast: 15, outside: 50, remoteNotAskedFor: 7_000 },
  studyLevel: { above: [full, 8_500, 6_500, 5_000], oneBelow: 5_000 },
  availability: { waitDays: 60, longWaitDays: 300, longWait: 2_000, tooEarlyDays: 60, tooEarly: 3_000 },
  salary: { reaches: 8_000, nothingBelow: 25 },
  remoteWork: { oneStep: 5_000 },
};

/** A company that answers, and soon, comes a little before one that does not: by three points at most. */
const december2026: Weights = {
  ...november2026,
  version: '2026-12',
  responsiveness: 3,
};

/** Every set of weights that ever gave a score, so that an old score can be explained again. A set is never edited: a new one is added. */
export const weights: Readonly<Record<string, Weights>> = {
  [november2026.version]: november2026,
  [december2026.version]: december2026,
};

export const currentWeights = december2026;

/** The whole number nearest to a share of two whole numbers that are not negative; a half goes up. */
export const rounded = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
