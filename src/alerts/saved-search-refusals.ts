import { InputProblem, NotAllowed } from '../common/refusal.js';

const longestName = 100;

export function nameProblems(name: string): InputProblem[] {
  const length = [...name].length;
  if (length > 0 && length <= longestName) return [];
  return [
    new InputProblem(['name'], {
      fr: `Le nom de la recherche compte de 1 à ${longestName} caractères.`,
      en: `The name of the search has 1 to ${longestName} characters.`,
    }),
  ];
}

export const filterTooLong = (): InputProblem =>
  new InputProblem(['filter'], {
    fr: 'Ce filtre est trop long pour être gardé.',
    en: 'This filter is too long to be kept.',
  });

export const notYourSearch = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette recherche n’existe pas, ou n’est pas la vôtre.',
    en: 'There is no such search, or it is not yours.',
  });
