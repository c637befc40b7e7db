import type { ContractType } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { Said } from './said.js';

/** Where the work is done, as the territories of the hiring date see it. */
export interface Workplace {
  communeCode: string;
  communeName: string;
  /** The Territoires d'industrie it was in on that day; null when no list is known for that day. */
  territories: string[] | null;
}

/** What a verdict is given on. Everything that may be unknown is null, never a default. */
export interface AidFacts {
  hiredOn: string;
  workplace: Workplace;
  contractType: ContractType;
  durationMonths: number | null;
  headcount: number | null;
  greenMission: boolean | null;
  /** The level held or prepared lies between the two; equal when it is known, null when nothing is said. */
  level: { lowest: StudyLevel; highest: StudyLevel } | null;
  /** `nobody yet` when a post is judged before anyone is hired: the diploma is then something to see to. */
  monthsSinceDiploma: number | null | 'nobody yet';
  said: Said;
}

/** The workplace that helps most: one in a territory, else one that may be, else the first. */
export function bestWorkplace(workplaces: Workplace[]): Workplace | undefined {
  return (
    workplaces.find((workplace) => workplace.territories?.length) ??
    workplaces.find((workplace) => workplace.territories === null) ??
    workplaces[0]
  );
}

export const isOverseas = (communeCode: string): boolean => /^9[78]/.test(communeCode);

export const isWorkStudy = ({ contractType }: Pick<AidFacts, 'contractType'>): boolean =>
  contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION';
