import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

/** Levels of study in rising order; the order of the list is the order of the levels. */
export const studyLevels = ['CAP_BEP', 'BAC', 'BAC_2', 'BAC_3', 'BAC_5', 'DOCTORATE'] as const;
export type StudyLevel = (typeof studyLevels)[number];

export const StudyLevel = enumOf(studyLevels);

/** 0 for the lowest level; two levels compare by their ranks. */
export const studyRank = (level: StudyLevel): number => studyLevels.indexOf(level);

/** By years of study after the bac, up to eight. Who has four has at least three. */
export const levelsByYears: readonly StudyLevel[] = [
  'BAC',
  'BAC',
  'BAC_2',
  'BAC_3',
  'BAC_3',
  'BAC_5',
  'BAC_5',
  'BAC_5',
  'DOCTORATE',
];

export const studyLevelLabels: Record<StudyLevel, Text> = {
  CAP_BEP: { fr: 'CAP, BEP', en: 'Vocational certificate (CAP, BEP)' },
  BAC: { fr: 'Bac', en: 'Baccalaureate' },
  BAC_2: { fr: 'Bac+2', en: 'Two years of higher education' },
  BAC_3: { fr: 'Bac+3', en: 'Bachelor (three years)' },
  BAC_5: { fr: 'Bac+5', en: 'Master (five years)' },
  DOCTORATE: { fr: 'Doctorat', en: 'Doctorate' },
};

registerEnumType(StudyLevel, {
  name: 'StudyLevel',
  description: 'A level of study in the French system, in rising order.',
  valuesMap: {
    CAP_BEP: { description: 'CAP, BEP: French level 3.' },
    BAC: { description: 'Baccalauréat: French level 4.' },
    BAC_2: { description: 'BTS, DUT, two years of higher education: French level 5.' },
    BAC_3: { description: 'Licence, BUT, three years: French level 6.' },
    BAC_5: { description: 'Master, engineering degree, five years: French level 7.' },
    DOCTORATE: { description: 'Doctorate: French level 8.' },
  },
});
