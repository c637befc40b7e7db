import type { AidConditionKind } from '../../src/aids/aid-rules.js';
import type { VerdictName } from '../../src/aids/aid-verdicts.js';
import type { AidCheckInput } from '../../src/aids/aid.input.js';

/**
 * What the sources say, written by hand and never by the code: for a check that differs so from the base of its aid, the
 * verdict, the euros, and the conditions that decided (those not met, else those not known).
 */
export type GoldenCase = [
  what: string,
  differs: Partial<AidCheckInput>,
  verdict: VerdictName,
  euros: number | null,
  decided: AidConditionKind[],
];

/** A permanent post in Oyonnax, a plastics town in both generations, for a master of six months ago. */
export const permanent: Partial<AidCheckInput> = {
  workplaceCommuneCode: '01283',
  hiredOn: '2021-03-01',
  contractType: 'CDI',
  headcount: 80,
  studyLevel: 'BAC_5',
  monthsSinceDiploma: 6,
  greenMission: true,
};
export const apprentice = { contractType: 'APPRENTICESHIP', durationMonths: 12 } as const;
export const in2022 = { hiredOn: '2022-06-01' };
