import { addDays } from '../common/clock.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { wholeMonths } from './contract-days.js';
import { type HireDraft, longest, type SoundHire } from './hire-draft.js';

/** A hire is declared within two years; a contract begins within one year of being signed. */
const furthestBack = 730;
const furthestStart = 366;

/** All that is wrong with a draft by itself, each problem with its path below `input`. */
export function hireProblems(draft: HireDraft, today: string, isCommune: (code: string) => boolean): InputProblem[] {
  const problems: InputProblem[] = [];
  const wrong = (field: keyof HireDraft, text: Text) => problems.push(new InputProblem(['input', field], text));
  for (const field of ['hiredOn', 'startsOn', 'contractType', 'communeCode', 'missionTitle'] as const) {
    if (draft[field] === null) wrong(field, required[field]);
  }
  if (draft.communeCode !== null && !isCommune(draft.communeCode)) wrong('communeCode', unknownCommune);
  dayProblems(draft, today, wrong);
  lengthProblems(draft, wrong);
  if (draft.salary !== null && (draft.salary < 1 || draft.salary > 1_000_000)) wrong('salary', salary);
  return problems;
}

export const isSound = (draft: HireDraft, problems: readonly InputProblem[]): draft is SoundHire =>
  problems.length === 0 && draft.hiredOn !== null;

const french = new Intl.NumberFormat('fr-FR');
const english = new Intl.NumberFormat('en-GB');

type Wrong = (field: keyof HireDraft, text: Text) => unknown;

function dayProblems(draft: HireDraft, today: string, wrong: Wrong): void {
  const { hiredOn, startsOn, endsOn, contractType, durationMonths } = draft;
  if (hiredOn !== null && hiredOn > today) wrong('hiredOn', notYet);
  if (hiredOn !== null && hiredOn < addDays(today, -furthestBack)) wrong('hiredOn', tooLongAgo);
  if (hiredOn !== null && startsOn !== null) {
    if (startsOn < hiredOn) wrong('startsOn', startsBefore);
    if (startsOn > addDays(hiredOn, furthestStart)) wrong('startsOn', startsTooLate);
  }
  if (contractType === null || contractType === 'CDI') return;
  if (durationMonths !== null && (durationMonths < 1 || durationMonths > 60)) wrong('durationMonths', duration);
  else if (startsOn !== null && endsOn !== null && endsOn <= startsOn) wrong('endsOn', endsBefore);
  else if (durationMonths === null) wrong('durationMonths', noDuration);
  else if (startsOn !== null && endsOn !== null && wholeMonths(startsOn, endsOn) !== durationMonths)
    wrong('endsOn', disagree);
}

function lengthProblems(draft: HireDraft, wrong: Wrong): void {
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const text = draft[field];
    if (text === null) continue;
    if ([...text].length > most) {
      wrong(field, {
        fr: `Ce texte compte au plus ${french.format(most)} caractères.`,
        en: `This text has at most ${english.format(most)} characters.`,
      });
    }
    if (!isPrintable(text)) wrong(field, unprintable);
  }
}

/** Whether the fonts of the charter have all its letters: those of Europe’s languages, and the usual signs (CO₂, 2/3, →). */
export const isPrintable = (text: string): boolean =>
  /^[\t\n\u0020-\u007e\u00a0-\u017f\u01cd-\u01dc\u0218-\u021b\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u1e80-\u1e85\u1e9e-\u1ef9\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2070\u2074-\u208e\u20ac\u2116\u2122\u2153-\u215e\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]*$/u.test(
    text,
  );

const required: Record<'hiredOn' | 'startsOn' | 'contractType' | 'communeCode' | 'missionTitle', Text> = {
  hiredOn: { fr: 'Indiquez le jour où le contrat a été signé.', en: 'Give the day the contract was signed.' },
  startsOn: { fr: 'Indiquez le premier jour de travail.', en: 'Give the first day of work.' },
  contractType: { fr: 'Indiquez le type de contrat.', en: 'Give the kind of contract.' },
  communeCode: {
    fr: 'Indiquez la commune du lieu de travail : c’est elle qui dit le territoire.',
    en: 'Give the commune of the workplace: it is what tells the territory.',
  },
  missionTitle: { fr: 'Indiquez l’intitulé de la mission.', en: 'Give the title of the mission.' },
};

const unknownCommune = {
  fr: 'Ce code n’est celui d’aucune commune (code INSEE, et non code postal).',
  en: 'No commune has this code (INSEE code, not a postal code).',
};
const notYet = {
  fr: 'Une embauche se déclare une fois le contrat signé : ce jour n’est pas encore venu.',
  en: 'A hire is declared once the contract is signed: this day has not come yet.',
};
const tooLongAgo = {
  fr: 'Le contrat a été signé il y a plus de deux ans : c’est trop tard pour le déclarer ici.',
  en: 'The contract was signed more than two years ago: that is too late to declare it here.',
};
const startsBefore = {
  fr: 'Le premier jour de travail ne peut pas précéder la signature du contrat.',
  en: 'The first day of work cannot come before the contract was signed.',
};
const startsTooLate = {
  fr: 'Le premier jour de travail vient au plus tard un an après la signature du contrat.',
  en: 'The first day of work comes within a year of the contract being signed.',
};
const endsBefore = {
  fr: 'Le dernier jour du contrat vient après le premier jour de travail.',
  en: 'The last day of the contract comes after the first day of work.',
};
const duration = { fr: 'La durée se compte en mois, de 1 à 60.', en: 'The duration is given in months, 1 to 60.' };
const noDuration = {
  fr: 'Ce contrat a un terme : indiquez sa durée en mois, ou son dernier jour.',
  en: 'This contract comes to an end: give its duration in months, or its last day.',
};
const disagree = {
  fr: 'Le dernier jour ne correspond pas à la durée en mois.',
  en: 'The last day does not agree with the duration in months.',
};
const salary = {
  fr: 'Le salaire brut annuel va de 1 à 1\u202f000\u202f000 euros.',
  en: 'The gross yearly pay is from 1 to 1,000,000 euros.',
};
const unprintable = {
  fr: 'Ce texte contient un signe que la charte ne peut pas imprimer (émoticône, écriture non latine).',
  en: 'This text has a sign that the charter cannot print (emoji, writing that is not Latin).',
};
