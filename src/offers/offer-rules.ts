import { addDays } from '../common/clock.js';
import { InputProblem } from '../common/refusal.js';
import type { OfferDraft } from './offer-draft.js';
import { durationTooShort } from './offer-refusals.js';
import { shortestMonths } from './vte-in-use.js';

/** The duration the draft fails to reach, or null; by the rule of its first day, as the check-list of the VTE. */
export function missingMonths({ contractType, durationMonths, startsOn }: OfferDraft, today: string): number | null {
  const least = shortestMonths(contractType, startsOn ?? today);
  return least !== undefined && durationMonths !== null && durationMonths < least ? least : null;
}

type OfferDays = Pick<OfferDraft, 'startsOn' | 'expiresOn'>;

/**
 * Everything that is wrong with a draft by itself, each problem with its path. `before` is the offer as it was, when it is
 * being revised: a day that has passed since then is no fault of the revision.
 */
export function offerProblems(draft: OfferDraft, today: string, before?: OfferDays): InputProblem[] {
  return [
    ...textProblems(draft),
    ...siteProblems(draft),
    ...contractProblems(draft, today),
    ...dateProblems(draft, today, before),
    ...salaryProblems(draft),
    ...skillProblems(draft),
  ];
}

export const transformsCompanyProblem = (words: string): InputProblem[] =>
  lengthProblem('transformsCompany', words, 1, 2_000, { fr: 'La transformation décrite', en: 'What is transformed' });

function textProblems({ title, description, transformsCompany }: OfferDraft): InputProblem[] {
  return [
    ...lengthProblem('title', title, 5, 150, { fr: 'Le titre', en: 'The title' }),
    ...(transformsCompany === null ? [] : transformsCompanyProblem(transformsCompany)),
    ...lengthProblem('description', description, 30, 10_000, { fr: 'La description', en: 'The description' }),
  ];
}

function lengthProblem(
  field: string,
  words: string,
  least: number,
  most: number,
  name: { fr: string; en: string },
): InputProblem[] {
  const { length } = [...words];
  if (length >= least && length <= most) return [];
  return [
    new InputProblem([field], {
      fr: `${name.fr} doit compter de ${least} à ${most.toLocaleString('fr-FR')} caractères (${length} ici).`,
      en: `${name.en} must have ${least} to ${most.toLocaleString('en')} characters (${length} here).`,
    }),
  ];
}

function siteProblems({ sites }: OfferDraft): InputProblem[] {
  if (sites.length === 0 || sites.length > 20) {
    return [
      new InputProblem(['sites'], {
        fr: `Une offre a de 1 à 20 lieux de travail (${sites.length} ici).`,
        en: `An offer has 1 to 20 workplaces (${sites.length} here).`,
      }),
    ];
  }
  return sites.flatMap(({ address }, index) =>
    address !== null && [...address].length > 200
      ? [
          new InputProblem(['sites', index, 'address'], {
            fr: 'Une adresse compte au plus 200 caractères.',
            en: 'An address has at most 200 characters.',
          }),
        ]
      : [],
  );
}

/** What is no length of any contract, whatever the VTE asks. */
export const durationProblems = (months: number | null): InputProblem[] =>
  months === null || (months >= 1 && months <= 60)
    ? []
    : [
        new InputProblem(['durationMonths'], {
          fr: 'La durée se donne en mois, de 1 à 60.',
          en: 'The duration is given in months, 1 to 60.',
        }),
      ];

function contractProblems(draft: OfferDraft, today: string): InputProblem[] {
  const { contractType, durationMonths, openings, startsOn } = draft;
  const problems: InputProblem[] = [];
  const tooShort = missingMonths(draft, today);
  const noLength = durationProblems(durationMonths);
  if (noLength.length > 0) {
    problems.push(...noLength);
  } else if (tooShort !== null) {
    problems.push(new InputProblem(['durationMonths'], durationTooShort(contractType, tooShort)));
  } else if (contractType === 'CDD' && durationMonths === null) {
    const least = shortestMonths(contractType, startsOn ?? today) ?? 1;
    problems.push(
      new InputProblem(['durationMonths'], {
        fr: `Un CDD a une durée : indiquez-la en mois (${least} au moins pour un VTE).`,
        en: `A fixed-term contract has a duration: give it in months (${least} at least for a VTE).`,
      }),
    );
  }
  if (openings < 1 || openings > 50) {
    problems.push(
      new InputProblem(['openings'], {
        fr: 'Le nombre de postes va de 1 à 50.',
        en: 'The number of openings is 1 to 50.',
      }),
    );
  }
  return problems;
}

function dateProblems({ startsOn, expiresOn }: OfferDays, today: string, before?: OfferDays): InputProblem[] {
  const problems: InputProblem[] = [];
  if (startsOn !== null && startsOn !== before?.startsOn) {
    if (startsOn < today) {
      problems.push(startPassed(startsOn));
    } else if (startsOn > addDays(today, 730)) {
      problems.push(
        new InputProblem(['startsOn'], {
          fr: 'La date de début est à plus de deux ans.',
          en: 'The start date is more than two years ahead.',
        }),
      );
    }
  }
  if (expiresOn === null || expiresOn === before?.expiresOn) return problems;
  if (expiresOn < today || expiresOn > addDays(today, 366)) {
    problems.push(
      new InputProblem(['expiresOn'], {
        fr: 'La dernière date pour candidater va d’aujourd’hui à un an.',
        en: 'The last day to apply is between today and a year from now.',
      }),
    );
  }
  return problems;
}

export const startPassed = (startsOn: string): InputProblem =>
  new InputProblem(['startsOn'], {
    fr: `La date de début (${startsOn}) est déjà passée.`,
    en: `The start date (${startsOn}) has already passed.`,
  });

const lowestSalary = 5_000;
const highestSalary = 300_000;

export function salaryProblems({ salaryMin, salaryMax }: Pick<OfferDraft, 'salaryMin' | 'salaryMax'>): InputProblem[] {
  const outside = (['salaryMin', 'salaryMax'] as const).filter((field) => {
    const value = { salaryMin, salaryMax }[field];
    return value !== null && (value < lowestSalary || value > highestSalary);
  });
  const problems = outside.map(
    (field) =>
      new InputProblem([field], {
        fr: 'Le salaire se donne en euros bruts par an, de 5 000 à 300 000.',
        en: 'Pay is given in euros a year before tax, 5,000 to 300,000.',
      }),
  );
  if (problems.length === 0 && salaryMin !== null && salaryMax !== null && salaryMin > salaryMax) {
    problems.push(
      new InputProblem(['salaryMax'], {
        fr: 'Le salaire le plus haut est inférieur au plus bas.',
        en: 'The highest pay is under the lowest.',
      }),
    );
  }
  return problems;
}

export const mostSkills = 15;

function skillProblems(draft: OfferDraft): InputProblem[] {
  return (['requiredSkillCodes', 'desiredSkillCodes'] as const).flatMap((field) =>
    draft[field].length > mostSkills
      ? [
          new InputProblem([field], {
            fr: `Au plus ${mostSkills} compétences par liste : choisissez celles qui comptent.`,
            en: `At most ${mostSkills} skills a list: choose those that matter.`,
          }),
        ]
      : [],
  );
}
