import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

/**
 * The public aids by name. Their rules are a later room; the names stand here because candidates choose offers by them,
 * as they do by contract or mission.
 */
export const aids = ['VTE_TERRITOIRE_INDUSTRIE', 'VTE_VERT', 'MOBILI_JEUNE', 'APPRENTICESHIP', 'VTE_LABEL'] as const;
export type Aid = (typeof aids)[number];
export const Aid = enumOf(aids);

export const aidLabels: Record<Aid, Text> = {
  VTE_TERRITOIRE_INDUSTRIE: { fr: 'VTE en Territoire d’industrie', en: 'VTE in a Territoire d’industrie' },
  VTE_VERT: { fr: 'VTE Vert', en: 'VTE Vert (ecological transition)' },
  MOBILI_JEUNE: { fr: 'Mobili-Jeune VTE (logement)', en: 'Mobili-Jeune VTE (housing)' },
  APPRENTICESHIP: { fr: 'Aide à l’embauche d’un apprenti', en: 'Aid for hiring an apprentice' },
  VTE_LABEL: { fr: 'VTE sans aide (label)', en: 'VTE without aid (label)' },
};

registerEnumType(Aid, {
  name: 'Aid',
  description: 'A public aid for hiring a young person in a company.',
  valuesMap: {
    VTE_TERRITOIRE_INDUSTRIE: { description: 'VTE in a Territoire d’industrie: paid to the company.' },
    VTE_VERT: { description: 'VTE Vert: paid to the company for a mission on its ecological transition.' },
    MOBILI_JEUNE: { description: 'Mobili-Jeune VTE: a part of the rent, paid to the young person by Action Logement.' },
    APPRENTICESHIP: { description: 'Aid for hiring an apprentice, paid to the employer for the first year.' },
    VTE_LABEL: {
      description: 'VTE without aid: the label and its charter, no money. It is what the VTE aids are built on.',
    },
  },
});
