import { hireInvitationLife } from '../hires/outside-hires.service.js';
import type { RetentionRule } from './retention-delays.js';
import { rule } from './retention-rule.js';

const day = 86_400_000;

/** How long hires and labels are kept. */
export const hireRules = [
  rule(
    'HIRE',
    {
      fr: 'embauche et charte signée, le temps où elles peuvent servir de preuve (prescription de cinq ans, art. 2224 du code civil)',
      en: 'hire and signed charter, for as long as they may serve as evidence (five years, art. 2224 of the French civil code)',
    },
    {
      fr: 'fin de la mission (douze mois après son début, pour un CDI)',
      en: 'end of the mission (twelve months after it began, for a permanent contract)',
    },
    { months: 60 },
    'purge',
  ),
  rule(
    'HIRE_INVITATION',
    { fr: 'lettre à une personne embauchée ailleurs', en: 'letter to someone hired elsewhere' },
    { fr: 'envoi', en: 'sending' },
    { days: hireInvitationLife / day },
    'forget-hire-invitations',
  ),
  rule(
    'LABEL',
    {
      fr: 'pièces d’un label, points d’étape et mots écrits à chaque étape (les états et les dates restent)',
      en: 'papers of a label, check-ins and what was written at each step (states and dates stay)',
    },
    { fr: 'fin ou refus du label', en: 'end or refusal of the label' },
    { months: 24 },
    'purge',
  ),
] as const satisfies readonly RetentionRule[];
