import fc from 'fast-check';
import { same } from '../../src/common/text.js';
import { explain, explainUnscored, explainUnscoredOffers, type Names } from '../../src/scoring/explain.js';
import { kilometres } from '../../src/scoring/explain-words.js';
import { atCommune, ofCommune } from '../../src/territories/commune-words.js';
import { score } from '../../src/scoring/score.js';
import type { CandidateFacts, CriterionName, Know, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { aCandidate, anOffer, aPlace, knowing } from './a-match.js';
import { candidates, knowings, offers, places } from './arbitrary.js';

const communes: Record<string, string> = { '01283': 'Oyonnax', '01053': 'Bourg-en-Bresse', '72181': 'Le Mans' };
const names: Names = {
  skill: same,
  occupation: (code) => (code === 'H1502' ? { fr: 'Management qualité', en: 'Quality management' } : same(code)),
  commune: (code) => communes[code]!,
};
const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ');

interface Said {
  offer?: Partial<OfferFacts>;
  candidate?: Partial<CandidateFacts>;
  place?: Partial<Place>;
  know?: Know;
}
function said(criterion: CriterionName, { offer, candidate, place, know = knowing() }: Said): [string, string] {
  const { parts } = score(anOffer(offer), aCandidate(candidate), aPlace(place), know);
  const { fr, en } = explain(
    parts.find((part) => part.criterion === criterion)!,
    names,
  );
  return [plain(fr), plain(en)];
}
const held = (...codes: string[]): Partial<CandidateFacts> => ({
  skills: codes.map((code) => ({ code, level: 'MASTERED' })),
});
const five = { requiredSkills: ['AMDEC', 'A', 'B', 'C', 'D'] };

test.each([
  [
    'four of five',
    { offer: five, candidate: held('A', 'B', 'C', 'D') },
    ['4 des 5 compétences demandées ; il manque AMDEC.', '4 of the 5 skills asked for; missing: AMDEC.'],
  ],
  [
    'all',
    { offer: five, candidate: held('A', 'B', 'C', 'D', 'AMDEC') },
    ['Les 5 compétences demandées sont là.', 'All 5 skills asked for.'],
  ],
  [
    'none, the rest counted',
    { offer: five, candidate: held('X') },
    [
      'Aucune des 5 compétences demandées ; il manque A, AMDEC, B et 2 autres.',
      'None of the 5 skills asked for; missing: A, AMDEC, B and 2 more.',
    ],
  ],
  [
    'one, there',
    { offer: { requiredSkills: ['A'] }, candidate: held('A') },
    ['La compétence demandée est là.', 'The one skill asked for is there.'],
  ],
  [
    'one, not there',
    { offer: { requiredSkills: ['A'] }, candidate: held('X') },
    ['La compétence demandée n’est pas là ; il manque A.', 'The one skill asked for is not there; missing: A.'],
  ],
  [
    'required and desired',
    { offer: { requiredSkills: ['A', 'B'], desiredSkills: ['C', 'D'] }, candidate: held('A', 'B', 'C') },
    [
      'Les 2 compétences demandées sont là, et 1 des 2 souhaitées ; il manque D.',
      'Both skills asked for, and 1 of the 2 wished for; missing: D.',
    ],
  ],
  [
    'one desired',
    { offer: { requiredSkills: ['A', 'B'], desiredSkills: ['C'] }, candidate: held('A', 'C') },
    [
      '1 des 2 compétences demandées, et celle qui est souhaitée ; il manque B.',
      '1 of the 2 skills asked for, and the one wished for; missing: B.',
    ],
  ],
  [
    'the one required is not there, the one desired is',
    { offer: { requiredSkills: ['A'], desiredSkills: ['C'] }, candidate: held('C') },
    [
      'La compétence demandée n’est pas là, mais celle qui est souhaitée est là ; il manque A.',
      'The one skill asked for is not there, but the one wished for is there; missing: A.',
    ],
  ],
  [
    'no required one, some desired',
    { offer: { requiredSkills: ['A', 'B', 'E'], desiredSkills: ['C', 'D'] }, candidate: held('C', 'D') },
    [
      'Aucune des 3 compétences demandées, mais les 2 souhaitées sont là ; il manque A, B et E.',
      'None of the 3 skills asked for, but both wished for are there; missing: A, B and E.',
    ],
  ],
  [
    'required ones, not the one desired',
    { offer: { requiredSkills: ['A', 'B'], desiredSkills: ['C'] }, candidate: held('A', 'B') },
    [
      'Les 2 compétences demandées sont là, mais pas celle qui est souhaitée ; il manque C.',
      'Both skills asked for, but not the one wished for; missing: C.',
    ],
  ],
  [
    'required ones, no desired one',
    { offer: { requiredSkills: ['A'], desiredSkills: ['C', 'D'] }, candidate: held('A') },
    [
      'La compétence demandée est là, mais aucune des 2 souhaitées ; il manque C et D.',
      'The one skill asked for is there, but neither of the 2 wished for; missing: C and D.',
    ],
  ],
  [
    'neither',
    { offer: { requiredSkills: ['A'], desiredSkills: ['C'] }, candidate: held('X') },
    [
      'La compétence demandée n’est pas là, ni celle qui est souhaitée ; il manque A et C.',
      'The one skill asked for is not there, nor the one wished for; missing: A and C.',
    ],
  ],
  [
    'desired only',
    { offer: { requiredSkills: [], desiredSkills: ['C', 'D'] }, candidate: held('C') },
    ['1 des 2 compétences souhaitées ; il manque D.', '1 of the 2 skills wished for; missing: D.'],
  ],
  [
    'a related one',
    {
      offer: { requiredSkills: ['A', 'B'] },
      candidate: held('A', 'C'),
      know: knowing({ closeness: (asked, has) => (asked === 'B' && has === 'C' ? 60 : 0) }),
    },
    [
      '1 des 2 compétences demandées ; il manque B ; proche : C pour B.',
      '1 of the 2 skills asked for; missing: B; close: C for B.',
    ],
  ],
  [
    'held at the lowest level',
    { offer: { requiredSkills: ['A'] }, candidate: { skills: [{ code: 'A', level: 'NOTION' }] } },
    ['La compétence demandée est là ; notions seulement : A.', 'The one skill asked for is there; basics only: A.'],
  ],
  [
    'one practised, not mastered',
    {
      offer: { requiredSkills: ['A', 'B'] },
      candidate: {
        skills: [
          { code: 'A', level: 'PRACTISED' },
          { code: 'B', level: 'MASTERED' },
        ],
      },
    },
    [
      'Les 2 compétences demandées sont là ; pratiquée, pas encore maîtrisée : A.',
      'Both skills asked for; practised, not yet mastered: A.',
    ],
  ],
  [
    'several practised, the rest counted',
    {
      offer: five,
      candidate: { skills: ['AMDEC', 'A', 'B', 'C', 'D'].map((code) => ({ code, level: 'PRACTISED' as const })) },
    },
    [
      'Les 5 compétences demandées sont là ; pratiquées, pas encore maîtrisées : A, AMDEC, B et 2 autres.',
      'All 5 skills asked for; practised, not yet mastered: A, AMDEC, B and 2 more.',
    ],
  ],
] as [string, Said, [string, string]][])('skills: %s', (_what, facts, sentences) => {
  expect(said('SKILLS', facts)).toEqual(sentences);
});

test.each([
  [{}, ['Poste à Oyonnax, à 12 km de Bourg-en-Bresse.', 'Work in Oyonnax, 12 km from Bourg-en-Bresse.']],
  [
    { km: 3.42, fromCommuneCode: null },
    ['Poste à Oyonnax, à 3,4 km du lieu souhaité.', 'Work in Oyonnax, 3.4 km from the place wished for.'],
  ],
  [
    { km: 8, communeCode: '01053', fromCommuneCode: '01283' },
    ['Poste à Bourg-en-Bresse, à 8 km d’Oyonnax.', 'Work in Bourg-en-Bresse, 8 km from Oyonnax.'],
  ],
  [
    { km: 0, fromCommuneCode: '01283' },
    ['Poste à Oyonnax, la commune souhaitée.', 'Work in Oyonnax, the commune wished for.'],
  ],
  [
    { km: null, radiusKm: null, communeCode: '72181' },
    ['Poste au Mans, dans la zone souhaitée.', 'Work in Le Mans, in the area wished for.'],
  ],
  [
    { km: 41.6, inside: false },
    [
      'Poste à Oyonnax, hors des lieux souhaités, à 42 km de Bourg-en-Bresse.',
      'Work in Oyonnax, outside the places wished for, 42 km from Bourg-en-Bresse.',
    ],
  ],
  [
    { km: null, inside: false },
    ['Poste à Oyonnax, hors des lieux souhaités.', 'Work in Oyonnax, outside the places wished for.'],
  ],
  [{ km: 9.96, communeCode: null }, ['Poste, à 10 km de Bourg-en-Bresse.', 'Work, 10 km from Bourg-en-Bresse.']],
] as [Partial<Place>, [string, string]][])('distance: %j', (place, sentences) => {
  expect(said('DISTANCE', { place })).toEqual(sentences);
});

test('distance: fully remote, asked for or not, and what it costs then', () => {
  const remote = (remoteWork: CandidateFacts['remoteWork']) =>
    said('DISTANCE', { offer: { remoteWork: 'FULL' }, candidate: { remoteWork }, place: { inside: false, km: 300 } });
  expect(remote(['FULL'])).toEqual([
    'Poste entièrement en télétravail : la distance ne compte pas.',
    'Fully remote: the distance does not matter.',
  ]);
  expect(remote([])).toEqual([
    'Poste entièrement en télétravail, que le profil ne demande pas : 5,5 points de moins.',
    'Fully remote, which the profile does not ask for: 5.5 points less.',
  ]);
});

test.each([
  ['OCCUPATION', {}, 'Le métier recherché : Management qualité.', 'The occupation wished for: Quality management.'],
  [
    'OCCUPATION',
    { candidate: { occupationCodes: ['H1506'] } },
    'Un métier proche de ceux qui sont recherchés : Management qualité.',
    'An occupation close to those wished for: Quality management.',
  ],
  [
    'OCCUPATION',
    { candidate: { occupationCodes: ['M1402'] } },
    'Un autre métier que ceux qui sont recherchés : Management qualité.',
    'Not one of the occupations wished for: Quality management.',
  ],
  [
    'STUDY_LEVEL',
    { candidate: { studyLevel: 'BAC_3' } },
    'Le niveau demandé : Bac+3.',
    'The level asked for: Bachelor (three years).',
  ],
  [
    'STUDY_LEVEL',
    {},
    'Bac+5, au-dessus du niveau demandé (Bac+3).',
    'Level “Master (five years)”, above the one asked for: “Bachelor (three years)”.',
  ],
  [
    'STUDY_LEVEL',
    { candidate: { studyLevel: 'BAC_2' } },
    'Bac+2, en dessous du niveau demandé (Bac+3).',
    'Level “Two years of higher education”, below the one asked for: “Bachelor (three years)”.',
  ],
  ['CONTRACT', {}, 'Un contrat accepté : CDI.', 'A contract that is accepted: Permanent contract.'],
  [
    'CONTRACT',
    { candidate: { contractTypes: ['CDD'] } },
    'Un contrat qui n’est pas parmi ceux qui sont acceptés : CDI.',
    'Not one of the contracts accepted: Permanent contract.',
  ],
  [
    'AVAILABILITY',
    {},
    'Début le 1er septembre 2026, disponibilité dès le 1er août 2026.',
    'Starts on 1 September 2026, available from 1 August 2026.',
  ],
  [
    'AVAILABILITY',
    { candidate: { availableFrom: '2026-09-01' } },
    'Début le 1er septembre 2026, premier jour de disponibilité.',
    'Starts on 1 September 2026, the first available day.',
  ],
  [
    'AVAILABILITY',
    { candidate: { availableFrom: '2026-09-02' } },
    'Début le 1er septembre 2026, la veille de la disponibilité.',
    'Starts on 1 September 2026, the day before the first available day.',
  ],
  [
    'AVAILABILITY',
    { candidate: { availableFrom: '2026-09-22' } },
    'Début le 1er septembre 2026, 21 jours avant la disponibilité.',
    'Starts on 1 September 2026, 21 days before the first available day.',
  ],
  [
    'AVAILABILITY',
    { candidate: { availableFrom: '2025-11-01' } },
    'Début le 1er septembre 2026 : 10 mois d’attente après la disponibilité (1er novembre 2025).',
    'Starts on 1 September 2026: 10 months of waiting after the first available day (1 November 2025).',
  ],
  [
    'MISSION',
    {},
    'Une famille de missions souhaitée : Qualité, sécurité, environnement.',
    'A family of missions wished for: Quality, safety, environment.',
  ],
  [
    'MISSION',
    { candidate: { missionCategories: ['FINANCE'] } },
    'Une autre famille de missions que celles qui sont souhaitées : Qualité, sécurité, environnement.',
    'Not a family of missions wished for: Quality, safety, environment.',
  ],
  [
    'SALARY',
    {},
    '30 000 € à 34 000 € bruts par an : le salaire souhaité est dans la fourchette, mais elle commence en dessous.',
    '€30,000 to €34,000 a year before tax: the pay wished for is in the range, which starts below it.',
  ],
  [
    'SALARY',
    { candidate: { salaryAtLeast: 25_000 } },
    '30 000 € à 34 000 € bruts par an : le salaire souhaité est atteint.',
    '€30,000 to €34,000 a year before tax: the pay wished for is reached.',
  ],
  [
    'SALARY',
    { offer: { salaryMax: null }, candidate: { salaryAtLeast: 40_000 } },
    '30 000 € bruts par an : c’est moins que souhaité.',
    '€30,000 a year before tax: less than wished for.',
  ],
  ['REMOTE_WORK', {}, 'Sur place, comme souhaité.', 'On site, as wished for.'],
  [
    'REMOTE_WORK',
    { candidate: { remoteWork: ['FULL', 'PARTIAL'] } },
    'Sur place ; souhaité : télétravail partiel ou télétravail complet.',
    'On site; wished for: partly remote or fully remote.',
  ],
  [
    'RESPONSIVENESS',
    { offer: { responsiveness: 9_000 } },
    'L’entreprise répond à presque toutes les candidatures, et vite.',
    'The company answers nearly all applications, and soon.',
  ],
  [
    'RESPONSIVENESS',
    { offer: { responsiveness: 6_000 } },
    'L’entreprise répond à la plupart des candidatures.',
    'The company answers most applications.',
  ],
  [
    'RESPONSIVENESS',
    { offer: { responsiveness: 5_999 } },
    'L’entreprise tarde à répondre, ou laisse des candidatures sans réponse.',
    'The company is slow to answer, or leaves applications unanswered.',
  ],
] as [CriterionName, Said, string, string][])('%s %j', (criterion, facts, fr, en) => {
  expect(said(criterion, facts)).toEqual([fr, en]);
});

test('why there is no score', () => {
  expect(explainUnscored({ unscoredBecause: null })).toBeNull();
  expect(explainUnscored({ unscoredBecause: 'NO_SKILLS' })!.fr).toContain('il n’y a pas de score');
  expect(explainUnscored({ unscoredBecause: 'NOTHING_IN_COMMON' })!.en).toContain('no score');
  expect(explainUnscored({ unscoredBecause: 'NO_SKILLS' })!.fr).not.toContain('d’abord');
  expect(explainUnscoredOffers(true).fr).toContain('la plus proche vient d’abord');
  expect(explainUnscoredOffers(true).en).toContain('the nearest comes first');
  expect(explainUnscoredOffers(false).fr).not.toContain('d’abord');
  expect(explainUnscoredOffers(false).en).not.toContain('first');
});

test('French names of communes take their article and their elision', () => {
  expect(
    [
      'Lyon',
      'Oyonnax',
      'Écully',
      'Le Mans',
      'Les Abymes',
      'La Rochelle',
      'L’Isle-d’Abeau',
      'Yvetot',
      'Hyères',
      'Haguenau',
      'Œting',
    ].map(ofCommune),
  ).toEqual([
    'de Lyon',
    'd’Oyonnax',
    'd’Écully',
    'du Mans',
    'des Abymes',
    'de La Rochelle',
    'de L’Isle-d’Abeau',
    'd’Yvetot',
    'd’Hyères',
    'de Haguenau',
    'd’Œting',
  ]);
  expect(['Lyon', 'Le Havre', 'Les Sables-d’Olonne', 'La Rochelle'].map(atCommune)).toEqual([
    'à Lyon',
    'au Havre',
    'aux Sables-d’Olonne',
    'à La Rochelle',
  ]);
});

test('kilometres are as exact as one needs', () => {
  expect([0.4, 1, 3.42, 12.5, 120].map((km) => plain(kilometres(km).fr))).toEqual([
    'moins d’un kilomètre',
    '1 km',
    '3,4 km',
    '13 km',
    '120 km',
  ]);
});

test('every part of any match is one sentence in both languages, and none tells the pay wished for', () => {
  fc.assert(
    fc.property(offers, candidates, places, knowings, (offer, candidate, place, know) => {
      for (const part of score(offer, candidate, place, know).parts) {
        const { fr, en } = explain(part, names);
        for (const words of [fr, en]) {
          expect(words).toMatch(/^\S.*[^ .]\.$/);
          expect(words).not.toMatch(/undefined|null|NaN| {2}|,,/);
          const wish = String(candidate.salaryAtLeast);
          const offered = [offer.salaryMin, offer.salaryMax].includes(candidate.salaryAtLeast);
          if (!offered && candidate.salaryAtLeast !== null) expect(words.replace(/\D/g, '')).not.toContain(wish);
        }
        expect(fr).not.toMatch(/ [:;?!%»€]|« /);
      }
    }),
  );
});
