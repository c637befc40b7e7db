import { score } from '../../src/scoring/score.js';
import type { CandidateFacts, CriterionName, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { weights } from '../../src/scoring/weights.js';
import { aCandidate, anOffer, aPlace, knowing, silentBut } from './a-match.js';

const fitOf = (
  criterion: CriterionName,
  offer: Partial<OfferFacts>,
  candidate: Partial<CandidateFacts>,
  place: Partial<Place> = {},
  know = knowing(),
): number | undefined =>
  score(anOffer(offer), aCandidate(candidate), aPlace(place), know).parts.find((part) => part.criterion === criterion)
    ?.fit;

test('two of three skills, well placed: the number, its parts and the version', () => {
  const match = score(anOffer(), aCandidate(), aPlace(), knowing());
  expect(match).toMatchObject({
    scored: true,
    unscoredBecause: null,
    score: 80.2,
    matchedSkills: ['ISO 9001', 'SPC'],
    missingSkills: ['AMDEC'],
    relatedSkills: [],
    distanceKm: 12,
    scoringVersion: '2026-12',
  });
  expect(match.parts.map(({ criterion, points, pointsPossible }) => [criterion, points, pointsPossible])).toEqual([
    ['SKILLS', 33.3, 50],
    ['DISTANCE', 16.3, 18],
    ['OCCUPATION', 8, 8],
    ['STUDY_LEVEL', 6, 7],
    ['CONTRACT', 5, 5],
    ['AVAILABILITY', 4, 4],
    ['MISSION', 4, 4],
    ['SALARY', 1.6, 2],
    ['REMOTE_WORK', 2, 2],
  ]);
});

test('everything fits: 100', () => {
  const all = ['AMDEC', 'ISO 9001', 'SPC'].map((code) => ({ code, level: 'MASTERED' as const }));
  const candidate = aCandidate({ skills: all, studyLevel: 'BAC_3', salaryAtLeast: 28_000 });
  expect(score(anOffer(), candidate, aPlace({ km: 3 }), knowing()).score).toBe(100);
});

test('only what both sides speak of counts', () => {
  const candidate = silentBut({ skills: [{ code: 'AMDEC', level: 'MASTERED' }] });
  const match = score(anOffer({ requiredSkills: ['AMDEC'] }), candidate, aPlace(), knowing());
  expect(match.parts).toMatchObject([{ criterion: 'SKILLS', points: 100, pointsPossible: 100 }]);
  expect(match.score).toBe(100);
});

test('a profile without skills has no score, and says why', () => {
  const match = score(anOffer(), aCandidate({ skills: [] }), aPlace(), knowing());
  expect(match).toMatchObject({ scored: false, unscoredBecause: 'NO_SKILLS', score: 0, parts: [], distanceKm: 12 });
  expect(match.missingSkills).toHaveLength(3);
});

test('nothing spoken of by both: no score', () => {
  const match = score(anOffer({ requiredSkills: [] }), silentBut({}), aPlace(), knowing());
  expect(match).toMatchObject({ scored: false, unscoredBecause: 'NOTHING_IN_COMMON', score: 0, parts: [] });
});

describe('skills', () => {
  const has = (...skills: CandidateFacts['skills']) => ({ skills });

  test('an offer that asks for none leaves them out', () => {
    expect(fitOf('SKILLS', { requiredSkills: [] }, {})).toBeUndefined();
  });

  test('required weigh more than desired', () => {
    const offer = { requiredSkills: ['AMDEC'], desiredSkills: ['SPC'] };
    expect(fitOf('SKILLS', offer, has({ code: 'AMDEC', level: 'MASTERED' }))).toBe(7_143);
    expect(fitOf('SKILLS', offer, has({ code: 'SPC', level: 'MASTERED' }))).toBe(2_857);
  });

  test('one asked for twice counts once, as required', () => {
    const offer = { requiredSkills: ['AMDEC', 'AMDEC'], desiredSkills: ['AMDEC', 'SPC'] };
    expect(fitOf('SKILLS', offer, has({ code: 'AMDEC', level: 'MASTERED' }))).toBe(7_143);
  });

  test('rare ones weigh more', () => {
    const know = knowing({ rarity: (code) => (code === 'AMDEC' ? 150 : 50) });
    const offer = { requiredSkills: ['AMDEC', 'SPC'] };
    expect(fitOf('SKILLS', offer, has({ code: 'AMDEC', level: 'MASTERED' }), {}, know)).toBe(7_500);
    expect(fitOf('SKILLS', offer, has({ code: 'SPC', level: 'MASTERED' }), {}, know)).toBe(2_500);
  });

  test.each([
    ['NOTION', 6_000],
    ['PRACTISED', 9_000],
    ['MASTERED', 10_000],
  ] as const)('held at the level %s covers %d', (level, fit) => {
    expect(fitOf('SKILLS', { requiredSkills: ['AMDEC'] }, has({ code: 'AMDEC', level }))).toBe(fit);
  });

  test('the best level counts when one is named twice', () => {
    const twice = has({ code: 'AMDEC', level: 'MASTERED' }, { code: 'AMDEC', level: 'NOTION' });
    expect(fitOf('SKILLS', { requiredSkills: ['AMDEC'] }, twice)).toBe(10_000);
  });

  test('a related one covers a part, and stays missing', () => {
    const know = knowing({ closeness: (asked, held) => (asked === 'AMDEC' && held === 'AMDE' ? 50 : 0) });
    const offer = anOffer({ requiredSkills: ['AMDEC'] });
    const match = score(offer, aCandidate(has({ code: 'AMDE', level: 'MASTERED' })), aPlace(), know);
    expect(match.parts[0]!.fit).toBe(3_000);
    expect(match).toMatchObject({
      matchedSkills: [],
      missingSkills: ['AMDEC'],
      relatedSkills: [{ asked: 'AMDEC', has: 'AMDE', closeness: 50 }],
    });
  });
});

describe('distance', () => {
  test.each([
    ['next door', { km: 0 }, 10_000],
    ['as far as nobody minds', { km: 10 }, 10_000],
    ['at the edge of 30 km', { km: 30 }, 3_642],
    ['at the same distance in a wider circle, less is lost', { km: 30, radiusKm: 60 }, 6_035],
    ['in a department or a region', { km: null, radiusKm: null }, 10_000],
    ['in a wished commune without a radius', { km: 0, radiusKm: null }, 10_000],
    ['outside every wish', { km: null, inside: false }, 0],
    ['outside, at the same distance', { km: 30, inside: false }, 1_821],
  ] as [string, Partial<Place>, number][])('%s', (_what, place, fit) => {
    expect(fitOf('DISTANCE', {}, {}, place)).toBe(fit);
  });

  test('fully remote work satisfies it for whoever asked for that, and nearly for whoever named nothing', () => {
    const away = { km: 600, inside: false };
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: ['FULL'] }, away)).toBe(10_000);
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: [] }, away)).toBe(7_000);
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: [] }, { km: 2 })).toBe(10_000);
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: ['NONE'] }, away)).toBe(0);
    expect(fitOf('DISTANCE', { remoteWork: 'PARTIAL' }, { remoteWork: ['FULL'] }, away)).toBe(0);
  });
});

test.each([
  ['the same', ['H1502'], 10_000],
  ['one of several', ['M1402', 'H1502'], 10_000],
  ['of the same domain', ['H1506'], 5_000],
  ['another', ['M1402'], 0],
])('occupation: %s', (_what, occupationCodes, fit) => {
  expect(fitOf('OCCUPATION', {}, { occupationCodes })).toBe(fit);
});

test('occupations known to be close count as the caller says', () => {
  const know = knowing({ occupations: (asked, has) => (asked === 'H1502' && has === 'M1402' ? 4_000 : 0) });
  expect(fitOf('OCCUPATION', {}, { occupationCodes: ['M1402', 'N1303'] }, {}, know)).toBe(4_000);
});

test.each([
  ['BAC_3', 10_000],
  ['BAC_5', 8_500],
  ['DOCTORATE', 6_500],
  ['BAC_2', 5_000],
  ['BAC', 0],
] as const)('study level %s for a bac+3', (studyLevel, fit) => {
  expect(fitOf('STUDY_LEVEL', {}, { studyLevel })).toBe(fit);
});

test.each([
  ['on the day', '2026-09-01', 10_000],
  ['two months to wait', '2026-07-03', 10_000],
  ['a year to wait', '2025-09-01', 2_000],
  ['free 30 days after the start', '2026-10-01', 6_500],
  ['free 60 days after the start', '2026-10-31', 3_000],
  ['free 61 days after the start', '2026-11-01', 0],
])('availability: %s', (_what, availableFrom, fit) => {
  expect(fitOf('AVAILABILITY', {}, { availableFrom })).toBe(fit);
});

test.each([
  ['the whole range is above the wish', 30_000, 34_000, 30_000, 10_000],
  ['the range reaches the wish', 30_000, 34_000, 34_000, 8_000],
  ['a little below', 30_000, 36_000, 40_000, 4_800],
  ['a quarter below', 28_000, 30_000, 40_000, 0],
  ['only the lowest pay is said', 30_000, null, 30_000, 10_000],
  ['only the highest pay is said', null, 30_000, 30_000, 10_000],
])('salary: %s', (_what, salaryMin, salaryMax, salaryAtLeast, fit) => {
  expect(fitOf('SALARY', { salaryMin, salaryMax }, { salaryAtLeast })).toBe(fit);
});

test('salary: no pay said on either side leaves it out', () => {
  expect(fitOf('SALARY', { salaryMin: null, salaryMax: null }, {})).toBeUndefined();
  expect(fitOf('SALARY', {}, { salaryAtLeast: null })).toBeUndefined();
});

test.each([
  ['NONE', ['NONE'], 10_000],
  ['PARTIAL', ['NONE', 'PARTIAL'], 10_000],
  ['NONE', ['PARTIAL'], 5_000],
  ['NONE', ['FULL'], 0],
] as const)('remote work %s for %j', (remoteWork, wished, fit) => {
  expect(fitOf('REMOTE_WORK', { remoteWork }, { remoteWork: [...wished] })).toBe(fit);
});

test('contract and mission are in or out', () => {
  expect(fitOf('CONTRACT', { contractType: 'CDD' }, {})).toBe(10_000);
  expect(fitOf('CONTRACT', { contractType: 'APPRENTICESHIP' }, {})).toBe(0);
  expect(fitOf('MISSION', { missionCategory: 'FINANCE' }, {})).toBe(0);
});

describe('how the company answers', () => {
  const withAnswers = (responsiveness: number | null) =>
    score(anOffer({ responsiveness }), aCandidate(), aPlace(), knowing());

  test('is left out while nothing is known of it', () => {
    expect(withAnswers(null).parts.map(({ criterion }) => criterion)).not.toContain('RESPONSIVENESS');
  });

  test('decides three points of a hundred, whatever else counts', () => {
    const [never, always] = [withAnswers(0), withAnswers(10_000)];
    expect(always.parts.at(2)).toMatchObject({ criterion: 'OCCUPATION', pointsPossible: 7.8 });
    expect(always.parts.find(({ criterion }) => criterion === 'RESPONSIVENESS')).toMatchObject({
      points: 3,
      pointsPossible: 3,
    });
    expect([never.score, withAnswers(null).score, always.score]).toEqual([77.8, 80.2, 80.8]);
    const alone = silentBut({ skills: [{ code: 'AMDEC', level: 'NOTION' }] });
    const offer = anOffer({ requiredSkills: ['AMDEC'], responsiveness: 10_000 });
    expect(score(offer, alone, aPlace(), knowing()).score).toBe(61.2);
  });

  test('never makes a score where nothing is in common', () => {
    const offer = anOffer({ requiredSkills: [], responsiveness: 10_000 });
    expect(score(offer, silentBut({}), aPlace(), knowing())).toMatchObject({
      scored: false,
      unscoredBecause: 'NOTHING_IN_COMMON',
      parts: [],
    });
  });

  test('counted for nothing before it was known', () => {
    const know = knowing({ weights: weights['2026-11']! });
    const answered = score(anOffer({ responsiveness: 10_000 }), aCandidate(), aPlace(), know);
    expect(answered).toEqual(score(anOffer(), aCandidate(), aPlace(), know));
  });
});

test('equal scores are ordered by the kilometres to a wished place they lie in, and by no others', () => {
  const rankKm = (place: Partial<Place>) => score(anOffer(), aCandidate(), aPlace(place), knowing()).rankKm;
  expect(rankKm({ km: 12 })).toBe(12);
  expect(rankKm({ km: 12, inside: false })).toBeNull();
  expect(rankKm({ km: null })).toBeNull();
});
