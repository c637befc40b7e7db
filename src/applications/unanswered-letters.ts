import type { Letter } from '../mail/letter.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';
import type { Unanswered } from './unanswered-rule.js';

type Words = Omit<Letter, 'to'>;

/** Where a company sees what waits for its answer, below PUBLIC_URL. */
export const waitingPath = '/entreprise/candidatures?en-attente=oui';
const link = { label: { fr: 'Répondre aux candidatures', en: 'Answer the applications' }, path: waitingPath };

const share = ({ unanswered, due }: Unanswered) => ({
  fr: `${unanswered} candidatures sur ${due} sont restées sans réponse après le jour promis, depuis 90 jours.`,
  en: `${unanswered} of ${due} applications of the last 90 days were left without an answer on the day promised.`,
});

export const warned = (counted: Unanswered, pausesOn: string): Words => ({
  kind: 'unanswered-warning',
  subject: { fr: 'Des candidatures attendent votre réponse', en: 'Applications wait for your answer' },
  paragraphs: [
    share(counted),
    {
      fr: `Sans réponse de votre part, vos offres seront mises en pause le ${frenchDate(pausesOn)}. Une réponse négative est aussi une réponse.`,
      en: `Unless you answer, your offers will be paused on ${englishDate(pausesOn)}. A no is an answer too.`,
    },
  ],
  link,
});

export const pausedForSilence = (counted: Unanswered): Words => ({
  kind: 'unanswered-pause',
  subject: { fr: 'Vos offres sont en pause', en: 'Your offers are paused' },
  paragraphs: [
    share(counted),
    {
      fr: 'Vos offres ne sont plus en ligne. Elles le seront de nouveau dès que vous aurez répondu à assez de candidatures.',
      en: 'Your offers are offline. They go online again as soon as you have answered enough applications.',
    },
  ],
  link,
});

export const reopened: Words = {
  kind: 'unanswered-over',
  subject: { fr: 'Vos offres sont de nouveau en ligne', en: 'Your offers are online again' },
  paragraphs: [
    {
      fr: 'Merci d’avoir répondu aux candidatures : vos offres ne sont plus en pause.',
      en: 'Thank you for your answers: your offers are not paused any more.',
    },
  ],
};
