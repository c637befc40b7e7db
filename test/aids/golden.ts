import type { Aid } from '../../src/offers/aid-names.js';
import type { VerdictName } from '../../src/aids/aid-verdicts.js';
import type { AidCheckInput } from '../../src/aids/aid.input.js';
import { apprentice, type GoldenCase, in2022, permanent } from './golden-case.js';
import { green } from './golden-green.js';
import { apprenticeship, housing, label, rents } from './golden-others.js';
import { territory } from './golden-territory.js';

export interface Golden {
  aid: Aid;
  base: Partial<AidCheckInput>;
  cases: GoldenCase[];
}

export const goldens: Golden[] = [
  { aid: 'VTE_TERRITOIRE_INDUSTRIE', base: permanent, cases: territory },
  { aid: 'VTE_VERT', base: permanent, cases: green },
  { aid: 'MOBILI_JEUNE', base: { ...permanent, hiredOn: '2020-10-01' }, cases: housing },
  { aid: 'APPRENTICESHIP', base: { ...permanent, ...apprentice, hiredOn: '2025-09-01' }, cases: apprenticeship },
  { aid: 'VTE_LABEL', base: permanent, cases: label },
];

/** Sets of aids for one hire: verdict of the whole, and the bounds of the sum. */
export type GoldenPlan = [
  what: string,
  differs: Partial<AidCheckInput>,
  aids: Aid[],
  verdict: VerdictName | 'NOT_SHOWN',
  least: number | null,
  most: number | null,
];
const both: Aid[] = ['VTE_TERRITOIRE_INDUSTRIE', 'VTE_VERT'];
const greenApprentice: Aid[] = ['VTE_VERT', 'APPRENTICESHIP'];

export const goldenPlans: GoldenPlan[] = [
  ['both VTE aids in 2021', {}, both, 'ENTITLED', 12_000, 12_000],
  ['both VTE aids in 2022', in2022, both, 'ENTITLED', 16_000, 16_000],
  ['both in October 2023, spending not said', { hiredOn: '2023-10-15' }, both, 'ENTITLED', 4_000, 12_000],
  ['and with it', { hiredOn: '2023-10-15', plannedSpendingEuros: 10_000 }, both, 'ENTITLED', 9_000, 9_000],
  ['both after October 2023', { hiredOn: '2023-11-01' }, both, 'UNKNOWN', null, null],
  ['VTE Vert alone is a set too', {}, ['VTE_VERT'], 'ENTITLED', 8_000, 8_000],
  ['an aid that is not due is in no set', { greenMission: false }, ['VTE_VERT'], 'NOT_SHOWN', null, null],
  ['VTE Vert for an apprentice, without the bonus', apprentice, ['VTE_VERT'], 'ENTITLED', 8_000, 8_000],
  ['both VTE aids for an apprentice', apprentice, both, 'ENTITLED', 12_000, 12_000],
  ['and with the bonus', { ...apprentice, workStudyBonus: true }, both, 'ENTITLED', 8_000, 8_000],
  ['VTE Vert and a bonus of 2021, which is not in the table', apprentice, greenApprentice, 'UNKNOWN', null, null],
  [
    'the aid for apprentices of 2025',
    { ...apprentice, hiredOn: '2025-06-02' },
    ['APPRENTICESHIP'],
    'ENTITLED',
    5_000,
    5_000,
  ],
  [
    'of a company of unknown size: between its two amounts',
    { ...apprentice, hiredOn: '2025-06-02', headcount: null },
    ['APPRENTICESHIP'],
    'ENTITLED',
    2_000,
    5_000,
  ],
  [
    'with VTE Vert in 2025: no text found',
    { ...apprentice, hiredOn: '2025-06-02' },
    greenApprentice,
    'UNKNOWN',
    null,
    null,
  ],
  [
    'help with the rent, for the young person',
    { ...rents, hiredOn: '2020-10-15' },
    ['MOBILI_JEUNE'],
    'ENTITLED',
    10,
    1_200,
  ],
];
