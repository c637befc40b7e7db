import type { GoldenCase } from './golden-case.js';

/** Said of someone who may have help with the rent. */
export const rents = { privateNonFarmCompany: true, payPercentOfMinimumWage: 200, tenant: true };
/** Mobili-Jeune. */
export const housing: GoldenCase[] = [
  ['the day before it began', { ...rents, hiredOn: '2020-09-30' }, 'NOT_ENTITLED', null, ['PERIOD']],
  ['the first day, everything said', rents, 'ENTITLED', null, []],
  ['the first day, nothing said', {}, 'UNKNOWN', null, ['PRIVATE_NON_FARM', 'PAY_AT_MOST', 'TENANT']],
  ['one thing not said', { ...rents, tenant: null }, 'UNKNOWN', null, ['TENANT']],
  ['the last known day', { ...rents, hiredOn: '2020-10-31' }, 'ENTITLED', null, []],
  ['the day after', { ...rents, hiredOn: '2020-11-01' }, 'UNKNOWN', null, ['PERIOD']],
  ['today', { ...rents, hiredOn: '2026-11-23' }, 'UNKNOWN', null, ['PERIOD']],
  ['pay above 200 %', { ...rents, payPercentOfMinimumWage: 201 }, 'NOT_ENTITLED', null, ['PAY_AT_MOST']],
  ['a farm', { ...rents, privateNonFarmCompany: false }, 'NOT_ENTITLED', null, ['PRIVATE_NON_FARM']],
  ['lives at home, today', { ...rents, tenant: false, hiredOn: '2026-11-23' }, 'NOT_ENTITLED', null, ['TENANT']],
];

const bac = { studyLevel: 'BAC' } as const;
/** The aid for hiring an apprentice. */
export const apprenticeship: GoldenCase[] = [
  ['the day before the decree', { hiredOn: '2025-02-23' }, 'UNKNOWN', null, ['PERIOD']],
  ['the first day of the decree', { hiredOn: '2025-02-24' }, 'ENTITLED', 5000, []],
  ['249 staff', { headcount: 249 }, 'ENTITLED', 5000, []],
  ['250 staff', { headcount: 250 }, 'ENTITLED', 2000, []],
  ['size not known: one amount or the other', { headcount: null }, 'ENTITLED', null, []],
  ['the last day of 2025', { hiredOn: '2025-12-31' }, 'ENTITLED', 5000, []],
  ['doctorate', { studyLevel: 'DOCTORATE' }, 'NOT_ENTITLED', null, ['LEVEL_AT_MOST']],
  ['level not known', { studyLevel: null }, 'UNKNOWN', null, ['LEVEL_AT_MOST']],
  ['a permanent contract', { contractType: 'CDI' }, 'NOT_ENTITLED', null, ['CONTRACT']],
  ['professionalisation', { contractType: 'PROFESSIONALISATION' }, 'NOT_ENTITLED', null, ['CONTRACT']],
  ['bac+5 on the first day of 2026', { hiredOn: '2026-01-01' }, 'NOT_ENTITLED', null, ['LEVEL_AT_MOST']],
  ['bac on the first day of 2026', { hiredOn: '2026-01-01', ...bac }, 'ENTITLED', 5000, []],
  [
    'bac and 250 staff in January 2026',
    { hiredOn: '2026-01-15', ...bac, headcount: 250 },
    'NOT_ENTITLED',
    null,
    ['HEADCOUNT_UNDER'],
  ],
  [
    'bac and an unknown size in January 2026',
    { hiredOn: '2026-01-15', ...bac, headcount: null },
    'UNKNOWN',
    null,
    ['HEADCOUNT_UNDER'],
  ],
  ['bac+2 in January 2026', { hiredOn: '2026-01-15', studyLevel: 'BAC_2' }, 'NOT_ENTITLED', null, ['LEVEL_AT_MOST']],
  [
    'bac+2 overseas in January 2026',
    { hiredOn: '2026-01-15', studyLevel: 'BAC_2', workplaceCommuneCode: '97209' },
    'UNKNOWN',
    null,
    ['LEVEL_AT_MOST'],
  ],
  [
    'bac+3 overseas in January 2026',
    { hiredOn: '2026-01-15', studyLevel: 'BAC_3', workplaceCommuneCode: '97209' },
    'NOT_ENTITLED',
    null,
    ['LEVEL_AT_MOST'],
  ],
  ['bac+5 the day before the decree of March', { hiredOn: '2026-03-07' }, 'NOT_ENTITLED', null, ['LEVEL_AT_MOST']],
  ['bac+5 from then on, to be checked', { hiredOn: '2026-03-08' }, 'UNKNOWN', null, ['LEVEL_AT_MOST']],
  ['bac from then on', { hiredOn: '2026-03-08', ...bac }, 'ENTITLED', 5000, []],
  [
    'bac and 250 staff from then on, to be checked',
    { hiredOn: '2026-03-08', ...bac, headcount: 250 },
    'UNKNOWN',
    null,
    ['HEADCOUNT_UNDER'],
  ],
  ['bac on the last day of 2026', { hiredOn: '2026-12-31', ...bac }, 'ENTITLED', 5000, []],
  ['bac in 2027', { hiredOn: '2027-01-01', ...bac }, 'UNKNOWN', null, ['PERIOD']],
];

/** VTE without aid. */
export const label: GoldenCase[] = [
  ['the day before the scheme', { hiredOn: '2019-05-22' }, 'NOT_ENTITLED', null, ['PERIOD']],
  ['the first day', { hiredOn: '2019-05-23' }, 'ENTITLED', null, []],
  ['anywhere in France', { workplaceCommuneCode: '75056' }, 'ENTITLED', null, []],
  ['bac+2 under the first texts', { hiredOn: '2022-12-31', studyLevel: 'BAC_2' }, 'ENTITLED', null, []],
  ['bac+2 in 2023', { hiredOn: '2023-01-01', studyLevel: 'BAC_2' }, 'UNKNOWN', null, ['LEVEL_AT_LEAST']],
  ['the last day it is known', { hiredOn: '2025-12-31' }, 'ENTITLED', null, []],
  ['the day after', { hiredOn: '2026-01-01' }, 'UNKNOWN', null, ['PERIOD']],
  ['5,000 staff', { headcount: 5000 }, 'NOT_ENTITLED', null, ['SME_OR_MID_CAP']],
  ['diploma of 24 months', { monthsSinceDiploma: 24 }, 'NOT_ENTITLED', null, ['RECENT_DIPLOMA']],
  ['requested too late', { labelRequestedOn: '2021-09-02' }, 'NOT_ENTITLED', null, ['LABEL_REQUESTED_WITHIN']],
];
