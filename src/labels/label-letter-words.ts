import type { Text } from '../common/text.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';
import { documentWords } from './document-words.js';
import type { LabelBetween, LabelWords } from './label-letters.js';
import type { Notice } from './label-notices.js';
import { labelRefusalReasons, labelRefusalWords } from './label-reasons.js';
import { type AskedDocument, documentsBy, openDocuments } from './label-view.js';
import type { LabelState } from './label-words.js';

export interface Said {
  /** Null where it does not matter. */
  from: LabelState | null;
  to: LabelState;
  reason: string | null;
  words: string | null;
}

const on = (date: string): Text => ({ fr: frenchDate(date), en: englishDate(date) });
const number = (euros: number): Text => ({
  fr: `${euros.toLocaleString('fr-FR')} €`,
  en: `€${euros.toLocaleString('en')}`,
});

/** What a side is told when the label moved; null when it is shown and not written. */
export function movedWords(side: 'COMPANY' | 'CANDIDATE', about: LabelBetween, said: Said): LabelWords | null {
  // That papers which were asked for came is no new request.
  if (said.to === 'REQUESTED' && said.from === 'MORE_DOCUMENTS') return null;
  const words = letters[said.to]?.[side]?.(about, said);
  const [subject, ...paragraphs] = words ?? [];
  if (!subject) return null;
  // What is written with a list for the company may name somebody.
  const isOfCompany = side === 'CANDIDATE' && said.to === 'MORE_DOCUMENTS';
  return {
    kind: `label-${said.to.toLowerCase().replaceAll('_', '-')}`,
    subject,
    paragraphs: [...paragraphs, ...quoted(isOfCompany ? null : said.words)],
  };
}

const quoted = (words: string | null): Text[] => (words ? [{ fr: `« ${words} »`, en: `“${words}”` }] : []);

type Words = (about: LabelBetween, said: Said) => Text[];
const post = ({ file, between }: LabelBetween): Text => ({
  fr: `« ${file.hire.missionTitle} » chez ${between.companyName}`,
  en: `“${file.hire.missionTitle}” at ${between.companyName}`,
});
const simple =
  (subject: Text, first: (post: Text, about: LabelBetween, said: Said) => Text): Words =>
  (about, said) => [subject, first(post(about), about, said)];

const refusedBecause = ({ reason }: Said): Text => {
  const known = labelRefusalReasons.find((one) => one === reason);
  return labelRefusalWords[known ?? 'OTHER'];
};

const granted = simple({ fr: 'Le label VTE est accordé', en: 'The VTE label is granted' }, (post, { file }) => {
  const amount = number(file.label.amountEuros ?? 0);
  return file.view.isAided
    ? {
        fr: `Le label VTE est accordé pour ${post.fr}, avec une aide à l’entreprise de ${amount.fr} au plus, versée après la mission sur justificatifs.`,
        en: `The VTE label is granted for ${post.en}, with an aid to the company of ${amount.en} at the most, paid after the mission on proof.`,
      }
    : {
        fr: `Le label VTE est accordé pour ${post.fr}, sans aide.`,
        en: `The VTE label is granted for ${post.en}, without aid.`,
      };
});

const refused = simple({ fr: 'Le label VTE est refusé', en: 'The VTE label is refused' }, (post, { file }, said) => {
  const { since, dates } = file.view;
  const until = on(dates.requestBy);
  const again =
    since > dates.requestBy
      ? { fr: 'Le délai pour le demander de nouveau est passé.', en: 'The time for requesting it again is over.' }
      : {
          fr: `L’entreprise peut le demander de nouveau jusqu’au ${until.fr}.`,
          en: `The company may request it again until ${until.en}.`,
        };
  return {
    fr: `Le label VTE est refusé pour ${post.fr}. ${refusedBecause(said).fr} ${again.fr}`,
    en: `The VTE label is refused for ${post.en}. ${refusedBecause(said).en} ${again.en}`,
  };
});

const lapsed = simple(
  { fr: 'Le label VTE n’a pas été demandé à temps', en: 'The VTE label was not requested in time' },
  (post, { file }) => ({
    fr: `Le label VTE pour ${post.fr} devait être demandé au plus tard le ${on(file.view.dates.requestBy).fr}. Il ne peut plus l’être ; le contrat de travail n’en dépend pas.`,
    en: `The VTE label of ${post.en} was to be requested by ${on(file.view.dates.requestBy).en}. It no longer can be; the contract of employment does not depend on it.`,
  }),
);

const afterEarlyEnd = simple({ fr: 'Aide VTE : mission interrompue', en: 'VTE aid: mission broken off' }, (post) => ({
  fr: `La mission ${post.fr} est interrompue, et le suivi du label s’arrête. Aucun texte public ne dit si une part de l’aide reste due : demandez-le à Bpifrance.`,
  en: `The mission ${post.en} is broken off, and the label is no longer followed. No public text says whether part of the aid is still due: ask Bpifrance.`,
}));
/** That the hire ended is told by its own letter: only a company that was granted an aid has more to know. */
const brokenOff: Words = (about, said) => ((about.file.label.amountEuros ?? 0) > 0 ? afterEarlyEnd(about, said) : []);

const over = simple({ fr: 'La mission VTE est terminée', en: 'The VTE mission is over' }, (post) => ({
  fr: `La mission ${post.fr} est arrivée à son terme. Le label est accordé sans aide : aucun justificatif n’est à envoyer.`,
  en: `The mission of ${post.en} has come to its end. The label has no aid: no proofs are to be sent.`,
}));

/** Of what is asked for only the diploma is the young person’s own. */
const askedOfPerson: Words = (about, said) =>
  openDocuments(about.file.view, 'REQUEST').some(({ kind }) => kind === 'DIPLOMA') ? sendDiploma(about, said) : [];
const sendDiploma = simple(
  { fr: 'Label VTE : votre diplôme est demandé', en: 'VTE label: your diploma is asked for' },
  (post, { file }) => ({
    fr: `Bpifrance demande votre diplôme, ou un certificat de scolarité, pour le label, poste ${post.fr}. Vous pouvez le déposer sur la page du label, jusqu’au ${on(documentsBy(file.view)).fr}.`,
    en: `Bpifrance asks for your diploma, or a certificate of enrolment, for the label of ${post.en}. You can add it on the page of the label, by ${on(documentsBy(file.view)).en}.`,
  }),
);

const listed = (documents: readonly AskedDocument[]): Text => {
  const said = documents.map(({ kind, words }) => documentWords(kind, words));
  return { fr: said.map(({ fr }) => fr).join(' ; '), en: said.map(({ en }) => en).join('; ') };
};

/** Whoever did something is not told that they did. */
const letters: Partial<Record<LabelState, { COMPANY?: Words; CANDIDATE?: Words }>> = {
  TO_REQUEST: {
    COMPANY: simple(
      { fr: 'Charte signée : demandez le label VTE', en: 'Charter signed: request the VTE label' },
      (post, { file }) => ({
        fr: `La charte pour ${post.fr} est signée. Demandez maintenant le label, au plus tard le ${on(file.view.dates.requestBy).fr}.`,
        en: `The charter of ${post.en} is signed. Request the label now, by ${on(file.view.dates.requestBy).en}.`,
      }),
    ),
  },
  REQUESTED: {
    CANDIDATE: simple({ fr: 'Votre label VTE est demandé', en: 'Your VTE label is requested' }, (post) => ({
      fr: `L’entreprise a demandé le label VTE pour ${post.fr}. Nous vous dirons ce que Bpifrance décide.`,
      en: `The company requested the VTE label for ${post.en}. We will tell you what Bpifrance decides.`,
    })),
  },
  MORE_DOCUMENTS: {
    COMPANY: simple(
      { fr: 'Label VTE : des pièces sont demandées', en: 'VTE label: documents are asked for' },
      (post, { file }) => {
        const [asked, day] = [listed(openDocuments(file.view, 'REQUEST')), on(documentsBy(file.view))];
        return {
          fr: `Bpifrance demande des pièces complémentaires pour le label, poste ${post.fr}, jusqu’au ${day.fr} : ${asked.fr}.`,
          en: `Bpifrance asks for additional documents for the label of ${post.en}, by ${day.en}: ${asked.en}.`,
        };
      },
    ),
    CANDIDATE: askedOfPerson,
  },
  GRANTED: { COMPANY: granted, CANDIDATE: granted },
  REFUSED: { COMPANY: refused, CANDIDATE: refused },
  PROOFS_DUE: {
    COMPANY: simple(
      { fr: 'Label VTE : envoyez vos justificatifs', en: 'VTE label: send your proofs' },
      (post, { file }) => ({
        fr: `La mission ${post.fr} est arrivée à son terme. Envoyez vos justificatifs de dépenses, si possible jusqu’au ${on(file.view.dates.proofsBy).fr}, pour que l’aide soit versée.`,
        en: `The mission of ${post.en} has come to its end. Send your proofs of spending, by ${on(file.view.dates.proofsBy).en} if you can, so that the aid is paid.`,
      }),
    ),
  },
  NO_AID: { COMPANY: over, CANDIDATE: over },
  PROOFS_INCOMPLETE: {
    COMPANY: simple(
      { fr: 'Label VTE : justificatifs à compléter', en: 'VTE label: proofs to be completed' },
      (post, { file }) => {
        const [asked, day] = [listed(openDocuments(file.view, 'PROOFS')), on(documentsBy(file.view))];
        return {
          fr: `Bpifrance demande d’autres justificatifs pour ${post.fr}, jusqu’au ${day.fr} : ${asked.fr}.`,
          en: `Bpifrance asks for other proofs for ${post.en}, by ${day.en}: ${asked.en}.`,
        };
      },
    ),
  },
  PAID: {
    COMPANY: simple({ fr: 'L’aide VTE est versée', en: 'The VTE aid is paid' }, (post, { file }) => ({
      fr: `L’aide pour ${post.fr} est versée : ${number(file.label.paidEuros ?? 0).fr}, le ${on(file.label.paidOn!).fr}.`,
      en: `The aid for ${post.en} is paid: ${number(file.label.paidEuros ?? 0).en}, on ${on(file.label.paidOn!).en}.`,
    })),
  },
  LAPSED: { COMPANY: lapsed, CANDIDATE: lapsed },
  WITHDRAWN: {
    CANDIDATE: simple(
      { fr: 'Le label VTE ne sera pas demandé', en: 'The VTE label will not be requested' },
      (post) => ({
        fr: `La demande du label VTE pour ${post.fr} est abandonnée. Votre contrat de travail n’en dépend pas.`,
        en: `The request of the VTE label for ${post.en} was given up. Your contract of employment does not depend on it.`,
      }),
    ),
  },
  ENDED_EARLY: { COMPANY: brokenOff },
};

/** What is recalled by the calendar, or by the manager of the territory. */
export function noticeWords(
  about: LabelBetween,
  { kind, by, again, late, month }: Omit<Notice, 'key' | 'to'>,
): LabelWords {
  const [title, day] = [post(about), on(by)];
  const until = late
    ? { fr: `depuis le ${day.fr}`, en: `since ${day.en}` }
    : { fr: `jusqu’au ${day.fr}`, en: `by ${day.en}` };
  const words: Record<Notice['kind'], [subject: Text, paragraph: Text]> = {
    REQUEST: [
      { fr: `Label VTE à demander jusqu’au ${day.fr}`, en: `VTE label to be requested by ${day.en}` },
      {
        fr: `Le label pour ${title.fr} doit être demandé au plus tard le ${day.fr}, charte signée. Passé ce jour, il ne peut plus l’être.`,
        en: `The label of ${title.en} has to be requested by ${day.en}, with the charter signed. After that day it no longer can be.`,
      },
    ],
    DOCUMENTS: [
      { fr: `Label VTE : pièces attendues ${until.fr}`, en: `VTE label: documents expected ${until.en}` },
      {
        fr: `Des pièces sont attendues ${until.fr} pour ${title.fr}. La liste est sur la page du label.`,
        en: `Documents are expected ${until.en} for ${title.en}. The list is on the page of the label.`,
      },
    ],
    PROOFS: [
      { fr: `Label VTE : justificatifs attendus ${until.fr}`, en: `VTE label: proofs expected ${until.en}` },
      {
        fr: `Les justificatifs de dépenses pour ${title.fr} sont attendus ${until.fr} : l’aide est versée après.`,
        en: `The proofs of spending for ${title.en} are expected ${until.en}: the aid is paid after that.`,
      },
    ],
    DECISION: [
      { fr: 'Un label VTE attend une décision', en: 'A VTE label waits for a decision' },
      { fr: `${title.fr} attend depuis le ${day.fr}.`, en: `${title.en} has waited since ${day.en}.` },
    ],
    CHECK_IN: [
      again
        ? { fr: `Rappel : point d’étape à ${month!} mois`, en: `Reminder: check-in after ${month!} months` }
        : { fr: `Point d’étape à ${month!} mois`, en: `Check-in after ${month!} months` },
      {
        fr: `Comment se passe la mission ${title.fr} ? Répondez en une minute${late ? '.' : `, jusqu’au ${day.fr}.`}`,
        en: `How is the mission ${title.en} going? Answer in a minute${late ? '.' : `, by ${day.en}.`}`,
      },
    ],
    MANAGER: [
      { fr: 'Label VTE : le territoire vous rappelle une étape', en: 'VTE label: the territory reminds you of a step' },
      {
        fr: `Une étape du label pour ${title.fr} vous attend. La page du label dit laquelle.`,
        en: `A step of the label of ${title.en} waits for you. The page of the label says which.`,
      },
    ],
  };
  const [subject, paragraph] = words[kind];
  return { kind: `label-${kind.toLowerCase().replaceAll('_', '-')}-due`, subject, paragraphs: [paragraph] };
}
