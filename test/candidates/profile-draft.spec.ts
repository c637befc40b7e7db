import fc from 'fast-check';
import type { CandidateProfileInput } from '../../src/candidates/candidate.input.js';
import { type ProfileDraft, profileWith } from '../../src/candidates/profile-draft.js';
import { aProfile } from './a-profile.js';

const now = new Date('2026-09-01T10:00:00Z');
const consent = new Date('2026-01-01T10:00:00Z');
const full = aProfile({
  firstName: 'Lina',
  lastName: 'Martin',
  school: 'INSA Lyon',
  studyLevel: 'BAC_5',
  diplomaOn: '2026-06-30',
  skills: [{ code: '100001', level: 'MASTERED' }],
  places: [{ departmentCode: '01' }],
  contractTypes: ['CDI'],
  missionCategories: ['PRODUCTION'],
  occupationCodes: ['H1502'],
  availableFrom: '2026-10-01',
  salaryAtLeast: 32_000,
  remoteWork: ['PARTIAL'],
  visibleSince: consent,
});
const inputFields = [...Object.keys(full).filter((field) => field !== 'visibleSince'), 'visibleToCompanies'];

test('what is left out stays', () => {
  expect(profileWith(full, {}, now)).toEqual(full);
});

test.each(inputFields)('null empties %s and nothing else', (field) => {
  const column = field === 'visibleToCompanies' ? 'visibleSince' : (field as keyof ProfileDraft);
  const emptied = profileWith(full, { [field]: null }, now);
  expect(emptied).toEqual({ ...full, [column]: aProfile()[column] });
});

test('duplicates fold: the last word on a skill counts, in the place of the first', () => {
  const input: CandidateProfileInput = {
    skills: [
      { code: '100001', level: 'NOTION' },
      { code: '100002' },
      { code: ' 100001 ', level: 'MASTERED' },
      { code: '100003', level: null },
    ],
    contractTypes: ['CDD', 'CDI', 'CDD'],
    occupationCodes: ['h1502', ' H1502', 'I1304'],
    places: [
      { commune: { code: '01283' } },
      { departmentCode: '01' },
      { commune: { code: '01283', radiusKm: null } },
      { commune: { code: '01283', radiusKm: 30 } },
      { departmentCode: '01' },
    ],
  };
  expect(profileWith(aProfile(), input, now)).toMatchObject({
    skills: [
      { code: '100001', level: 'MASTERED' },
      { code: '100002', level: 'PRACTISED' },
      { code: '100003', level: 'PRACTISED' },
    ],
    contractTypes: ['CDD', 'CDI'],
    occupationCodes: ['H1502', 'I1304'],
    places: [{ commune: { code: '01283' } }, { departmentCode: '01' }, { commune: { code: '01283', radiusKm: 30 } }],
  });
});

test('names become lines of plain text, blank ones none', () => {
  const read = profileWith(full, { firstName: ' <b>Anne</b>\n Lise ', lastName: '  ' }, now);
  expect([read.firstName, read.lastName]).toEqual(['Anne Lise', null]);
});

test('consent is dated when it is given, keeps its first date, and can be withdrawn', () => {
  expect(profileWith(aProfile(), { visibleToCompanies: true }, now).visibleSince).toBe(now);
  expect(profileWith(full, { visibleToCompanies: true }, now).visibleSince).toBe(consent);
  expect(profileWith(full, { visibleToCompanies: false }, now).visibleSince).toBeNull();
  expect(profileWith(aProfile(), {}, now).visibleSince).toBeNull();
});

test('saying the same again changes nothing', () => {
  const inputs = fc.record(
    {
      firstName: fc.option(fc.string({ unit: 'binary' })),
      salaryAtLeast: fc.option(fc.integer()),
      skills: fc.option(fc.array(fc.record({ code: fc.string(), level: fc.constantFrom('NOTION', 'MASTERED', null) }))),
      occupationCodes: fc.option(fc.array(fc.string())),
      contractTypes: fc.option(fc.array(fc.constantFrom('CDI', 'CDD'))),
      visibleToCompanies: fc.option(fc.boolean()),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<CandidateProfileInput>;
  fc.assert(
    fc.property(inputs, (input) => {
      const once = profileWith(full, input, now);
      expect(profileWith(once, input, new Date())).toEqual(once);
    }),
  );
});
