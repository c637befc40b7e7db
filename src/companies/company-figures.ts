import { InputProblem } from '../common/refusal.js';
import type { Company } from './company.entity.js';
import type { CompanyFiguresInput } from './company-figures.input.js';

/** What the VTE asks of a company’s size and state, which only its members and administrators read. */
export type CompanyFigures = Pick<
  Company,
  'turnoverEuros' | 'balanceSheetEuros' | 'groupHeadcount' | 'microEntrepreneur' | 'inDifficulty'
>;

export const mostEuros = 2_000_000_000;
const mostStaff = 5_000_000;

export const figuresOf = (said: CompanyFiguresInput): CompanyFigures => ({
  turnoverEuros: said.turnoverEuros ?? null,
  balanceSheetEuros: said.balanceSheetEuros ?? null,
  groupHeadcount: said.groupHeadcount ?? null,
  microEntrepreneur: said.microEntrepreneur ?? null,
  inDifficulty: said.inDifficulty ?? null,
});

/** What is left out stays, null empties. */
export function revisedFigures(was: CompanyFigures, said: CompanyFiguresInput): CompanyFigures {
  const kept = <Field extends keyof CompanyFigures>(field: Field): CompanyFigures[Field] | null =>
    said[field] === undefined ? was[field] : (said[field] as CompanyFigures[Field] | null);
  return {
    turnoverEuros: kept('turnoverEuros'),
    balanceSheetEuros: kept('balanceSheetEuros'),
    groupHeadcount: kept('groupHeadcount'),
    microEntrepreneur: kept('microEntrepreneur'),
    inDifficulty: kept('inDifficulty'),
  };
}

export function figureProblems({
  headcount,
  turnoverEuros,
  balanceSheetEuros,
  groupHeadcount,
}: CompanyFigures & Pick<Company, 'headcount'>): InputProblem[] {
  const euros = { turnoverEuros, balanceSheetEuros };
  const problems = (['turnoverEuros', 'balanceSheetEuros'] as const)
    .filter((field) => isOutside(euros[field], mostEuros))
    .map(
      (field) =>
        new InputProblem([field], {
          fr: 'Le montant se donne en euros entiers, de 0 à 2 000 000 000.',
          en: 'The amount is given in whole euros, 0 to 2,000,000,000.',
        }),
    );
  if (isOutside(groupHeadcount, mostStaff)) {
    problems.push(
      new InputProblem(['groupHeadcount'], {
        fr: 'L’effectif du groupe est un nombre de salariés, de 0 à 5 000 000.',
        en: 'The staff of the group is a number of employees, 0 to 5,000,000.',
      }),
    );
  } else if (groupHeadcount !== null && headcount !== null && groupHeadcount < headcount) {
    problems.push(
      new InputProblem(['groupHeadcount'], {
        fr: 'L’effectif du groupe comprend celui de l’entreprise : il ne peut pas être plus petit.',
        en: 'The staff of the group includes that of the company: it cannot be smaller.',
      }),
    );
  }
  return problems;
}

const isOutside = (value: number | null, most: number): boolean => value !== null && (value < 0 || value > most);
