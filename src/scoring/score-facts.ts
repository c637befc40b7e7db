import type { SkillLevel } from '../candidates/skill-level.js';
import type { ContractType, MissionCategory, RemoteWork } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { Weights } from './weights.js';

/**
 * All that a score may look at. Nothing about age, gender, name, origin, photo or address is here, and a test reads this
 * file to keep it so.
 */
export interface OfferFacts {
  id: string;
  requiredSkills: string[];
  desiredSkills: string[];
  studyLevel: StudyLevel | null;
  contractType: ContractType;
  missionCategory: MissionCategory;
  occupationCode: string | null;
  startsOn: string | null;
  salaryMin: number | null;
  salaryMax: number | null;
  remoteWork: RemoteWork;
  communeCodes: string[];
}

export interface CandidateFacts {
  id: string;
  skills: { code: string; level: SkillLevel }[];
  studyLevel: StudyLevel | null;
  diplomaOn: string | null;
  contractTypes: ContractType[];
  missionCategories: MissionCategory[];
  occupationCodes: string[];
  availableFrom: string | null;
  salaryAtLeast: number | null;
  remoteWork: RemoteWork[];
  hasPlaces: boolean;
}

/** How close what is had is to what is asked, 0 to 1. */
export type Closeness = (asked: string, has: string) => number;

/** How many times an ordinary skill this one counts; above 0, higher for rare skills. */
export type Rarity = (skillCode: string) => number;

/** The site of the offer that suits the candidate's wishes best: the nearest one within them, else the nearest one. */
export interface Place {
  /** To the nearest wished place that has a point; null when none has one. */
  km: number | null;
  /** The radius of that wish. */
  radiusKm: number | null;
  /** Whether the site lies in a place wished for. */
  inside: boolean;
  /** The commune of the site. */
  communeCode: string | null;
  /** The commune from which the kilometres are counted, where it may be told to the reader. */
  fromCommuneCode?: string | null;
}

/** What the caller knows beyond the two. */
export interface Know {
  closeness: Closeness;
  rarity: Rarity;
  weights: Weights;
  /** Between occupations; by their place in the ROME when left out. */
  occupations?: Closeness;
}

export const criteria = [
  'SKILLS',
  'DISTANCE',
  'OCCUPATION',
  'STUDY_LEVEL',
  'CONTRACT',
  'AVAILABILITY',
  'MISSION',
  'SALARY',
  'REMOTE_WORK',
] as const;
export type CriterionName = (typeof criteria)[number];

export interface Related {
  asked: string;
  has: string;
  closeness: number;
}

/** What each criterion found, for its sentence. */
export interface CriterionFacts {
  SKILLS: {
    required: { asked: number; matched: number };
    desired: { asked: number; matched: number };
    missing: string[];
    /** Matched, but at the lowest level only. */
    notions: string[];
    related: Related[];
  };
  DISTANCE: Place & { remote: boolean };
  OCCUPATION: { code: string; same: boolean; fit: number };
  STUDY_LEVEL: { asked: StudyLevel; has: StudyLevel };
  CONTRACT: { contractType: ContractType; accepted: boolean };
  AVAILABILITY: { startsOn: string; availableFrom: string };
  MISSION: { missionCategory: MissionCategory; wished: boolean };
  SALARY: { salaryMin: number | null; salaryMax: number | null; salaryAtLeast: number };
  REMOTE_WORK: { remoteWork: RemoteWork; wished: RemoteWork[] };
}

/** How well one criterion fits, 0 to 1. */
export type Fit = { [C in CriterionName]: { criterion: C; fit: number; facts: CriterionFacts[C] } }[CriterionName];

export type Part = Fit & { points: number; pointsPossible: number };

export interface Scored {
  /** False when there is nothing to score on; `unscoredBecause` says why. */
  scored: boolean;
  unscoredBecause: 'NO_SKILLS' | 'NOTHING_IN_COMMON' | null;
  /** 0 to 100 in tenths; exactly the sum of the parts. */
  score: number;
  /** In order of weight. */
  parts: Part[];
  /** Skills asked for that the candidate has; the most telling first, here and below. */
  matchedSkills: string[];
  /** Skills asked for that the candidate does not have, related ones included. */
  missingSkills: string[];
  relatedSkills: Related[];
  distanceKm: number | null;
  scoringVersion: string;
}
