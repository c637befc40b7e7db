import type { ContractType } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { Said } from './said.js';

/** Where the work is done, as the territories of the hiring date see it. */
export interface Workplace {
  communeCode: string;
  communeName: string;
  /** The Territoires d'industrie it was in on that day; null when no list is known for that day. */
  territories: string[] | null;
  /** Those of the list before that of the day, which may still have counted for an aid; none where there is no list before. */
  earlierTerritories: string[];
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

/** The workplace that helps most: one in a territory, of both lists rather than of one, else one that may be, else the first. */
export const bestWorkplace = (workplaces: Workplace[]): Workplace | undefined =>
  workplaces.reduce<Workplace | undefined>(
    (best, workplace) => (best && helpOf(best) >= helpOf(workplace) ? best : workplace),
    undefined,
  );

function helpOf({ territories, earlierTerritories }: Workplace): number {
  const earlier = earlierTerritories.length > 0 ? 1 : 0;
  if (territories === null) return 2;
  return territories.length > 0 ? 3 + earlier : earlier;
}

export const isOverseas = (communeCode: string): boolean => /^9[78]/.test(communeCode);

export const isWorkStudy = ({ contractType }: Pick<AidFacts, 'contractType'>): boolean =>
  contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION';
