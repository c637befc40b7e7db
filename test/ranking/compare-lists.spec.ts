import { liftsOf } from '../../src/ranking/compare-causes.js';
import { compareLists, overtaken } from '../../src/ranking/compare-lists.js';
import { type CandidateChange, Tally } from '../../src/ranking/compare-report.js';
import { comparisonLines } from '../../src/ranking/compare-words.js';
import { score } from '../../src/scoring/score.js';
import { weights } from '../../src/scoring/weights.js';
import { aCandidate, anOffer, aPlace, knowing } from '../scoring/a-match.js';

/** "a80 b70": two offers with their tenths. */
const list = (words: string) =>
  words
    .split(' ')
    .flatMap((word) => (word ? [{ id: word[0]!, tenths: Number(word.slice(1)), evidence: 0, km: 0 }] : []));
const change = (before: string, after: string) => compareLists(list(before), list(after));

test('equal lists, with other scores', () => {
  expect(change('a80 b70', 'a81 b69')).toEqual({
    kind: 'EQUAL',
    entered: [],
    left: [],
    overlap: 1,
    stayed: [
      { id: 'a', places: 0, tenths: 1 },
      { id: 'b', places: 0, tenths: -1 },
    ],
  });
});

test('the same offers in another order', () => {
  const reordered = change('a80 b70 c60', 'c82 a80 b70');
  expect(reordered).toMatchObject({ kind: 'REORDERED', overlap: 1 });
  expect(reordered.stayed.map(({ id, places }) => [id, places])).toEqual([
    ['c', 2],
    ['a', -1],
    ['b', -1],
  ]);
  expect(overtaken(reordered)).toEqual({ rose: ['c'], fell: ['a', 'b'] });
});

test('some entered and some left', () => {
  const changed = change('a80 b70', 'a80 d75');
  expect(changed).toMatchObject({ kind: 'CHANGED', overlap: 0.5, entered: ['d'], left: ['b'] });
  expect(overtaken(changed)).toEqual({ rose: ['d'], fell: ['b'] });
});

test('nothing on either side is no list', () => {
  expect(change('', '')).toMatchObject({ kind: 'EQUAL', overlap: 1, stayed: [] });
});

test('the criterion that lifted those that rose above those that fell is named', () => {
  const twice = (responsiveness: number | null) => {
    const by = (version: string) =>
      score(anOffer({ responsiveness }), aCandidate(), aPlace(), knowing({ weights: weights[version]! }));
    return { before: by('2026-11'), after: by('2026-12') };
  };
  const [first] = liftsOf([twice(10_000)], [twice(0)]);
  expect(first!.criterion).toBe('RESPONSIVENESS');
  expect(first!.points).toBeCloseTo(3);
  expect(liftsOf([twice(null)], [twice(null)])).toEqual([]);
});

test('lists are added up, and the most changed told', () => {
  const tally = new Tally();
  const add = (candidateId: string, before: string, after: string, lifts: CandidateChange['lifts'] = []) => {
    tally.add({ ...change(before, after), candidateId, lifts });
  };
  add('equal', 'a80 b70', 'a80 b70');
  add('none', '', '');
  add('reordered', 'a80 b70', 'b90 a80', [{ criterion: 'SALARY', points: 2 }]);
  add('changed', 'a80 b70', 'a80 d75', [{ criterion: 'RESPONSIVENESS', points: 2.25 }]);
  const report = tally.report();
  expect(report).toEqual({
    compared: 3,
    withoutOffers: 1,
    equal: 1,
    reordered: 1,
    changed: 1,
    meanOverlap: 2.5 / 3,
    meanMove: 2 / 5,
    largestMove: 1,
    meanScoreChange: 2 / 5,
    causes: [
      { criterion: 'RESPONSIVENESS', lists: 1 },
      { criterion: 'SALARY', lists: 1 },
    ],
    mostChanged: [
      {
        candidateId: 'changed',
        overlap: 0.5,
        entered: ['d'],
        left: ['b'],
        lifts: [{ criterion: 'RESPONSIVENESS', points: 2.25 }],
      },
      { candidateId: 'reordered', overlap: 1, entered: [], left: [], lifts: [{ criterion: 'SALARY', points: 2 }] },
    ],
  });
  expect(comparisonLines('2026-11', '2026-12', report)).toEqual([
    '2026-11 → 2026-12',
    'Listes comparées (lists compared): 3',
    'Sans aucune offre (without any offer): 1',
    'Identiques (equal): 1 (33,33 %)',
    'Mêmes offres, autre ordre (same offers, other order): 1 (33,33 %)',
    'Autres offres (other offers): 1 (33,33 %)',
    'Recouvrement moyen (mean overlap): 83,33 %',
    'Déplacement moyen, le plus grand (move in rank: mean, largest): 0,4, 1',
    'Écart moyen de score (mean change of score): +0,4',
    'Critère qui l’explique, en listes (criterion that explains it, in lists): RESPONSIVENESS 1, SALARY 1',
    'Les plus changées (most changed):',
    '  changed: 50 % · RESPONSIVENESS +2,25',
    '    entrées (entered): d',
    '    sorties (left): b',
    '  reordered: 100 % · SALARY +2',
  ]);
});

test('no more than ten are told, the least like before first', () => {
  const tally = new Tally();
  for (let at = 0; at < 15; at += 1) {
    const after = Array.from({ length: 16 }, (_, place) => `${String.fromCharCode((place < at ? 65 : 97) + place)}50`);
    const before = Array.from({ length: 16 }, (_, place) => `${String.fromCharCode(97 + place)}50`);
    tally.add({ ...change(before.join(' '), after.join(' ')), candidateId: `c${at}`, lifts: [] });
  }
  const { mostChanged, equal } = tally.report();
  expect(equal).toBe(1);
  expect(mostChanged.map(({ candidateId }) => candidateId)).toEqual(
    [14, 13, 12, 11, 10, 9, 8, 7, 6, 5].map((at) => `c${at}`),
  );
});
