import type { Text } from '../common/text.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';
import { isFinal } from './label-moves.js';
import { documentsBy, type LabelView } from './label-view.js';

const on = (date: string): Text => ({ fr: frenchDate(date), en: englishDate(date) });

/** What comes next in the life of a label, and when; null where nobody knows the day. */
export function nextWords(view: LabelView): Text | null {
  const { requestBy, startsOn, overOn, proofsBy, checkIns } = view.dates;
  const [request, start, over] = [on(requestBy), on(startsOn), on(overOn)];
  switch (view.state) {
    case 'CHARTER':
      return {
        fr: `La charte se signe d’abord à deux, puis le label se demande au plus tard le ${request.fr}.`,
        en: `Both sign the charter first, then the label is to be requested by ${request.en}.`,
      };
    case 'TO_REQUEST':
      return {
        fr: `Le label se demande au plus tard le ${request.fr}.`,
        en: `The label is to be requested by ${request.en}.`,
      };
    case 'REFUSED':
      return {
        fr: `Une nouvelle demande se fait au plus tard le ${request.fr}.`,
        en: `A new request has to be made by ${request.en}.`,
      };
    case 'MORE_DOCUMENTS':
    case 'PROOFS_INCOMPLETE':
      return expected(documentsBy(view));
    case 'PROOFS_DUE':
      return expected(proofsBy);
    case 'GRANTED': {
      const first = on(checkIns[0]!.on);
      return joined(
        {
          fr: `La mission commence le ${start.fr}, et le premier point d’étape s’ouvre le ${first.fr}.`,
          en: `The mission begins on ${start.en}, and the first check-in opens on ${first.en}.`,
        },
        view.isAided
          ? {
              fr: `Les preuves se déposent à partir du ${start.fr} et s’envoient à partir du ${over.fr}.`,
              en: `Proofs can be added from ${start.en} on, and sent from ${over.en} on.`,
            }
          : noProofs,
      );
    }
    case 'MISSION':
      return view.isAided
        ? {
            fr: `Les preuves se déposent dès maintenant et s’envoient à partir du ${over.fr}.`,
            en: `Proofs can be added now, and sent from ${over.en} on.`,
          }
        : noProofs;
    default:
      return isFinal(view.state) ? last : null;
  }
}

const joined = (one: Text, other: Text): Text => ({ fr: `${one.fr} ${other.fr}`, en: `${one.en} ${other.en}` });
const expected = (date: string): Text => ({
  fr: `Ce qui est demandé est attendu jusqu’au ${frenchDate(date)}.`,
  en: `What is asked for is expected by ${englishDate(date)}.`,
});
const noProofs = {
  fr: 'Le label est accordé sans aide : aucune preuve n’est à envoyer.',
  en: 'The label has no aid: no proofs are to be sent.',
};
const last = { fr: 'Rien ne suit cette étape.', en: 'Nothing follows this step.' };
