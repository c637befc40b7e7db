import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const skillLevels = ['NOTION', 'PRACTISED', 'MASTERED'] as const;
export type SkillLevel = (typeof skillLevels)[number];
export const SkillLevel = enumOf(skillLevels);

registerEnumType(SkillLevel, {
  name: 'SkillLevel',
  description: 'How well a candidate holds a skill, by their own word.',
  valuesMap: {
    NOTION: { description: 'Knows what it is about.' },
    PRACTISED: { description: 'Has done it.' },
    MASTERED: { description: 'Does it alone and could show others.' },
  },
});
