import type { Letter } from '../mail/letter.js';
import type { OfferEnd } from '../offers/offer-watchers.js';
import type { Parties } from './application-parties.js';

type To = OfferEnd['to'];

const said: Record<To, { fr: string; en: string }> = {
  FILLED: { fr: 'pourvue', en: 'filled' },
  CLOSED: { fr: 'clôturée', en: 'closed' },
};

/** Where a company sees those it met and has not decided about, below PUBLIC_URL. */
const interviewsPath = '/entreprise/candidatures?etat=INTERVIEW';

/** To who is in interview for an offer that ended: it may be them who are hired, so nothing is decided for them. */
export const endedForCandidate = (
  { companyName, offerTitle }: Parties,
  to: To,
): Pick<Letter, 'kind' | 'subject' | 'paragraphs'> => ({
  kind: 'offer-ended-in-interview',
  subject: { fr: `Offre ${said[to].fr} : ${offerTitle}`, en: `Offer ${said[to].en}: ${offerTitle}` },
  paragraphs: [
    {
      fr: `${companyName} a déclaré ${said[to].fr} l’offre « ${offerTitle} », pour laquelle votre candidature en est à l’entretien. L’entreprise vous doit encore une décision, et nous le lui avons rappelé.`,
      en: `${companyName} marked the offer “${offerTitle}” as ${said[to].en}, for which your application has come to the interview. The company still owes you a decision, and we reminded them.`,
    },
  ],
});

export const endedForCompany = ({ offerTitle }: Parties, to: To, count: number): Omit<Letter, 'to'> => ({
  kind: 'decisions-owed',
  subject:
    count === 1
      ? { fr: `Une décision est attendue : ${offerTitle}`, en: `A decision is due: ${offerTitle}` }
      : { fr: `${count} décisions sont attendues : ${offerTitle}`, en: `${count} decisions are due: ${offerTitle}` },
  paragraphs: [
    {
      fr: `Vous avez déclaré ${said[to].fr} l’offre « ${offerTitle} ». ${count === 1 ? 'Une candidature en entretien attend' : `${count} candidatures en entretien attendent`} encore votre décision.`,
      en: `You marked the offer “${offerTitle}” as ${said[to].en}. ${count === 1 ? 'One application in interview still waits' : `${count} applications in interview still wait`} for your decision.`,
    },
    {
      fr: 'Dites à chaque personne ce qu’il en est, y compris à celle que vous avez choisie.',
      en: 'Please tell each candidate, including the one you chose.',
    },
  ],
  link: { label: { fr: 'Donner une décision', en: 'Decide' }, path: interviewsPath },
});
