import { type Responsiveness, sayResponsiveness } from '../companies/responsiveness.js';
import type { Text } from '../common/text.js';
import type { Letter } from '../mail/letter.js';
import type { Parties } from './application-parties.js';
import { undecidedClosesAfter } from './deadline-rules.js';

/**
 * Why the platform closes an application that the company left without an answer, or, after an interview, without a
 * decision: it never came, or nobody is left to take it.
 */
export type ClosedBecause = 'LATE' | 'FILLED' | 'CLOSED' | 'UNDECIDED' | 'GONE';

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
  UNDECIDED: ({ companyName, offerTitle }) => ({
    fr: `${companyName} a souhaité vous rencontrer au sujet de « ${offerTitle} », puis n’a pas fait connaître sa décision, malgré notre rappel. Nous avons clos votre candidature, pour que vous n’attendiez plus.`,
    en: `${companyName} wished to meet you about “${offerTitle}” and then told no decision, though we reminded them. We closed your application, so that you need not wait.`,
  }),
  GONE: ({ companyName, offerTitle }) => ({
    fr: `Plus personne ne représente ${companyName} sur la plateforme : l’offre « ${offerTitle} » est retirée, et votre candidature, qui en était à l’entretien, est close sans décision.`,
    en: `Nobody represents ${companyName} on the platform any more: the offer “${offerTitle}” is withdrawn, and your application, which had come to the interview, is closed without a decision.`,
  }),
};

const withoutDecision = ({ offerTitle }: Parties): Text => ({
  fr: `Candidature close sans décision : ${offerTitle}`,
  en: `Application closed without a decision: ${offerTitle}`,
});

/** What the company is told when it never decided after an interview. */
export const undecidedClosedForCompany = (between: Parties): Pick<Letter, 'kind' | 'subject' | 'paragraphs'> => ({
  kind: 'application-closed-undecided',
  subject: withoutDecision(between),
  paragraphs: [
    {
      fr: `Une candidature à « ${between.offerTitle} » était en entretien, et vous n’avez pas donné de décision dans les ${undecidedClosesAfter} jours qui ont suivi notre rappel. Nous l’avons close et l’avons dit à la personne.`,
      en: `An application to “${between.offerTitle}” was in interview, and you gave no decision within the ${undecidedClosesAfter} days after our reminder. We closed it and told the candidate.`,
    },
  ],
});

/** Tells the end, how the company answers in general, and where to go on. */
export const closedLetter = (
  between: Parties,
  because: ClosedBecause,
  known: Responsiveness | null,
): Omit<Letter, 'to'> => ({
  kind: 'application-closed',
  subject:
    because === 'UNDECIDED' || because === 'GONE'
      ? withoutDecision(between)
      : {
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
