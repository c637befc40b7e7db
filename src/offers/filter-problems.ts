import { isUuid } from '../common/node.js';
import { InputProblem } from '../common/refusal.js';
import { acceptableOccupationCode } from '../skills/codes.js';
import { malformedOccupation, unknownSkill } from './offer-check.js';
import type { OfferFilter } from './offer-filter.input.js';

export const mostValues = 100;
const mostMonths = 24;

/** How the codes of skills are written: the numbers of the ROME, and names such as audit-interne. */
export const isSkillCode = (code: string): boolean => code.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code);

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Everything that is wrong with a filter, apart from its places; for codes written as they are kept. */
export const filterProblems = (said: OfferFilter): InputProblem[] => [
  ...plainLists.flatMap((field) => valueProblems(field, said[field])),
  ...valueProblems('occupationCodes', said.occupationCodes, acceptableOccupationCode, malformedOccupation),
  ...valueProblems('skillCodes', said.skillCodes, isSkillCode, unknownSkill),
  ...monthProblems(said.startMonths ?? []),
  ...salaryProblems(said.salaryAtLeast),
  ...companyProblems(said.companyId),
];

const plainLists = ['contractTypes', 'missionCategories', 'remoteWork', 'aids'] as const;

/** A list that is too long is one problem, not one for each of its values. */
function valueProblems(
  field: keyof OfferFilter,
  list: readonly string[] | null | undefined,
  fits: (value: string) => boolean = () => true,
  problem: (path: (string | number)[], value: string) => InputProblem = (path) => new InputProblem(path, tooMany),
): InputProblem[] {
  const values = list ?? [];
  if (values.length > mostValues) return [new InputProblem(['filter', field], tooMany)];
  return values.flatMap((value, at) => (fits(value) ? [] : [problem(['filter', field, at], value)]));
}

const tooMany = { fr: `Au plus ${mostValues} valeurs.`, en: `At most ${mostValues} values.` };

function monthProblems(months: readonly string[]): InputProblem[] {
  const text = { fr: `Au plus ${mostMonths} mois.`, en: `At most ${mostMonths} months.` };
  if (months.length > mostMonths) return [new InputProblem(['filter', 'startMonths'], text)];
  return months.flatMap((month, at) =>
    isMonth(month)
      ? []
      : [
          new InputProblem(['filter', 'startMonths', at], {
            fr: 'Un mois s’écrit AAAA-MM, par exemple 2026-09.',
            en: 'A month is written YYYY-MM.',
          }),
        ],
  );
}

const salaryProblems = (salary: number | null | undefined): InputProblem[] =>
  typeof salary === 'number' && salary < 0
    ? [
        new InputProblem(['filter', 'salaryAtLeast'], {
          fr: 'Le salaire se donne en euros bruts par an, à partir de 0.',
          en: 'Pay is given in euros a year before tax, from 0.',
        }),
      ]
    : [];

const companyProblems = (id: string | null | undefined): InputProblem[] =>
  id && !isUuid(id)
    ? [
        new InputProblem(['filter', 'companyId'], {
          fr: 'Cet identifiant n’est celui d’aucune entreprise.',
          en: 'No company has this id.',
        }),
      ]
    : [];
