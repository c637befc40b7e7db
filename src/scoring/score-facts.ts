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
  /** How reliably and soon its company answers, 0 to 10,000; null while nothing is known of it. */
  responsiveness: number | null;
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

/** How close the skill that is had is to the one asked for: a whole number from 0, strangers, to 100, as good as the same. */
export type Closeness = (asked: string, has: string) => number;

/** How much a skill counts, in percent of an ordinary one: a whole number above 0, higher for rare skills. */
export type Rarity = (skillCode: string) => number;

/** How close the occupation of the offer is to one wished for, another than it: a fit, 0 to 10,000. */
export type OccupationCloseness = (asked: string, wished: string) => number;

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
  occupations: OccupationCloseness;
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
  'RESPONSIVENESS',
] as const;
export type CriterionName = (typeof criteria)[number];

export interface Related {
  asked: string;
  has: string;
  /** In hundredths. */
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
    /** Matched, but a level below the highest. */
    practised: string[];
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
  RESPONSIVENESS: { fit: number };
}

/** How well one criterion fits, 0 to 10,000. */
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
  /** The kilometres that order equal scores: those to a wished place it lies in; null when it lies in none that has a point. */
  rankKm: number | null;
  /** The weight of the criteria between the two that could be compared, of 100; of equal scores the better proven comes first. */
  evidence: number;
  scoringVersion: string;
}
