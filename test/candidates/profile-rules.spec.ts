import { addDays } from '../../src/common/clock.js';
import type { ProfileDraft } from '../../src/candidates/profile-draft.js';
import { profileProblems } from '../../src/candidates/profile-rules.js';
import { aProfile } from './a-profile.js';

const today = '2026-09-01';
const skills = (count: number): ProfileDraft['skills'] =>
  Array.from({ length: count }, (_, index) => ({ code: String(100_000 + index), level: 'PRACTISED' }));
const rome = (count: number) => Array.from({ length: count }, (_, index) => `H${1000 + index}`);

test.each<[string, Partial<ProfileDraft>, string[]]>([
  ['nothing said', {}, []],
  ['100 signs outside the basic plane', { firstName: '😀'.repeat(100) }, []],
  ['101 letters', { firstName: 'a'.repeat(101), lastName: 'a'.repeat(101) }, ['firstName', 'lastName']],
  ['a school of 120 letters', { school: 'é'.repeat(120) }, []],
  ['one of 121', { school: 'é'.repeat(121) }, ['school']],
  ['one without a letter', { school: '« – »' }, ['school']],
  ['60 skills', { skills: skills(60) }, []],
  ['61 skills', { skills: skills(61) }, ['skills']],
  ['20 occupations', { occupationCodes: rome(20) }, []],
  ['21 occupations', { occupationCodes: rome(21) }, ['occupationCodes']],
  [
    '21 malformed occupations are one problem',
    { occupationCodes: rome(21).map((code) => `${code}!`) },
    ['occupationCodes'],
  ],
  ['a malformed occupation', { occupationCodes: ['H1502', 'SOUDEUR'] }, ['occupationCodes.1']],
  ['a diploma of 1950', { diplomaOn: '1950-01-01' }, []],
  ['one of 1949', { diplomaOn: '1949-12-31' }, ['diplomaOn']],
  ['one in six years', { diplomaOn: addDays(today, 6 * 366) }, []],
  ['one later than that', { diplomaOn: addDays(today, 6 * 366 + 1) }, ['diplomaOn']],
  ['available since 2000', { availableFrom: '2000-01-01' }, []],
  ['available since before', { availableFrom: '1999-12-31' }, ['availableFrom']],
  ['available in over three years', { availableFrom: addDays(today, 3 * 366 + 1) }, ['availableFrom']],
  ['no pay', { salaryAtLeast: 0 }, []],
  ['less than that', { salaryAtLeast: -1 }, ['salaryAtLeast']],
  ['too much', { salaryAtLeast: 300_001 }, ['salaryAtLeast']],
])('%s', (_name, differs, expected) => {
  const problems = profileProblems(aProfile(differs), today, { occupationCodes: differs.occupationCodes });
  expect(problems.map(({ path }) => path.join('.'))).toEqual(expected);
});

test('a problem is found where it was written, though duplicates fold', () => {
  const said = { occupationCodes: ['H1502', 'h1502', 'soudeur'] };
  const [problem] = profileProblems(aProfile({ occupationCodes: ['H1502', 'SOUDEUR'] }), today, said);
  expect(problem!.path).toEqual(['occupationCodes', '2']);
});
