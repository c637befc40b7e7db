import type { HireStatus } from '../hires/hire-status.js';
import type { LabelState } from '../labels/label-words.js';
import type { ContractType } from '../offers/offer-words.js';

/** Whose hire it is, how many days ago its contract was signed, who signed the charter, and how many days later it starts. */
export type HireScene = readonly [
  company: number,
  candidate: number,
  status: HireStatus,
  contract: ContractType,
  days: number,
  signed: string,
  startsAfter?: number,
];

const both = 'CANDIDATE COMPANY';

/**
 * Hires whose label went on, and where it stands: most of the demo’s company, where its member and the manager of its territory
 * find each; the demo’s candidate is asked how their apprenticeship goes. Those that reach their proofs were granted an aid.
 */
export const labelScenes: readonly [HireScene, LabelState][] = [
  [[0, 10, 'SIGNED', 'CDI', 40, both], 'REQUESTED'],
  [[0, 11, 'SIGNED', 'CDD', 60, both], 'MORE_DOCUMENTS'],
  [[0, 12, 'SIGNED', 'CDI', 35, both, 60], 'GRANTED'],
  [[0, 13, 'SIGNED', 'CDI', 120, both], 'REFUSED'],
  [[0, 14, 'SIGNED', 'CDI', 200, both], 'MISSION'],
  [[1, 0, 'SIGNED', 'APPRENTICESHIP', 50, both], 'MISSION'],
  [[0, 21, 'SIGNED', 'CDI', 378, both], 'PROOFS_DUE'],
  [[0, 15, 'SIGNED', 'CDD', 400, both], 'PROOFS_SENT'],
  [[0, 16, 'SIGNED', 'CDI', 420, both], 'PROOFS_INCOMPLETE'],
  [[0, 17, 'SIGNED', 'CDI', 480, both], 'PAID'],
  [[0, 18, 'SIGNED', 'CDI', 240, both], 'LAPSED'],
  [[0, 19, 'SIGNED', 'CDI', 90, both], 'WITHDRAWN'],
  [[2, 20, 'SIGNED', 'APPRENTICESHIP', 345, both], 'NO_AID'],
];
