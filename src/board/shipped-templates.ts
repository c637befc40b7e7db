import type { DeclineReason } from '../applications/application-reasons.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import type { AnsweringStatus } from './answer-template.entity.js';

export interface ShippedTemplate {
  id: string;
  name: Text;
  to: AnsweringStatus;
  reason: DeclineReason | null;
  body: Text;
}

const template = (
  id: string,
  to: AnsweringStatus,
  reason: DeclineReason | null,
  name: Text,
  body: Text,
): ShippedTemplate => ({ id: `modele-${id}`, name, to, reason, body: typeset(body) });

/** Texts to begin with: short, kind, with the reason said plainly. A company writes its own from them. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  template(
    'entretien',
    'INTERVIEW',
    null,
    { fr: 'Nous souhaitons vous rencontrer', en: 'We would like to meet you' },
    {
      fr: 'Bonjour {prénom},\n\nVotre candidature à « {offre} » a retenu notre attention et nous aimerions faire votre connaissance. Nous vous proposons très vite des créneaux.\n\nÀ bientôt,\n{entreprise}',
      en: 'Hello {first name},\n\nYour application to “{offer}” caught our attention and we would like to meet you. We will propose times very soon.\n\nSee you soon,\n{company}',
    },
  ),
  template(
    'retenue',
    'ACCEPTED',
    null,
    { fr: 'Votre candidature est retenue', en: 'You are chosen' },
    {
      fr: 'Bonjour {prénom},\n\nNous avons le plaisir de vous annoncer que votre candidature à « {offre} » est retenue. Nous revenons vers vous pour préparer votre arrivée.\n\nBienvenue,\n{entreprise}',
      en: 'Hello {first name},\n\nWe are glad to tell you that your application to “{offer}” is accepted. We will be in touch to prepare your arrival.\n\nWelcome,\n{company}',
    },
  ),
  template(
    'autre-candidature',
    'DECLINED',
    'ANOTHER_CANDIDATE',
    { fr: 'Une autre candidature est retenue', en: 'Another candidate was chosen' },
    {
      fr: 'Bonjour {prénom},\n\nMerci de l’intérêt que vous portez à {entreprise}. Pour « {offre} », nous avons retenu une personne dont le parcours était plus proche encore de la mission. Ce choix ne remet pas en cause la qualité de votre candidature.\n\nNous vous souhaitons de trouver vite une mission à votre mesure.',
      en: 'Hello {first name},\n\nThank you for your interest in {company}. For “{offer}” we chose someone whose experience was even closer to the mission. This says nothing against the quality of your application.\n\nWe hope that you soon find a mission that suits you.',
    },
  ),
  template(
    'competences',
    'DECLINED',
    'SKILLS',
    { fr: 'Compétences trop éloignées', en: 'Skills too far from the mission' },
    {
      fr: 'Bonjour {prénom},\n\nMerci pour votre candidature à « {offre} ». La mission demande des compétences que nous n’avons pas retrouvées dans votre parcours, et nous n’y donnons pas suite.\n\nN’hésitez pas à répondre à nos prochaines offres.\n\n{entreprise}',
      en: 'Hello {first name},\n\nThank you for your application to “{offer}”. The mission asks for skills that we did not find in your experience, and we will not go further.\n\nYou are welcome to apply to our next offers.\n\n{company}',
    },
  ),
  template(
    'dates',
    'DECLINED',
    'DATES',
    { fr: 'Dates incompatibles', en: 'Dates do not fit' },
    {
      fr: 'Bonjour {prénom},\n\nVotre profil nous intéresse, mais vos dates et celles de « {offre} » ne s’accordent pas. Nous ne pouvons donc pas donner suite cette fois.\n\n{entreprise}',
      en: 'Hello {first name},\n\nYour profile interests us, but your dates and those of “{offer}” do not fit. So we cannot go further this time.\n\n{company}',
    },
  ),
  template(
    'poste-pourvu',
    'DECLINED',
    'POSITION_FILLED',
    { fr: 'Le poste est pourvu', en: 'The position has been filled' },
    {
      fr: 'Bonjour {prénom},\n\nMerci pour votre candidature. Le poste « {offre} » vient d’être pourvu : nous ne pouvons plus étudier votre profil pour cette mission.\n\nNous vous souhaitons une belle suite.\n\n{entreprise}',
      en: 'Hello {first name},\n\nThank you for your application. The position “{offer}” has just been filled, so we cannot consider you for this mission any more.\n\nWe wish you all the best.\n\n{company}',
    },
  ),
  template(
    'recrutement-annule',
    'DECLINED',
    'POSITION_CANCELLED',
    { fr: 'Le recrutement est annulé', en: 'The recruitment was cancelled' },
    {
      fr: 'Bonjour {prénom},\n\nNous avons dû renoncer au recrutement prévu pour « {offre} ». Cette décision ne tient pas à votre candidature, et nous vous remercions de nous l’avoir adressée.\n\n{entreprise}',
      en: 'Hello {first name},\n\nWe had to give up the recruitment planned for “{offer}”. This has nothing to do with your application, for which we thank you.\n\n{company}',
    },
  ),
];
