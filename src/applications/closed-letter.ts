import { type Responsiveness, sayResponsiveness } from '../companies/responsiveness.js';
import type { Text } from '../common/text.js';
import type { Letter } from '../mail/letter.js';
import type { Parties } from './application-parties.js';

/** Why the platform closes an application that the company left without an answer. */
export type ClosedBecause = 'LATE' | 'FILLED' | 'CLOSED';

/** Where the front end shows offers like one, below PUBLIC_URL. */
const similarPath = (offerId: string): string => `/offres?proches-de=${offerId}`;

const why: Record<ClosedBecause, (between: Parties) => Text> = {
  LATE: ({ companyName, offerTitle }) => ({
    fr: `${companyName} n’a répondu à votre candidature à « ${offerTitle} » ni au jour promis, ni dans les deux semaines qui ont suivi. Nous l’avons close, pour que vous n’attendiez plus.`,
    en: `${companyName} answered your application to “${offerTitle}” neither by the day promised nor in the two weeks after. We closed it, so that you need not wait.`,
  }),
  FILLED: ({ companyName, offerTitle }) => ({
    fr: `${companyName} a pourvu le poste « ${offerTitle} » sans répondre à votre candidature, qui est donc close.`,
    en: `${companyName} has filled the position “${offerTitle}” without answering your application, which is closed.`,
  }),
  CLOSED: ({ companyName, offerTitle }) => ({
    fr: `${companyName} a retiré l’offre « ${offerTitle} » sans répondre à votre candidature, qui est donc close.`,
    en: `${companyName} has withdrawn the offer “${offerTitle}” without answering your application, which is closed.`,
  }),
};

/** Tells the end, how the company answers in general, and where to go on. */
export const closedLetter = (
  between: Parties,
  because: ClosedBecause,
  known: Responsiveness | null,
): Omit<Letter, 'to'> => ({
  kind: 'application-closed',
  subject: {
    fr: `Candidature close sans réponse : ${between.offerTitle}`,
    en: `Application closed without an answer: ${between.offerTitle}`,
  },
  paragraphs: [
    why[because](between),
    ...(known ? [about(between.companyName, sayResponsiveness(known))] : []),
    {
      fr: 'Cela ne dit rien de votre profil. Voici des offres proches de celle-ci.',
      en: 'This says nothing about your profile. Here are offers like this one.',
    },
  ],
  link: { label: { fr: 'Voir les offres proches', en: 'See similar offers' }, path: similarPath(between.offerId) },
});

const about = (companyName: string, { fr, en }: Text): Text => ({
  fr: `${companyName}, sur douze mois : ${fr.charAt(0).toLowerCase()}${fr.slice(1)}`,
  en: `${companyName} in twelve months: ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
});
