import type { Text } from '../common/text.js';
import { generationOn } from '../territories/generation.js';
import { figure } from './figure.type.js';
import { answersIn, nextMonth, type Act, type OfferMonth, type Sheet, sumTold } from './sheet.js';
import type { Scope } from './statistics-scope.js';

type Shown = ReturnType<typeof figure>;

/** The months asked for, of what people did. */
export interface Period {
  from: string;
  until: string;
}

export const lastMonth = ({ offers }: Sheet): OfferMonth | undefined => offers.at(-1);

/** The last twelve months that are over, as far as they are counted; null before any is. */
export function usualPeriod({ closed }: Sheet): Period | null {
  if (!closed) return null;
  const [first, last] = closed;
  const from = nextMonth(last, -11);
  return { from: from < first ? first : from, until: last };
}

export function actsIn(sheet: Sheet, act: Act, period: Period | null): Shown {
  if (!period || !covers(sheet, period)) return figure(null, { counted: false });
  return figure(sumTold(sheet, act, period.from, period.until));
}

/** In whole per cent of the applications whose day of answer fell into the period, rounded down so that 100 means all. */
export function answerRate(sheet: Sheet, period: Period | null): Shown {
  if (!period || !covers(sheet, period)) return figure(null, { counted: false });
  const answered = sumTold(sheet, 'answered_in_time', period.from, period.until);
  const not = sumTold(sheet, 'not_in_time', period.from, period.until);
  if (answered === null || not === null) return figure(null);
  if (answered + not === 0) return { value: null, masked: false, text: noneDue };
  return figure(Math.floor((100 * answered) / (answered + not)), { unit: '%' });
}

const noneDue: Text = { fr: 'aucune réponse n’était attendue', en: 'no answer was due' };

/** The intervals that the median delay is taken from. */
export const medianOver = (sheet: Sheet, period: Period | null): string[] =>
  period && covers(sheet, period) ? answersIn(sheet, period.from, period.until) : [];

const covers = ({ closed }: Sheet, { from, until }: Period): boolean =>
  closed !== null && closed[0] <= from && until <= closed[1];

/** What candidates wish for is counted where a territory is in force: not before the first count, not in those of a former generation. */
export function wishesCounted({ territoryId }: Scope, sheet: Sheet): boolean {
  const running = lastMonth(sheet)?.month;
  if (running === undefined) return false;
  return territoryId === null || territoryId.split(':')[0] === generationOn(`${running}-01`);
}

/** How hard a skill is to find, in one sentence. */
export function tensionSentence(asked: number, offered: number | null): Text {
  if (asked === 0) {
    return { fr: 'Aucune offre ouverte ne la demande.', en: 'No open offer asks for it.' };
  }
  const offers =
    asked === 1
      ? ['1 offre ouverte la demande', '1 open offer asks for it']
      : [`${asked} offres ouvertes la demandent`, `${asked} open offers ask for it`];
  if (offered === null) {
    return {
      fr: `${offers[0]} ; le nombre de candidats qui l’ont n’est pas publié.`,
      en: `${offers[1]}; the number of candidates who have it is not published.`,
    };
  }
  const [fr, en] =
    asked > offered
      ? ['elle y est recherchée', 'it is sought after']
      : asked < offered
        ? ['elle y est plus répandue que demandée', 'it is more common than asked for']
        : ['elle y est autant répandue que demandée', 'it is as common as asked for'];
  return {
    fr: `${offers[0]}, ${offered} candidats l’ont : ${fr}.`,
    en: `${offers[1]}, ${offered} candidates have it: ${en}.`,
  };
}
