import fc from 'fast-check';
import { allGateNames, allGates } from '../../src/scoring/explain-gates.js';
import { addMonths } from '../../src/common/clock.js';
import { type GateName, gates } from '../../src/scoring/gates.js';
import type { CandidateFacts, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { aCandidate, anOffer, aPlace, silentBut } from './a-match.js';
import { candidates, offers, places } from './arbitrary.js';

const today = '2026-05-01';
const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ');
const failing = (
  offer: Partial<OfferFacts>,
  candidate: Partial<CandidateFacts>,
  place: Partial<Place> = {},
  on = today,
): GateName[] => gates(anOffer(offer), aCandidate(candidate), aPlace(place), on).map(({ gate }) => gate);

test('nothing stands between two who suit each other', () => {
  expect(failing({}, {})).toEqual([]);
});

test('one who says nothing passes every gate', () => {
  fc.assert(
    fc.property(offers, places, (offer, place) => {
      expect(gates(offer, silentBut({}), place, today)).toEqual([]);
    }),
  );
});

test('every gate that fails is named, in order', () => {
  const offer = { contractType: 'CDD', studyLevel: 'DOCTORATE' } as const;
  const candidate = { contractTypes: ['CDI' as const], diplomaOn: '2020-01-01', availableFrom: '2027-06-01' };
  expect(failing(offer, candidate, { inside: false })).toEqual([
    'CONTRACT',
    'PLACE',
    'STUDY_LEVEL',
    'VTE',
    'AVAILABILITY',
  ]);
});

test.each([
  ['accepted', ['CDI'], []],
  ['not accepted', ['CDD'], ['CONTRACT']],
  ['none named', [], []],
] as [string, CandidateFacts['contractTypes'], GateName[]][])('contract: %s', (_what, contractTypes, failed) => {
  expect(failing({}, { contractTypes })).toEqual(failed);
});

test.each([
  ['inside', 'NONE', ['NONE'], true, true, []],
  ['outside', 'NONE', ['NONE'], false, true, ['PLACE']],
  ['outside, but nowhere in particular is wished for', 'NONE', ['NONE'], false, false, []],
  ['outside and fully remote, which is accepted', 'FULL', ['FULL'], false, true, []],
  ['outside and fully remote, nothing said of it', 'FULL', [], false, true, []],
  ['outside and fully remote, which is not accepted', 'FULL', ['NONE'], false, true, ['PLACE']],
  ['outside and partly remote', 'PARTIAL', ['PARTIAL', 'FULL'], false, true, ['PLACE']],
] as [string, OfferFacts['remoteWork'], CandidateFacts['remoteWork'], boolean, boolean, GateName[]][])(
  'place: %s',
  (_what, remoteWork, accepted, inside, hasPlaces, failed) => {
    expect(failing({ remoteWork }, { remoteWork: accepted, hasPlaces }, { inside })).toEqual(failed);
  },
);

test.each([
  ['the level asked', 'BAC_3', 'BAC_3', []],
  ['one below', 'BAC_3', 'BAC_2', ['STUDY_LEVEL']],
  ['far above', 'BAC_3', 'DOCTORATE', []],
  ['not asked', null, 'BAC', []],
  ['not said', 'DOCTORATE', null, []],
] as [string, OfferFacts['studyLevel'], CandidateFacts['studyLevel'], GateName[]][])(
  'study level: %s',
  (_what, asked, has, failed) => {
    expect(failing({ studyLevel: asked }, { studyLevel: has })).toEqual(failed);
  },
);

test.each([
  ['two years old on the day of the start', '2024-09-01', ['VTE']],
  ['two years old the day after', '2024-09-02', []],
  ['not passed yet at the start', '2026-12-01', []],
  ['not said', null, []],
] as [string, string | null, GateName[]][])('diploma: %s', (_what, diplomaOn, failed) => {
  expect(failing({}, { diplomaOn })).toEqual(failed);
});

test('diploma: not asked in work-study', () => {
  for (const contractType of ['APPRENTICESHIP', 'PROFESSIONALISATION'] as const) {
    expect(failing({ contractType }, { contractTypes: [], diplomaOn: '2010-06-30' })).toEqual([]);
  }
});

test('diploma: judged on today when the offer has no start', () => {
  expect(failing({ startsOn: null }, { diplomaOn: '2024-06-30' }, {}, '2026-06-29')).toEqual([]);
  expect(failing({ startsOn: null }, { diplomaOn: '2024-06-30' }, {}, '2026-06-30')).toEqual(['VTE']);
});

test.each([
  ['60 days after the start', '2026-10-31', []],
  ['61 days after the start', '2026-11-01', ['AVAILABILITY']],
  ['not said', null, []],
] as [string, string | null, GateName[]][])('free %s', (_what, availableFrom, failed) => {
  expect(failing({}, { availableFrom })).toEqual(failed);
});

test('months are added by the calendar', () => {
  expect(addMonths('2024-02-29', 24)).toBe('2026-02-28');
  expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
  expect(addMonths('2024-09-01', 24)).toBe('2026-09-01');
});

test('what failed is said in both languages', () => {
  const candidate = aCandidate({
    contractTypes: ['CDI', 'CDD'],
    studyLevel: 'BAC_2',
    diplomaOn: '2023-07-01',
    availableFrom: '2027-01-04',
  });
  const offer = anOffer({ contractType: 'APPRENTICESHIP' });
  const said = [
    ...gates(offer, candidate, aPlace({ inside: false, km: 62.3 }), today),
    ...gates(anOffer(), aCandidate({ diplomaOn: '2023-07-01' }), aPlace(), today),
  ];
  expect(said.map(({ explanation }) => plain(explanation.fr))).toEqual([
    'Le contrat proposé, « Contrat d’apprentissage (alternance) », n’est pas parmi ceux qui sont acceptés : CDI et CDD.',
    'Aucun lieu de travail ne se trouve dans les lieux souhaités (le plus proche est à 62 km).',
    'Niveau demandé : Bac+3 ; niveau du profil : Bac+2.',
    'Le poste commence le 1er septembre 2026, 125 jours avant la disponibilité (4 janvier 2027) : c’est plus que 60.',
    'Hors alternance, un VTE demande un diplôme de moins de 2 ans au début du contrat : celui du profil date du 1er juillet 2023.',
  ]);
  expect(said.map(({ explanation }) => explanation.en)).toEqual([
    'The contract offered, “Apprenticeship”, is not among those accepted: Permanent contract and Fixed-term contract.',
    'No workplace lies in the places wished for (the nearest is 62 km away).',
    'The level asked for is “Bachelor (three years)”; the profile says “Two years of higher education”.',
    'The work starts on 1 September 2026, 125 days before the first available day (4 January 2027): more than 60.',
    'Outside work-study, a VTE asks for a diploma under 2 years old at the start: the profile’s is of 1 July 2023.',
  ]);
});

const judged = (offer: Partial<OfferFacts>, candidate: CandidateFacts, place: Partial<Place> = {}, open = true) =>
  allGates({ ...anOffer(offer), open }, candidate, aPlace(place), today);

test('every gate is told in order, passed or not, and fails exactly when it keeps them apart', () => {
  fc.assert(
    fc.property(offers, candidates, places, fc.boolean(), (offer, candidate, place, open) => {
      const all = allGates({ ...offer, open }, candidate, place, today);
      expect(all.map(({ gate }) => gate)).toEqual(allGateNames);
      expect(all[0]!.passed).toBe(open);
      const failed = all.slice(1).flatMap(({ gate, passed, explanation }) => (passed ? [] : [{ gate, explanation }]));
      expect(failed).toEqual(gates(offer, candidate, place, today));
      for (const { explanation } of all) {
        for (const words of Object.values(explanation))
          expect(words).toMatch(/^\S(?!.*(undefined|null|NaN| {2})).*[^ .]\.$/);
      }
    }),
  );
});

test('what is passed is said with its facts', () => {
  const said = judged({}, aCandidate({ diplomaOn: '2025-06-30' }));
  expect(said.every(({ passed }) => passed)).toBe(true);
  expect(said.map(({ explanation }) => plain(explanation.fr))).toEqual([
    'L’offre est ouverte aux candidatures.',
    'Le contrat proposé, « CDI », est parmi ceux qui sont acceptés.',
    'Un lieu de travail se trouve dans les lieux souhaités (à 12 km).',
    'Niveau demandé : Bac+3 ; niveau du profil : Bac+5.',
    'Le diplôme date du 30 juin 2025 : moins de 2 ans au début du contrat.',
    'Le poste commence le 1er septembre 2026, disponibilité dès le 1er août 2026.',
  ]);
  expect(said.map(({ explanation }) => plain(explanation.en))).toEqual([
    'The offer is open to applications.',
    'The contract offered, “Permanent contract”, is among those accepted.',
    'A workplace lies in the places wished for (12 km away).',
    'The level asked for is “Bachelor (three years)”; the profile says “Master (five years)”.',
    'The diploma is of 30 June 2025: under 2 years old at the start.',
    'The work starts on 1 September 2026, available from 1 August 2026.',
  ]);
});

test('what one side does not say is said to be so', () => {
  const silent = judged({}, silentBut({})).map(({ explanation }) => plain(explanation.fr));
  expect(silent.slice(1)).toEqual([
    'Contrat proposé : CDI ; contrats acceptés : non précisés.',
    'Lieux souhaités : non précisés.',
    'Niveau demandé : Bac+3 ; niveau du profil : non précisé.',
    'Date du diplôme : non précisée.',
    'Le poste commence le 1er septembre 2026 ; disponibilité : non précisée.',
  ]);
  const open = judged({ studyLevel: null, startsOn: null }, aCandidate(), {}, false);
  expect(open.map(({ explanation }) => plain(explanation.fr))).toEqual(
    expect.arrayContaining([
      'L’offre n’est pas ouverte aux candidatures.',
      'Niveau demandé : non précisé.',
      'Début du contrat : non précisé.',
    ]),
  );
});

test.each([
  [
    'PLACE',
    { remoteWork: 'FULL' },
    aCandidate({ remoteWork: ['FULL'] }),
    { inside: false },
    'Le poste est entièrement en télétravail, ce qui est accepté.',
  ],
  [
    'PLACE',
    { remoteWork: 'FULL' },
    aCandidate({ remoteWork: [] }),
    { inside: false },
    'Le poste est entièrement en télétravail ; télétravail accepté : non précisé.',
  ],
  ['PLACE', {}, aCandidate(), { km: null }, 'Un lieu de travail se trouve dans les lieux souhaités.'],
  [
    'VTE',
    { contractType: 'APPRENTICESHIP' },
    aCandidate(),
    {},
    'En alternance, un VTE ne demande pas de diplôme récent.',
  ],
  [
    'VTE',
    {},
    aCandidate({ diplomaOn: '2026-12-01' }),
    {},
    'Le diplôme est attendu le 1er décembre 2026, après le début du contrat.',
  ],
  [
    'AVAILABILITY',
    {},
    aCandidate({ availableFrom: '2026-09-22' }),
    {},
    'Le poste commence le 1er septembre 2026, 21 jours avant la disponibilité (22 septembre 2026) : 60 au plus sont possibles.',
  ],
] as [GateName, Partial<OfferFacts>, CandidateFacts, Partial<Place>, string][])(
  '%s passed %#',
  (gate, offer, candidate, place, fr) => {
    const { passed, explanation } = judged(offer, candidate, place).find((one) => one.gate === gate)!;
    expect([passed, plain(explanation.fr)]).toEqual([true, fr]);
  },
);
