import type { ContractType } from '../offers/offer-words.js';

/** All that a charter says, as it was when it was frozen. Names of people stand here and nowhere else but in the signatures. */
export interface CharterContent {
  /** The hire and the version it is about; no two charters read the same. */
  reference: string;
  /** Of the texts in reference/charter.json. */
  model: string;
  /** Civil day of metropolitan France. */
  madeOn: string;
  company: { name: string; siret: string; commune: string };
  candidate: { name: string };
  tutor: { name: string; role: string };
  missionTitle: string;
  mission: string;
  transforms: string;
  reportsTo: string;
  contractType: ContractType;
  durationMonths: number | null;
  hiredOn: string;
  startsOn: string;
  endsOn: string | null;
  workplace: { commune: string; department: string; territory: string | null };
  greenMission: boolean;
}
