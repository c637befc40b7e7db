import type { CompanyFigures } from '../companies/company-figures.js';
import type { OfferDraft } from '../offers/offer-draft.js';
import type { DemoCompany } from './demo-companies.js';
import type { Random } from './random.js';

/** What invented companies say for the check-lists of the VTE. Drawn from their place, so that nothing else of the demo changes. */
export function demoFigures(headcount: number, place: number): CompanyFigures {
  const quiet = place % 9 === 8;
  const turnoverEuros = headcount * (150_000 + (place % 5) * 12_000);
  return {
    turnoverEuros: quiet ? null : turnoverEuros,
    balanceSheetEuros: quiet ? null : Math.round(turnoverEuros * 0.7),
    groupHeadcount: quiet ? null : place % 6 === 5 ? headcount * 3 : headcount,
    microEntrepreneur: quiet ? null : false,
    inDifficulty: quiet ? null : false,
  };
}

type Responsibility = Pick<OfferDraft, 'transformsCompany' | 'reportsToManagement' | 'hasTutor'>;

/** Nine offers in ten say what their posts change; some leave a question of the check-list open. */
export const demoResponsibility = ({ words }: DemoCompany, random: Random): Responsibility => ({
  transformsCompany: random.chance(0.1)
    ? null
    : `Le poste accompagne ce qui change dans l’entreprise : ${words['project']}.`,
  reportsToManagement: random.chance(0.1) ? null : true,
  hasTutor: random.chance(0.1) ? null : true,
});
