import type { Offer } from '../offers/offer.entity.js';
import type { Said } from './eligibility-check.js';

type Responsibility = Pick<Offer, 'transformsCompany' | 'reportsToManagement' | 'hasTutor'>;

export const transformation = ({ transformsCompany }: Responsibility): Said => ({
  met: transformsCompany === null ? null : true,
  fr:
    transformsCompany === null
      ? 'Le poste doit porter un projet qui transforme l’entreprise ; ce n’est pas précisé.'
      : 'Le poste doit porter un projet qui transforme l’entreprise : l’offre dit lequel.',
  en:
    transformsCompany === null
      ? 'The post must carry a project that transforms the company; this is not said.'
      : 'The post must carry a project that transforms the company: the offer says which.',
  toDo: {
    fr: 'Écrivez en quelques phrases ce que le poste change dans l’entreprise.',
    en: 'Write in a few sentences what the post changes in the company.',
  },
  field: 'transformsCompany',
});

export const directLine = ({ reportsToManagement }: Responsibility): Said => ({
  ...answered(reportsToManagement, {
    fr: 'Le poste doit être en lien direct avec la direction',
    en: 'The post must have a direct line to the management',
  }),
  toDo: {
    fr: 'Rattachez le poste à la direction, et indiquez-le dans l’offre.',
    en: 'Let the post report to the management, and say so in the offer.',
  },
  field: 'reportsToManagement',
});

export const tutor = ({ hasTutor }: Responsibility): Said => ({
  ...answered(hasTutor, {
    fr: 'Un tuteur ou une tutrice doit accompagner la personne recrutée',
    en: 'A tutor must accompany whoever is hired',
  }),
  toDo: {
    fr: 'Choisissez dans l’entreprise qui accompagnera la personne, et indiquez-le dans l’offre.',
    en: 'Choose who in the company will accompany them, and say so in the offer.',
  },
  field: 'hasTutor',
});

function answered(met: boolean | null, { fr, en }: { fr: string; en: string }): Pick<Said, 'met' | 'fr' | 'en'> {
  if (met === null) return { met, fr: `${fr} ; ce n’est pas précisé.`, en: `${en}; this is not said.` };
  return met
    ? { met, fr: `${fr} : c’est prévu.`, en: `${en}: this is planned.` }
    : { met, fr: `${fr} ; l’offre dit que non.`, en: `${en}; the offer says that it is not so.` };
}
