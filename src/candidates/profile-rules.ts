import { addDays } from '../common/clock.js';
import { InputProblem } from '../common/refusal.js';
import { malformedOccupation } from '../offers/offer-check.js';
import { acceptableOccupationCode } from '../skills/codes.js';
import type { CandidateProfileInput } from './candidate.input.js';
import { longestSchool } from './school-key.js';
import { occupationCode, type ProfileDraft } from './profile-draft.js';

export const mostSkills = 60;
const mostOccupations = 20;

/**
 * Everything that is wrong with a profile by itself; codes and places are looked up elsewhere. `said` is what the
 * candidate wrote, so that a problem is found where it was written.
 */
export function profileProblems(
  draft: ProfileDraft,
  today: string,
  said: Pick<CandidateProfileInput, 'occupationCodes'>,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const refuse = (path: (string | number)[], fr: string, en: string): void => {
    problems.push(new InputProblem(path, { fr, en }));
  };
  for (const field of ['firstName', 'lastName'] as const) {
    if ([...(draft[field] ?? '')].length > 100) {
      refuse([field], 'Un nom compte au plus 100 caractères.', 'A name has at most 100 characters.');
    }
  }
  if (draft.school !== null && ([...draft.school].length > longestSchool || !/[\p{L}\p{N}]/u.test(draft.school))) {
    refuse(
      ['school'],
      `Le nom d’un établissement s’écrit en ${longestSchool} caractères au plus, avec des lettres ou des chiffres.`,
      `The name of a school has at most ${longestSchool} characters, letters or digits among them.`,
    );
  }
  if (draft.skills.length > mostSkills) {
    refuse(['skills'], `Au plus ${mostSkills} compétences.`, `At most ${mostSkills} skills.`);
  }
  if (draft.occupationCodes.length > mostOccupations) {
    refuse(['occupationCodes'], `Au plus ${mostOccupations} métiers.`, `At most ${mostOccupations} occupations.`);
  } else if (said.occupationCodes) {
    const wrong = draft.occupationCodes.filter((code) => !acceptableOccupationCode(code));
    const places = said.occupationCodes.map(occupationCode);
    problems.push(...wrong.map((code) => malformedOccupation(['occupationCodes', places.indexOf(code)])));
  }
  const { diplomaOn, availableFrom, salaryAtLeast } = draft;
  if (diplomaOn !== null && (diplomaOn < '1950-01-01' || diplomaOn > addDays(today, 6 * 366))) {
    refuse(
      ['diplomaOn'],
      'La date du diplôme se situe entre 1950 et dans six ans.',
      'The day of the diploma is between 1950 and six years ahead.',
    );
  }
  if (availableFrom !== null && (availableFrom < '2000-01-01' || availableFrom > addDays(today, 3 * 366))) {
    refuse(
      ['availableFrom'],
      'La disponibilité se situe entre 2000 et dans trois ans.',
      'The first available day is between 2000 and three years ahead.',
    );
  }
  if (salaryAtLeast !== null && (salaryAtLeast < 0 || salaryAtLeast > 300_000)) {
    refuse(
      ['salaryAtLeast'],
      'Le salaire souhaité se donne en euros bruts par an, de 0 à 300 000.',
      'The pay wished for is in euros a year before tax, from 0 to 300,000.',
    );
  }
  return problems;
}
