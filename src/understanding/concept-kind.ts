import { registerEnumType } from '@nestjs/graphql';

export const ConceptKind = {
  SKILL: 'SKILL',
  OCCUPATION: 'OCCUPATION',
  COMMUNE: 'COMMUNE',
  DEPARTMENT: 'DEPARTMENT',
  REGION: 'REGION',
  TERRITORY: 'TERRITORY',
  CONTRACT_TYPE: 'CONTRACT_TYPE',
  STUDY_LEVEL: 'STUDY_LEVEL',
  COMPANY: 'COMPANY',
} as const;
export type ConceptKind = keyof typeof ConceptKind;

registerEnumType(ConceptKind, {
  name: 'ConceptKind',
  description: 'What kind of thing was recognised in the words of a search.',
  valuesMap: {
    SKILL: { description: 'A skill; the code is its own.' },
    OCCUPATION: { description: 'An occupation, by its label or a job title; the code is its ROME code.' },
    COMMUNE: { description: 'A commune, the most populated of its name; the code is its INSEE code.' },
    DEPARTMENT: { description: 'A department; the code is its INSEE code.' },
    REGION: { description: 'A region; the code is its INSEE code.' },
    TERRITORY: { description: 'A Territoire d’industrie of today; the code is its id.' },
    CONTRACT_TYPE: { description: 'A kind of contract; the code is a ContractType.' },
    STUDY_LEVEL: { description: 'A level of study; the code is a StudyLevel.' },
    COMPANY: { description: 'A company; the code is its id.' },
  },
});
