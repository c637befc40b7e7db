/** What is said of a hire, its company and the young person beyond an offer; null where nothing is said. */
export interface Said {
  /** Aids of VTE Vert that the establishment, or the company, had before this one. */
  vteVertOfSiret: number | null;
  vteVertOfSiren: number | null;
  labelRequestedOn: string | null;
  transformingPost: boolean | null;
  auditOrAwarenessOnly: boolean | null;
  companyInDifficulty: boolean | null;
  microEntrepreneur: boolean | null;
  turnoverEuros: number | null;
  balanceSheetEuros: number | null;
  privateNonFarmCompany: boolean | null;
  payPercentOfMinimumWage: number | null;
  tenant: boolean | null;
  /** How many months the post lasted, when it ended. */
  leftAfterMonths: number | null;
  spendingProved: boolean | null;
  plannedSpendingEuros: number | null;
  workStudyBonus: boolean | null;
}

/** What stands for a post before anyone is hired. */
export const nothingSaid: Said = {
  vteVertOfSiret: null,
  vteVertOfSiren: null,
  labelRequestedOn: null,
  transformingPost: null,
  auditOrAwarenessOnly: null,
  companyInDifficulty: null,
  microEntrepreneur: null,
  turnoverEuros: null,
  balanceSheetEuros: null,
  privateNonFarmCompany: null,
  payPercentOfMinimumWage: null,
  tenant: null,
  leftAfterMonths: null,
  spendingProved: null,
  plannedSpendingEuros: null,
  workStudyBonus: null,
};
