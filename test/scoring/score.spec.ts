import { score } from '../../src/scoring/score.js';
import type { CandidateFacts, CriterionName, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { currentWeights, weights } from '../../src/scoring/weights.js';
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
    scoringVersion: '2026-11',
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
    expect(fitOf('SKILLS', offer, has({ code: 'AMDEC', level: 'MASTERED' }))).toBeCloseTo(1 / 1.4);
    expect(fitOf('SKILLS', offer, has({ code: 'SPC', level: 'MASTERED' }))).toBeCloseTo(0.4 / 1.4);
  });

  test('one asked for twice counts once, as required', () => {
    const offer = { requiredSkills: ['AMDEC', 'AMDEC'], desiredSkills: ['AMDEC', 'SPC'] };
    expect(fitOf('SKILLS', offer, has({ code: 'AMDEC', level: 'MASTERED' }))).toBeCloseTo(1 / 1.4);
  });

  test('rare ones weigh more', () => {
    const know = knowing({ rarity: (code) => (code === 'AMDEC' ? 3 : 1) });
    const offer = { requiredSkills: ['AMDEC', 'SPC'] };
    expect(fitOf('SKILLS', offer, has({ code: 'AMDEC', level: 'MASTERED' }), {}, know)).toBeCloseTo(0.75);
    expect(fitOf('SKILLS', offer, has({ code: 'SPC', level: 'MASTERED' }), {}, know)).toBeCloseTo(0.25);
  });

  test.each([
    ['NOTION', 0.6],
    ['PRACTISED', 0.9],
    ['MASTERED', 1],
  ] as const)('held at the level %s covers %d', (level, fit) => {
    expect(fitOf('SKILLS', { requiredSkills: ['AMDEC'] }, has({ code: 'AMDEC', level }))).toBeCloseTo(fit);
  });

  test('the best level counts when one is named twice', () => {
    const twice = has({ code: 'AMDEC', level: 'MASTERED' }, { code: 'AMDEC', level: 'NOTION' });
    expect(fitOf('SKILLS', { requiredSkills: ['AMDEC'] }, twice)).toBe(1);
  });

  test('a related one covers a part, and stays missing', () => {
    const know = knowing({ closeness: (asked, held) => (asked === 'AMDEC' && held === 'AMDE' ? 0.5 : 0) });
    const offer = anOffer({ requiredSkills: ['AMDEC'] });
    const match = score(offer, aCandidate(has({ code: 'AMDE', level: 'MASTERED' })), aPlace(), know);
    expect(match.parts[0]!.fit).toBeCloseTo(0.3);
    expect(match).toMatchObject({
      matchedSkills: [],
      missingSkills: ['AMDEC'],
      relatedSkills: [{ asked: 'AMDEC', has: 'AMDE', closeness: 0.5 }],
    });
  });

  test('a related one never counts more than the skill itself', () => {
    for (const { skills } of Object.values(weights)) {
      expect(skills.related).toBeLessThanOrEqual(Math.min(...Object.values(skills.levels)));
    }
  });
});

describe('distance', () => {
  test.each([
    ['next door', { km: 0 }, 1],
    ['as far as nobody minds', { km: 10 }, 1],
    ['at the edge of 30 km', { km: 30 }, Math.exp(-1)],
    ['at the same distance in a wider circle, less is lost', { km: 30, radiusKm: 60 }, Math.exp(-0.5)],
    ['in a department or a region', { km: null, radiusKm: null }, 1],
    ['in a wished commune without a radius', { km: 0, radiusKm: null }, 1],
    ['outside every wish', { km: null, inside: false }, 0],
    ['outside, at the same distance', { km: 30, inside: false }, Math.exp(-1) / 2],
  ] as [string, Partial<Place>, number][])('%s', (_what, place, fit) => {
    expect(fitOf('DISTANCE', {}, {}, place)).toBeCloseTo(fit);
  });

  test('fully remote work satisfies it for whoever asked for that, and nearly for whoever named nothing', () => {
    const away = { km: 600, inside: false };
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: ['FULL'] }, away)).toBe(1);
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: [] }, away)).toBe(0.7);
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: [] }, { km: 2 })).toBe(1);
    expect(fitOf('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: ['NONE'] }, away)).toBeCloseTo(0);
    expect(fitOf('DISTANCE', { remoteWork: 'PARTIAL' }, { remoteWork: ['FULL'] }, away)).toBeCloseTo(0);
  });
});

test.each([
  ['the same', ['H1502'], 1],
  ['one of several', ['M1402', 'H1502'], 1],
  ['of the same domain', ['H1506'], 0.5],
  ['another', ['M1402'], 0],
])('occupation: %s', (_what, occupationCodes, fit) => {
  expect(fitOf('OCCUPATION', {}, { occupationCodes })).toBe(fit);
});

test('occupations known to be close count as the caller says', () => {
  const know = knowing({ occupations: (asked, has) => (asked === 'H1502' && has === 'M1402' ? 0.4 : 0) });
  expect(fitOf('OCCUPATION', {}, { occupationCodes: ['M1402', 'N1303'] }, {}, know)).toBe(0.4);
});

test.each([
  ['BAC_3', 1],
  ['BAC_5', 0.85],
  ['DOCTORATE', 0.65],
  ['BAC_2', 0.5],
  ['BAC', 0],
] as const)('study level %s for a bac+3', (studyLevel, fit) => {
  expect(fitOf('STUDY_LEVEL', {}, { studyLevel })).toBe(fit);
});

test.each([
  ['on the day', '2026-09-01', 1],
  ['two months to wait', '2026-07-03', 1],
  ['a year to wait', '2025-09-01', 0.2],
  ['free 30 days after the start', '2026-10-01', 0.65],
  ['free 60 days after the start', '2026-10-31', 0.3],
  ['free 61 days after the start', '2026-11-01', 0],
])('availability: %s', (_what, availableFrom, fit) => {
  expect(fitOf('AVAILABILITY', {}, { availableFrom })).toBeCloseTo(fit);
});

test.each([
  ['the whole range is above the wish', 30_000, 34_000, 30_000, 1],
  ['the range reaches the wish', 30_000, 34_000, 34_000, 0.8],
  ['a little below', 30_000, 36_000, 40_000, 0.48],
  ['a quarter below', 28_000, 30_000, 40_000, 0],
  ['only the lowest pay is said', 30_000, null, 30_000, 1],
  ['only the highest pay is said', null, 30_000, 30_000, 1],
])('salary: %s', (_what, salaryMin, salaryMax, salaryAtLeast, fit) => {
  expect(fitOf('SALARY', { salaryMin, salaryMax }, { salaryAtLeast })).toBeCloseTo(fit);
});

test('salary: no pay said on either side leaves it out', () => {
  expect(fitOf('SALARY', { salaryMin: null, salaryMax: null }, {})).toBeUndefined();
  expect(fitOf('SALARY', {}, { salaryAtLeast: null })).toBeUndefined();
});

test.each([
  ['NONE', ['NONE'], 1],
  ['PARTIAL', ['NONE', 'PARTIAL'], 1],
  ['NONE', ['PARTIAL'], 0.5],
  ['NONE', ['FULL'], 0],
] as const)('remote work %s for %j', (remoteWork, wished, fit) => {
  expect(fitOf('REMOTE_WORK', { remoteWork }, { remoteWork: [...wished] })).toBe(fit);
});

test('contract and mission are in or out', () => {
  expect(fitOf('CONTRACT', { contractType: 'CDD' }, {})).toBe(1);
  expect(fitOf('CONTRACT', { contractType: 'APPRENTICESHIP' }, {})).toBe(0);
  expect(fitOf('MISSION', { missionCategory: 'FINANCE' }, {})).toBe(0);
});

test('the current weights make 100 and are kept under their own name', () => {
  expect(Object.values(currentWeights.criteria).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  for (const [version, set] of Object.entries(weights)) expect(set.version).toBe(version);
});
