import type { Letter } from '../mail/letter.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';
import type { Parties } from './application-parties.js';
import { closesAfter, decidesWithin, undecidedClosesAfter } from './deadline-rules.js';
import type { Reminded } from './deadlines.repository.js';
import { waitingPath } from './unanswered-letters.js';

type Words = Pick<Letter, 'kind' | 'subject' | 'paragraphs'>;

/** One letter for all that wait, by offer and day. */
export const digest = (reminded: readonly Reminded[], today: string): Omit<Letter, 'to'> => {
  const count = reminded.length;
  return {
    kind: 'answers-due',
    subject:
      count === 1
        ? { fr: 'Une candidature attend votre réponse', en: 'An application waits for your answer' }
        : { fr: `${count} candidatures attendent votre réponse`, en: `${count} applications wait for your answer` },
    paragraphs: [
      ...lines(reminded, today),
      {
        fr: 'Une réponse négative est aussi une réponse : elle prend une minute, avec un motif.',
        en: 'A no is an answer too: it takes a minute, with a reason.',
      },
    ],
    link: { label: { fr: 'Répondre', en: 'Answer' }, path: waitingPath },
  };
};

const lines = (reminded: readonly Reminded[], today: string): Letter['paragraphs'] => {
  const groups = new Map<string, Reminded[]>();
  for (const one of reminded) {
    const key = `${one.answerDueOn} ${one.offerTitle}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const [{ offerTitle, answerDueOn }] = group as [Reminded, ...Reminded[]];
    const many = group.length > 1;
    const when =
      answerDueOn === today
        ? { fr: 'réponse promise pour aujourd’hui', en: 'answer promised for today' }
        : answerDueOn < today
          ? {
              fr: `réponse promise pour le ${frenchDate(answerDueOn)}, en retard`,
              en: `answer promised for ${englishDate(answerDueOn)}, late`,
            }
          : {
              fr: `réponse promise pour le ${frenchDate(answerDueOn)}`,
              en: `answer promised for ${englishDate(answerDueOn)}`,
            };
    return {
      fr: `« ${offerTitle} » : ${group.length} candidature${many ? 's' : ''}, ${when.fr}.`,
      en: `“${offerTitle}”: ${group.length} application${many ? 's' : ''}, ${when.en}.`,
    };
  });
};

export const late = ({ companyName, offerTitle }: Parties, dueOn: string): Words => ({
  kind: 'answer-late',
  subject: { fr: `Pas encore de réponse de ${companyName}`, en: `No answer from ${companyName} yet` },
  paragraphs: [
    {
      fr: `${companyName} devait répondre à votre candidature à « ${offerTitle} » au plus tard le ${frenchDate(dueOn)}, et ne l’a pas encore fait. Nous le lui avons rappelé.`,
      en: `${companyName} was to answer your application to “${offerTitle}” by ${englishDate(dueOn)} and has not yet. We reminded them.`,
    },
    {
      fr: `Sans réponse d’ici à ${closesAfter} jours, nous clorons la candidature et vous le dirons. N’attendez pas pour candidater ailleurs.`,
      en: `Without an answer within ${closesAfter} days we will close the application and tell you. Do not wait to apply elsewhere.`,
    },
  ],
});

export const undecidedForCandidate = ({ companyName, offerTitle }: Parties): Words => ({
  kind: 'decision-late',
  subject: { fr: `Où en est votre candidature chez ${companyName} ?`, en: `Your application at ${companyName}` },
  paragraphs: [
    {
      fr: `Il y a ${decidesWithin} jours ou plus que ${companyName} a souhaité vous rencontrer au sujet de « ${offerTitle} », et vous n’avez pas de décision. Nous lui avons demandé de vous en donner une.`,
      en: `${companyName} wished to meet you about “${offerTitle}” ${decidesWithin} days ago or more, and nothing is decided. We asked them for a decision.`,
    },
    {
      fr: `Sans décision d’ici à ${undecidedClosesAfter} jours, nous clorons la candidature et vous le dirons. N’attendez pas pour candidater ailleurs.`,
      en: `Without a decision within ${undecidedClosesAfter} days we will close the application and tell you. Do not wait to apply elsewhere.`,
    },
  ],
});

export const undecidedForCompany = ({ offerTitle }: Parties): Words => ({
  kind: 'decision-due',
  subject: { fr: `Une décision est attendue : ${offerTitle}`, en: `A decision is due: ${offerTitle}` },
  paragraphs: [
    {
      fr: `Une candidature à « ${offerTitle} » est en entretien depuis ${decidesWithin} jours ou plus, sans décision. Dites à la personne ce qu’il en est.`,
      en: `An application to “${offerTitle}” has been in interview for ${decidesWithin} days or more without a decision. Please tell the candidate.`,
    },
    {
      fr: `Sans décision d’ici à ${undecidedClosesAfter} jours, nous la clorons et le dirons à la personne.`,
      en: `Without a decision within ${undecidedClosesAfter} days we will close it and tell the candidate.`,
    },
  ],
});
