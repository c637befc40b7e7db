import { englishDate, frenchDate } from '../common/date-words.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import {
  type EligibilityCheck,
  type EligibilityItem,
  type EligibilitySubjectName,
  type EligibilityVerdictName,
  verdictOf,
} from './eligibility-check.js';

/** A check-list with its verdict and what it comes to in a sentence or two. */
export function checkOf(subject: EligibilitySubjectName, on: string, items: EligibilityItem[]): EligibilityCheck {
  const verdict = verdictOf(items);
  const failing = items.filter(({ decides, met }) => decides && met === (verdict === 'NOT_ELIGIBLE' ? false : null));
  return { subject, on, verdict, items, summary: typeset(summaries[subject](verdict, failing, on)) };
}

type Summary = (verdict: EligibilityVerdictName, failing: EligibilityItem[], on: string) => Text;

const summaries: Record<EligibilitySubjectName, Summary> = {
  CANDIDATE: (verdict, failing, on) => {
    const start = { fr: `Pour un début le ${frenchDate(on)}`, en: `For a start on ${englishDate(on)}` };
    return {
      ELIGIBLE: {
        fr: `${start.fr}, votre profil remplit les conditions du VTE.`,
        en: `${start.en}, your profile meets the conditions of a VTE.`,
      },
      NOT_ELIGIBLE: {
        fr: `${start.fr}, ${conditions(failing).fr} : voyez ce que vous pouvez faire. Vous pouvez postuler quand même.`,
        en: `${start.en}, ${conditions(failing).en}: see what you can do. You may apply all the same.`,
      },
      UNKNOWN: {
        fr: `${start.fr}, rien ne s’oppose à un VTE ; ${open(failing).fr}.`,
        en: `${start.en}, nothing speaks against a VTE; ${open(failing).en}.`,
      },
    }[verdict];
  },
  COMPANY: (verdict, failing) =>
    ({
      ELIGIBLE: {
        fr: 'L’entreprise remplit les conditions du VTE.',
        en: 'The company meets the conditions of a VTE.',
      },
      NOT_ELIGIBLE: {
        fr: `Pour l’entreprise, ${conditions(failing).fr}. Elle peut publier ses offres sur la plateforme.`,
        en: `For the company, ${conditions(failing).en}. It may publish its offers on the platform.`,
      },
      UNKNOWN: {
        fr: `Rien ne s’oppose à un VTE dans l’entreprise ; ${open(failing).fr}. Elle peut publier ses offres dès maintenant.`,
        en: `Nothing speaks against a VTE in the company; ${open(failing).en}. It may publish its offers already.`,
      },
    })[verdict],
  POST: (verdict, failing) => ({
    ...{
      ELIGIBLE: { fr: 'Le poste remplit les conditions du VTE.', en: 'The post meets the conditions of a VTE.' },
      NOT_ELIGIBLE: failing.some(({ key }) => key === 'CONTRACT')
        ? {
            fr: `Pour ce poste, ${conditions(failing).fr}. La plateforme ne publie pas de contrat plus court que ceux du VTE : le contrat est à changer d’abord.`,
            en: `For this post, ${conditions(failing).en}. The platform publishes no contract shorter than those of a VTE: change the contract first.`,
          }
        : {
            fr: `Pour ce poste, ${conditions(failing).fr}. ${form.fr}`,
            en: `For this post, ${conditions(failing).en}. ${form.en}`,
          },
      UNKNOWN: {
        fr: `Rien ne s’oppose à ce que le poste soit un VTE ; ${open(failing).fr}. ${form.fr}`,
        en: `Nothing speaks against this post being a VTE; ${open(failing).en}. ${form.en}`,
      },
    }[verdict],
  }),
  WHOLE: (verdict, failing) =>
    ({
      ELIGIBLE: {
        fr: 'Ce recrutement remplit les conditions du VTE, pour ce qui en est connu ici.',
        en: 'This hire meets the conditions of a VTE, as far as they are known here.',
      },
      NOT_ELIGIBLE: {
        fr: `Pour ce recrutement, ${conditions(failing).fr}. La candidature reste possible.`,
        en: `For this hire, ${conditions(failing).en}. Applying stays possible.`,
      },
      UNKNOWN: {
        fr: `Rien ne s’oppose à un VTE ; ${open(failing).fr}.`,
        en: `Nothing speaks against a VTE; ${open(failing).en}.`,
      },
    })[verdict],
};

/** Whether an offer can be published is for its form to say: a check-list reads a part of it only. */
const form: Text = {
  fr: 'Une offre n’a pas à remplir toutes les conditions du VTE pour être publiée : son formulaire dit ce qu’il lui faut.',
  en: 'An offer need not meet every condition of a VTE to be published: its form says what it needs.',
};

const conditions = ({ length }: readonly unknown[]): Text =>
  length === 1
    ? { fr: 'une condition du VTE n’est pas remplie', en: 'one condition of a VTE is not met' }
    : { fr: `${length} conditions du VTE ne sont pas remplies`, en: `${length} conditions of a VTE are not met` };

const open = ({ length }: readonly unknown[]): Text =>
  length === 1
    ? { fr: 'un point reste à préciser', en: 'one point is still open' }
    : { fr: `${length} points restent à préciser`, en: `${length} points are still open` };
