import type { AidFacts } from '../../src/aids/aid-facts.js';
import { readAidTable } from '../../src/aids/aid-rule-book.js';
import { type Aid, aids } from '../../src/offers/aid-names.js';
import { type AidAnswer, type VerdictName, verdicts } from '../../src/aids/aid-verdicts.js';
import { studyLevels, type StudyLevel } from '../../src/skills/study-level.js';
import { aHire, leLamentin, oyonnax, paris } from './an-aid-check.js';

const { rules } = readAidTable();
const answerFor = (aid: Aid, facts: AidFacts): AidAnswer =>
  verdicts(rules, facts).find((answer) => answer.aid === aid)!;
const exactly = (level: StudyLevel): AidFacts['level'] => ({ lowest: level, highest: level });

type Case = [what: string, differs: Partial<AidFacts>, verdict: VerdictName, euros: number | null];

function golden(aid: Aid, base: Partial<AidFacts>, cases: Case[]): void {
  test.each(cases)(`${aid}: %s`, (_what, differs, verdict, euros) => {
    const answer = answerFor(aid, aHire({ ...base, ...differs }));
    expect([answer.verdict, answer.amountEuros]).toEqual([verdict, euros]);
  });
}

golden('VTE_TERRITOIRE_INDUSTRIE', {}, [
  ['everything met', {}, 'ENTITLED', 4000],
  ['the day before the announcement', { hiredOn: '2020-07-19' }, 'NOT_ENTITLED', null],
  ['the day of the announcement', { hiredOn: '2020-07-20' }, 'ENTITLED', 4000],
  ['the last day it is known to have been presented', { hiredOn: '2023-10-31' }, 'ENTITLED', 4000],
  ['the day after', { hiredOn: '2023-11-01' }, 'UNKNOWN', null],
  ['today', { hiredOn: '2026-11-23' }, 'UNKNOWN', null],
  ['outside every territory', { workplace: paris }, 'NOT_ENTITLED', null],
  ['outside every territory, after the known dates', { hiredOn: '2026-11-23', workplace: paris }, 'NOT_ENTITLED', null],
  ['territories of the day not known', { workplace: { ...oyonnax, territories: null } }, 'UNKNOWN', null],
  ['4,999 staff', { headcount: 4999 }, 'ENTITLED', 4000],
  ['5,000 staff', { headcount: 5000 }, 'NOT_ENTITLED', null],
  ['size not known', { headcount: null }, 'UNKNOWN', null],
  ['no green mission needed', { greenMission: false }, 'ENTITLED', 4000],
  ['fixed-term of 12 months', { contractType: 'CDD', durationMonths: 12 }, 'ENTITLED', 4000],
  ['fixed-term of 11 months', { contractType: 'CDD', durationMonths: 11 }, 'NOT_ENTITLED', null],
  ['fixed-term of unknown length', { contractType: 'CDD' }, 'UNKNOWN', null],
  ['bac+2 under the first texts', { level: exactly('BAC_2'), hiredOn: '2022-12-31' }, 'ENTITLED', 4000],
  [
    'bac+2 in 2023, when the rule changed on an unknown day',
    { level: exactly('BAC_2'), hiredOn: '2023-01-01' },
    'UNKNOWN',
    null,
  ],
  ['bac', { level: exactly('BAC') }, 'NOT_ENTITLED', null],
  ['level not known', { level: null }, 'UNKNOWN', null],
  ['diploma of 23 months', { monthsSinceDiploma: 23 }, 'ENTITLED', 4000],
  ['diploma of 24 months', { monthsSinceDiploma: 24 }, 'NOT_ENTITLED', null],
  ['diploma not known', { monthsSinceDiploma: null }, 'UNKNOWN', null],
  [
    'diploma not asked in work-study',
    { contractType: 'APPRENTICESHIP', durationMonths: 10, monthsSinceDiploma: null },
    'ENTITLED',
    4000,
  ],
]);

golden('VTE_VERT', {}, [
  ['the day before it began', { hiredOn: '2020-08-31' }, 'NOT_ENTITLED', null],
  ['the first day', { hiredOn: '2020-09-01' }, 'ENTITLED', 8000],
  ['the last day of the first amount', { hiredOn: '2021-12-31' }, 'ENTITLED', 8000],
  ['the first day of the second amount', { hiredOn: '2022-01-01' }, 'ENTITLED', 12000],
  ['half of the spending from October 2023 on', { hiredOn: '2023-10-01' }, 'ENTITLED', 8000],
  ['the last day', { hiredOn: '2025-12-31' }, 'ENTITLED', 8000],
  ['the day after the end', { hiredOn: '2026-01-01' }, 'NOT_ENTITLED', null],
  ['apprenticeship, first amount', { contractType: 'APPRENTICESHIP', durationMonths: 12 }, 'ENTITLED', 4000],
  [
    'professionalisation, second amount',
    { hiredOn: '2022-06-01', contractType: 'PROFESSIONALISATION', durationMonths: 10 },
    'ENTITLED',
    8000,
  ],
  ['work-study of 9 months', { contractType: 'APPRENTICESHIP', durationMonths: 9 }, 'NOT_ENTITLED', null],
  ['bac+2', { level: exactly('BAC_2') }, 'NOT_ENTITLED', null],
  ['bac+3', { level: exactly('BAC_3') }, 'ENTITLED', 8000],
  ['mission not green', { greenMission: false }, 'NOT_ENTITLED', null],
  ['mission not said', { greenMission: null }, 'UNKNOWN', null],
  ['one failure outweighs what is not known', { greenMission: null, headcount: 5000 }, 'NOT_ENTITLED', null],
  ['outside every territory all the same', { workplace: paris }, 'ENTITLED', 8000],
]);

golden('MOBILI_JEUNE', {}, [
  ['before it began', { hiredOn: '2020-09-30' }, 'NOT_ENTITLED', null],
  ['in its first month: the tenant and the pay are not known', { hiredOn: '2020-10-01' }, 'UNKNOWN', null],
  ['today', { hiredOn: '2026-11-23' }, 'UNKNOWN', null],
]);

golden('APPRENTICESHIP', { contractType: 'APPRENTICESHIP', durationMonths: 12, hiredOn: '2025-09-01' }, [
  ['under 250 staff', {}, 'ENTITLED', 5000],
  ['249 staff', { headcount: 249 }, 'ENTITLED', 5000],
  ['250 staff', { headcount: 250 }, 'ENTITLED', 2000],
  ['size not known: one amount or the other', { headcount: null }, 'ENTITLED', null],
  ['the day before the decree', { hiredOn: '2025-02-23' }, 'UNKNOWN', null],
  ['the first day of the decree', { hiredOn: '2025-02-24' }, 'ENTITLED', 5000],
  ['the last day of 2025', { hiredOn: '2025-12-31' }, 'ENTITLED', 5000],
  ['bac+5 on the first day of 2026', { hiredOn: '2026-01-01' }, 'NOT_ENTITLED', null],
  ['bac on the first day of 2026', { hiredOn: '2026-01-01', level: exactly('BAC') }, 'ENTITLED', 5000],
  [
    'bac in 2026 with 250 staff',
    { hiredOn: '2026-01-01', level: exactly('BAC'), headcount: 250 },
    'NOT_ENTITLED',
    null,
  ],
  ['bac in 2026, size not known', { hiredOn: '2026-01-01', level: exactly('BAC'), headcount: null }, 'UNKNOWN', null],
  [
    'bac+2 overseas in January 2026',
    { hiredOn: '2026-01-15', level: exactly('BAC_2'), workplace: leLamentin },
    'UNKNOWN',
    null,
  ],
  ['bac+5 the day before the new decree', { hiredOn: '2026-03-07' }, 'NOT_ENTITLED', null],
  ['bac+5 under the new decree, whose text is to be checked', { hiredOn: '2026-03-08' }, 'UNKNOWN', null],
  ['bac under the new decree', { hiredOn: '2026-03-08', level: exactly('BAC') }, 'ENTITLED', 5000],
  ['doctorate', { level: exactly('DOCTORATE') }, 'NOT_ENTITLED', null],
  ['bac in 2027', { hiredOn: '2027-01-01', level: exactly('BAC') }, 'UNKNOWN', null],
  ['a permanent contract', { contractType: 'CDI' }, 'NOT_ENTITLED', null],
  ['professionalisation', { contractType: 'PROFESSIONALISATION' }, 'NOT_ENTITLED', null],
]);

describe('a post before anyone is hired', () => {
  const post = (differs: Partial<AidFacts> = {}): AidFacts =>
    aHire({ monthsSinceDiploma: 'nobody yet', level: { lowest: 'BAC_3', highest: 'DOCTORATE' }, ...differs });

  test('is entitled, and the diploma is something to see to', () => {
    const answer = answerFor('VTE_TERRITOIRE_INDUSTRIE', post());
    expect(answer.verdict).toBe('ENTITLED');
    expect(answer.undertakings[0]!.fr).toContain('moins de 24 mois');
  });

  test('that asks for less than the aid does depends on the person hired', () => {
    const answer = answerFor('VTE_VERT', post({ level: { lowest: 'BAC', highest: 'DOCTORATE' } }));
    expect(answer.verdict).toBe('UNKNOWN');
    expect(answer.conditions.find(({ met }) => met === null)!.text.fr).toContain('dépend de la personne recrutée');
  });

  test('for an apprentice above bac does not give the aid of January 2026, below it depends', () => {
    const apprentice = { contractType: 'APPRENTICESHIP', durationMonths: 12, hiredOn: '2026-02-01' } as const;
    const level = (lowest: StudyLevel): AidFacts['level'] => ({ lowest, highest: 'BAC_5' });
    expect(answerFor('APPRENTICESHIP', post({ ...apprentice, level: level('BAC_3') })).verdict).toBe('NOT_ENTITLED');
    expect(answerFor('APPRENTICESHIP', post({ ...apprentice, level: level('BAC') })).verdict).toBe('UNKNOWN');
  });
});

test('the explanations are sentences in both languages, with the facts', () => {
  const answer = answerFor(
    'VTE_TERRITOIRE_INDUSTRIE',
    aHire({ contractType: 'CDD', durationMonths: 8, headcount: 5200 }),
  );
  expect(answer.conditions.map(({ met, text }) => [met, text.fr.replace(/\s/g, ' ')])).toEqual([
    [true, 'L’aide existe au 01/03/2021.'],
    [true, 'Le lieu de travail (Oyonnax) est dans le Territoire d’industrie « Haut-Bugey ».'],
    [false, 'L’entreprise doit être une PME ou une ETI, de moins de 5 000 salariés ; elle en a 5 200.'],
    [false, 'Le contrat (CDD) doit durer au moins 12 mois ; il dure 8 mois.'],
    [true, 'Le niveau d’études doit être au moins Bac+2 : c’est le cas.'],
    [true, 'Hors alternance, le diplôme doit avoir moins de 24 mois à l’embauche : c’est le cas.'],
  ]);
  expect(answer.conditions[2]!.text.en).toBe(
    'The company must be an SME or a mid-cap, with fewer than 5,000 staff; it has 5,200.',
  );
});

test('for every day, contract, level and unknown: one answer per aid, and an entitlement only when everything is known', () => {
  const days = [
    '2018-01-01',
    '2020-07-20',
    '2021-06-30',
    '2023-05-05',
    '2025-06-01',
    '2026-02-01',
    '2026-11-23',
    '2030-01-01',
  ];
  for (const hiredOn of days) {
    for (const contractType of ['CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION'] as const) {
      for (const level of [null, ...studyLevels.map(exactly)]) {
        for (const headcount of [null, 10, 300, 9000]) {
          const answers = verdicts(rules, aHire({ hiredOn, contractType, level, headcount }));
          expect(answers.map(({ aid }) => aid)).toEqual(aids);
          for (const { verdict, conditions, amountEuros } of answers) {
            expect(conditions.every(({ text }) => text.fr.endsWith('.') && text.en.endsWith('.'))).toBe(true);
            expect(verdict === 'ENTITLED').toBe(conditions.every(({ met }) => met === true));
            if (verdict !== 'ENTITLED') expect(amountEuros).toBeNull();
          }
        }
      }
    }
  }
});

test('after the last day it is known, an aid is said in English to have existed until then', () => {
  const [period] = answerFor('VTE_TERRITOIRE_INDUSTRIE', aHire({ hiredOn: '2026-11-23' })).conditions;
  expect(period!.text.en).toContain('it is known to have existed until 2023-10-31');
});
