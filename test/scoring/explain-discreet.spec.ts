import fc from 'fast-check';
import { same } from '../../src/common/text.js';
import { discreetGate, explainDiscreetly } from '../../src/scoring/explain-discreet.js';
import { stepAbove } from '../../src/scoring/explain-distance.js';
import { allGates } from '../../src/scoring/explain-gates.js';
import type { Names } from '../../src/scoring/explain.js';
import { score } from '../../src/scoring/score.js';
import type { CandidateFacts, CriterionName, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { aCandidate, anOffer, aPlace, knowing } from './a-match.js';
import { candidates, knowings, offers, places } from './arbitrary.js';

const names: Names = { skill: same, occupation: same, commune: (code) => (code === '01283' ? 'Oyonnax' : 'Ailleurs') };
const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ');

function said(
  criterion: CriterionName,
  offer: Partial<OfferFacts>,
  candidate: Partial<CandidateFacts>,
  place: Partial<Place> = {},
): string {
  const { parts } = score(anOffer(offer), aCandidate(candidate), aPlace(place), knowing());
  return plain(
    explainDiscreetly(
      parts.find((part) => part.criterion === criterion)!,
      names,
    ).fr,
  );
}

test.each([
  [0, 10, 'à moins de 10 km du lieu souhaité'],
  [9.9, 10, 'à moins de 10 km du lieu souhaité'],
  [10, 25, 'entre 10 et 25 km du lieu souhaité'],
  [25, 50, 'entre 25 et 50 km du lieu souhaité'],
  [99.9, 100, 'entre 50 et 100 km du lieu souhaité'],
  [100, null, 'à plus de 100 km du lieu souhaité'],
])('distance: %d km', (km, step, words) => {
  expect(stepAbove(km)).toBe(step);
  expect(said('DISTANCE', {}, {}, { km, fromCommuneCode: '01283' })).toBe(`Poste à Oyonnax, ${words}.`);
});

test('distance without kilometres', () => {
  expect(said('DISTANCE', {}, {}, { km: null })).toBe('Poste à Oyonnax, dans la zone souhaitée.');
  expect(said('DISTANCE', { remoteWork: 'FULL' }, { remoteWork: [] })).toBe('Poste entièrement en télétravail.');
});

test.each([
  ['AVAILABILITY', { availableFrom: '2026-08-01' }, 'Disponibilité compatible avec la date de début.'],
  ['AVAILABILITY', { availableFrom: '2026-09-22' }, 'Disponibilité après la date de début.'],
  ['AVAILABILITY', { availableFrom: '2025-11-01' }, 'Disponibilité bien avant la date de début.'],
  ['SALARY', { salaryAtLeast: 25_000 }, 'Le salaire proposé convient.'],
  ['SALARY', { salaryAtLeast: 32_000 }, 'Le salaire proposé convient en partie.'],
  ['SALARY', { salaryAtLeast: 40_000 }, 'Le salaire proposé est en dessous du souhait.'],
  ['REMOTE_WORK', {}, 'Sur place, comme souhaité.'],
  ['REMOTE_WORK', { remoteWork: ['FULL'] }, 'Sur place, ce qui n’est pas souhaité.'],
  ['CONTRACT', {}, 'Un contrat accepté : CDI.'],
] as [CriterionName, Partial<CandidateFacts>, string][])('%s %j', (criterion, candidate, fr) => {
  expect(said(criterion, {}, candidate)).toBe(fr);
});

/** A day, pay and place that no offer has. */
const own = {
  diplomaOn: '2024-04-17',
  availableFrom: '2027-04-19',
  salaryAtLeast: 61_234,
} satisfies Partial<CandidateFacts>;

test('nothing that a company reads holds a figure of the candidate’s own', () => {
  fc.assert(
    fc.property(offers, candidates, places, knowings, fc.boolean(), (offer, someone, place, know, open) => {
      const candidate = { ...someone, ...own };
      const away = { ...place, fromCommuneCode: '01053' };
      const parts = score(offer, candidate, away, know).parts.map((part) => explainDiscreetly(part, names));
      const gates = allGates({ ...offer, open }, candidate, away, '2026-05-01').map(
        ({ gate, passed, explanation }) => discreetGate(gate, passed) ?? explanation,
      );
      for (const { fr, en } of [...parts, ...gates]) {
        expect(`${fr} ${en}`).not.toMatch(/avril|April|61.?234|Ailleurs|\d[,.]\d+ ?km|undefined|null/u);
        expect(fr).toMatch(/^\S.*[^ .]\.$/);
        expect(en).toMatch(/^\S.*[^ .]\.$/);
      }
    }),
  );
});
